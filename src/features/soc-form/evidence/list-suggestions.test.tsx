// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { SocSectionId } from '../../../domain/contract/enums.ts'
import type { Reading } from '../../../domain/evidence/reading.ts'
import { quoteDisplay } from '../../../editing/evidence/report-reading.ts'
import { eventually, evidenceStage, putInFront } from '../../../testing/reports/evidence-stage.ts'
import { formPage } from '../../../testing/reports/form-page.tsx'
import { found, quoteOf, readingWith } from '../../../testing/reports/made-reading.ts'
import { WithMantine } from '../../../testing/with-mantine.tsx'
import { SectionFields } from '../section-fields.tsx'
import { ReadingStateSlot } from './evidence-slot.tsx'

const { reviewId, kept } = evidenceStage()

const controls = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ description: `Control number ${index + 1}.` }))

const withControls = (count: number): Reading =>
  readingWith({
    userControls: found(
      ...controls(count).map((value, at) => [value, value.description, 20 + at] as const),
    ),
  })

const open = (section: SocSectionId, form: object = {}) => {
  const { Page, editing } = formPage(reviewId(), form)
  render(
    <Page>
      <ReadingStateSlot />
      <SectionFields id={section} />
    </Page>,
    { wrapper: WithMantine },
  )
  const texts = () =>
    editing()
      .form.getValues('form.endUserControls.userControls')
      .map((item) => item.description)
  return { editing, texts }
}

const region = () => screen.findByRole('region', { name: 'Suggestions for User controls' })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

it('takes 45 user controls into a list that holds 10 of them, and takes them back', async () => {
  const held = controls(10).map(({ description }) => ({
    description: description.toUpperCase().replace('.', ''),
    inPlace: true,
  }))
  const { editing, texts } = open('endUserControls', { endUserControls: { userControls: held } })
  act(() => putInFront(withControls(45)))
  const block = await region()
  expect(within(block).getByText('45 in this report, 10 already here')).toBeDefined()
  expect(within(block).getAllByRole('checkbox')).toHaveLength(35)
  expect(within(block).getAllByText(/^Already here, p\. 2\d$/)).toHaveLength(10)
  fireEvent.click(within(block).getByRole('checkbox', { name: 'Control number 11.' }))
  press('Use 34 checked user controls')
  expect(texts()).toHaveLength(44)
  expect(texts().slice(0, 10)).toEqual(held.map(({ description }) => description))
  expect(editing().form.getValues('form.endUserControls.userControls')[10]).toEqual({
    description: 'Control number 12.',
    inPlace: false,
  })
  expect(editing().tracker.getState().isDirty).toBe(true)
  expect(await within(block).findByText('45 in this report, 44 already here')).toBeDefined()
  expect(within(block).getAllByText(/^Used, p\. \d\d$/)).toHaveLength(34)
  expect(screen.getAllByText('Added 34 user controls from the report')).toHaveLength(2)
  press('Undo')
  expect(texts()).toHaveLength(10)
  expect(await within(block).findByText('45 in this report, 10 already here')).toBeDefined()
  await eventually(async () => expect(await kept()).toEqual([]))
})

it('adds nothing twice, and keeps what was typed meanwhile', async () => {
  const { texts } = open('endUserControls')
  act(() => putInFront(withControls(2)))
  await region()
  press('Add user control')
  fireEvent.input(screen.getByRole('textbox', { name: 'User control 1' }), {
    target: { value: 'control number 2' },
  })
  // The block has not heard of it yet.
  press('Use 2 checked user controls')
  expect(texts()).toEqual(['control number 2', 'Control number 1.'])
  expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull()
})

it('remembers dismissed items', async () => {
  open('endUserControls')
  act(() => putInFront(withControls(2)))
  const block = await region()
  press('Dismiss suggestion for User controls: Control number 1.')
  expect(await screen.findByRole('button', { name: 'Use 1 checked user control' })).toBeDefined()
  expect(within(block).getAllByRole('checkbox')).toHaveLength(1)
  await eventually(async () =>
    expect(await kept()).toMatchObject([{ dismissals: [{ sha256: 'abc' }] }]),
  )
  press('Undo dismissal for User controls: Control number 1.')
  expect(await screen.findByRole('button', { name: 'Use 2 checked user controls' })).toBeDefined()
})

it('accounts for the tests, and leads to what was not understood', async () => {
  const reading = readingWith()
  const { balance } = reading
  open('findings')
  const show = vi.fn()
  act(() => {
    quoteDisplay().setState(show)
    putInFront({
      ...reading,
      balance: {
        ...balance,
        tests: {
          ...balance.tests,
          total: { noException: 93, exception: 2, notTested: 1, notUnderstood: 1 },
          notUnderstood: [
            { page: 88, label: '85', text: 'See note.', quote: quoteOf('See note.', 88, '85') },
          ],
        },
        pagesWithoutText: [4],
      },
    })
  })
  expect(
    await screen.findByText(
      'The report has 97 tests: 93 without exception, 2 with an exception, 1 not tested, 1 not understood.',
    ),
  ).toBeDefined()
  press('Show in report, page 88 (printed 85)')
  expect(show).toHaveBeenLastCalledWith([expect.objectContaining({ text: 'See note.' })])
  press('Show in report, page 4')
  expect(show).toHaveBeenLastCalledWith([{ page: 4, label: null, text: '', ranges: [] }])
  expect(screen.getByText('No findings found in this report')).toBeDefined()
})

it('names the holes in the numbers of the user controls', async () => {
  const reading = withControls(2)
  open('endUserControls')
  act(() =>
    putInFront({
      ...reading,
      balance: {
        ...reading.balance,
        userControls: { read: 2, numbers: { first: 1, last: 4, missing: [2, 3] } },
      },
    }),
  )
  expect(
    await screen.findByText('The report numbers its user controls 1 to 4; not found: 2, 3.'),
  ).toBeDefined()
})
