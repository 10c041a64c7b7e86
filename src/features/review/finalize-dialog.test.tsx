// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reviewSchema } from '../../domain/contract/review-with-form.ts'
import { answer, type Sent, serve } from '../../testing/answers.ts'
import { standInForBrowser } from '../../testing/browser.ts'
import FinalizeDialog from './finalize-dialog.tsx'

const review = reviewSchema.parse({ id: 12, title: 'SOC 2, 2026', status: 'IN_PROGRESS' })

const open = (respond: () => Response, shown = review) => {
  const requests: Sent[] = serve(respond)
  const onClose = vi.fn<(done?: string) => void>()
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <FinalizeDialog vendorId={7} review={shown} onClose={onClose} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { requests, onClose, dialog: within(screen.getByRole('dialog')) }
}

type Dialog = ReturnType<typeof open>['dialog']
const choose = (dialog: Dialog, name: string): boolean =>
  fireEvent.click(dialog.getByRole('radio', { name }))
const write = (dialog: Dialog, value: string): boolean =>
  fireEvent.change(dialog.getByRole('textbox', { name: 'Note' }), { target: { value } })
const finalize = (dialog: Dialog): boolean =>
  fireEvent.click(dialog.getByRole('button', { name: 'Finalize review' }))
const bodyOf = (sent: Sent | undefined): unknown =>
  JSON.parse(typeof sent?.body === 'string' ? sent.body : 'null')

const done = () => answer({ success: true, newStatus: 'COMPLETED', message: 'Done' })

beforeEach(() => {
  standInForBrowser()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the dialog "Finalize review"', () => {
  it('presumes no decision, and offers those that an analyst can make', () => {
    const { dialog } = open(done)
    const radios = within(dialog.getByRole('radiogroup', { name: 'Decision' })).getAllByRole(
      'radio',
    )
    expect(radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent)).toEqual([
      'Approved',
      'Approved with conditions',
      'Rejected',
    ])
    expect(radios.some((radio) => (radio as HTMLInputElement).checked)).toBe(false)
  })

  it('sends nothing before a decision is chosen, and says so', async () => {
    const { dialog, requests, onClose } = open(done)
    write(dialog, 'Looks good')
    finalize(dialog)
    await dialog.findByText('Choose a decision.')
    expect(requests).toHaveLength(0)
    choose(dialog, 'Rejected')
    finalize(dialog)
    await waitFor(() => expect(onClose).toHaveBeenCalledWith('Finalized: rejected.'))
    expect(requests.map(bodyOf)).toEqual([
      { action: 'finalize', decision: 'REJECTED', note: 'Looks good' },
    ])
  })

  it('refuses a note of more than 1,000 characters, and counts them', async () => {
    const { dialog, requests } = open(done)
    choose(dialog, 'Approved')
    write(dialog, 'x'.repeat(1_001))
    expect(dialog.getByText('1,001 of 1,000 characters')).toBeTruthy()
    finalize(dialog)
    await dialog.findByText('The note can have at most 1,000 characters.')
    expect(requests).toHaveLength(0)
    write(dialog, 'x'.repeat(1_000))
    finalize(dialog)
    await waitFor(() => expect(requests).toHaveLength(1))
  })

  it('sends no note that is blank', async () => {
    const { dialog, requests } = open(done)
    choose(dialog, 'Approved')
    write(dialog, '  \n ')
    finalize(dialog)
    await waitFor(() => expect(requests).toHaveLength(1))
    expect(bodyOf(requests[0])).toEqual({ action: 'finalize', decision: 'APPROVED' })
  })

  it('asks once for the conditions of an approval, and takes none for an answer', async () => {
    const { dialog, requests } = open(done)
    const question = 'Finalize without stating the conditions?'
    choose(dialog, 'Approved')
    expect(dialog.queryByText('State the conditions.')).toBeNull()
    choose(dialog, 'Approved with conditions')
    expect(dialog.getByText('State the conditions.')).toBeTruthy()
    write(dialog, ' ')
    finalize(dialog)
    await dialog.findByText(question)
    expect(requests).toHaveLength(0)
    finalize(dialog)
    await waitFor(() => expect(requests).toHaveLength(1))
    expect(bodyOf(requests[0])).toEqual({
      action: 'finalize',
      decision: 'APPROVED_WITH_CONDITIONS',
    })
  })

  it('asks nothing about conditions that are stated', async () => {
    const { dialog, requests } = open(done)
    choose(dialog, 'Approved with conditions')
    write(dialog, 'Bridge letter by March')
    finalize(dialog)
    await waitFor(() => expect(requests).toHaveLength(1))
    expect(bodyOf(requests[0])).toEqual({
      action: 'finalize',
      decision: 'APPROVED_WITH_CONDITIONS',
      note: 'Bridge letter by March',
    })
  })

  it('says what the decision rests on, if the review has a form', () => {
    const { dialog } = open(
      done,
      reviewSchema.parse({
        ...review,
        socReviewForm: {
          reportOpinion: { reportOpinion: 'QUALIFIED' },
          findings: { findings: [{ description: 'One' }] },
        },
      }),
    )
    const facts = dialog.getAllByRole('term').map((term) => term.parentElement?.textContent)
    expect(facts).toEqual([
      'Report opinionQualified',
      'Findings1',
      'User controls not in place0 of 0',
    ])
  })

  it('stays open with what was entered when the service refuses, and says why', async () => {
    const { dialog, onClose } = open(() => answer({ message: 'Not now' }, 422))
    choose(dialog, 'Approved')
    write(dialog, 'Looks good')
    finalize(dialog)
    expect((await dialog.findByRole('alert')).textContent).toContain('does not allow this')
    expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Looks good')
    expect(dialog.getByRole('radio', { name: 'Approved' })).toHaveProperty('checked', true)
    expect(onClose).not.toHaveBeenCalled()
  })

  it('completes without a decision only where the service knows none, and only when asked', async () => {
    const refusal = { message: 'property decision should not exist' }
    let isFirst = true
    const { dialog, requests, onClose } = open(() => {
      const response = isFirst ? answer(refusal, 400) : done()
      isFirst = false
      return response
    })
    choose(dialog, 'Rejected')
    finalize(dialog)
    const button = await dialog.findByRole('button', { name: 'Mark complete' })
    expect(requests).toHaveLength(1)
    expect(onClose).not.toHaveBeenCalled()
    fireEvent.click(button)
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(bodyOf(requests[1])).toEqual({ action: 'finalize' })
  })
})
