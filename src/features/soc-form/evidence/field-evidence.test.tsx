// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { type Source, sourceStore } from '../../../api/saving/kept-sources.ts'
import { noteOwner } from '../../../api/transport/owner.ts'
import type { SocSectionId } from '../../../domain/contract/enums.ts'
import { socFormSchema } from '../../../domain/contract/soc-form.ts'
import type { FieldReadings } from '../../../domain/evidence/suggestion.ts'
import { toSocEdit } from '../../../domain/soc/edit.ts'
import { quoteDisplay, reportReading } from '../../../editing/evidence/report-reading.ts'
import { resetServices } from '../../../lib/services.ts'
import {
  eventually,
  evidenceStage,
  FILE,
  putInFront,
} from '../../../testing/reports/evidence-stage.ts'
import { formPage } from '../../../testing/reports/form-page.tsx'
import { found, quoteOf, readingWith } from '../../../testing/reports/made-reading.ts'
import { WithMantine } from '../../../testing/with-mantine.tsx'
import { SectionFields } from '../section-fields.tsx'
import { SectionValues } from '../section-values.tsx'
import { ReadingStateSlot } from './evidence-slot.tsx'

const { reviewId, kept } = evidenceStage()

const FIRM = 'Hale & Orrin LLP'

const report = (some: Partial<FieldReadings>): void => putInFront(readingWith(some))

/** The form with some sections, as its page has it. */
const open = (sections: readonly SocSectionId[], form: object = {}) => {
  const { Page, editing } = formPage(reviewId(), form)
  const page = render(
    <Page>
      <ReadingStateSlot />
      {sections.map((id) => (
        <SectionFields key={id} id={id} />
      ))}
    </Page>,
    { wrapper: WithMantine },
  )
  return { ...page, editing, values: () => editing().form.getValues().form }
}

const button = (name: string) => screen.findByRole('button', { name })
const press = async (name: string): Promise<void> => void fireEvent.click(await button(name))
const there = (name: string): boolean => screen.queryByRole('button', { name }) !== null

it('uses a value as an unsaved edit, and takes it back', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const { editing, values } = open(['complianceScope'])
  act(() => report({ certification: found(['SOC_2', 'a SOC 2 examination', 1]) }))
  const use = await button('Use suggestion for Certification: SOC 2')
  act(() => use.focus())
  fireEvent.click(use)
  expect(values().complianceScope.certification).toBe('SOC_2')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'SOC 2' }).checked).toBe(true)
  expect(editing().tracker.getState().isDirty).toBe(true)
  expect(editing().form.getFieldState('form.complianceScope.certification').isDirty).toBe(true)
  expect(fetched).not.toHaveBeenCalled()
  expect(await screen.findByText('Used, p. 1')).toBeDefined()
  expect(document.activeElement?.textContent).toBe('Undo')
  await eventually(async () =>
    expect(await kept()).toMatchObject([
      {
        vendorId: 7,
        reviewId: reviewId(),
        sources: [
          { path: 'complianceScope.certification', value: 'SOC_2', fileName: 'report.pdf' },
        ],
      },
    ]),
  )
  await press('Undo suggestion for Certification')
  expect(values().complianceScope.certification).toBeNull()
  expect(document.activeElement).toBe(await button('Use suggestion for Certification: SOC 2'))
  await eventually(async () => expect(await kept()).toEqual([]))
})

it('says what the report says where the form says something else', async () => {
  const { values } = open(['complianceScope', 'cpaFirm'], {
    complianceScope: { scopeType: 'TYPE_2' },
    cpaFirm: { cpaFirm: 'hale & orrin llp.' },
  })
  act(() =>
    report({
      scopeType: found(['TYPE_1', 'as of', 3, '1']),
      cpaFirm: found([FIRM, FIRM, 2]),
    }),
  )
  expect(await screen.findByText('Report says Type 1')).toBeDefined()
  expect(screen.getByText('Report says the same:')).toBeDefined()
  expect(screen.getByText('p. 3 (printed 1)')).toBeDefined()
  expect(screen.getAllByText('Not found in this report').length).toBeGreaterThan(0)
  await press('Use suggestion for Scope type: Type 1')
  expect(values().complianceScope.scopeType).toBe('TYPE_1')
  expect(values().cpaFirm.cpaFirm).toBe('hale & orrin llp.')
  await press('Undo suggestion for Scope type')
  expect(values().complianceScope.scopeType).toBe('TYPE_2')
})

it('fills a text, a period and a set of criteria', async () => {
  const { values } = open(['complianceScope', 'cpaFirm'], {
    complianceScope: { certification: 'SOC_2', scopeType: 'TYPE_2' },
  })
  const days = { start: '2025-04-01', end: '2026-03-31' }
  act(() =>
    report({
      cpaFirm: found([FIRM, FIRM, 2]),
      auditPeriodRange: found([days, '1 April 2025 to 31 March 2026', 3]),
      trustServiceCriteria: found([['SECURITY'], 'relevant to security', 3]),
    }),
  )
  await press(`Use suggestion for CPA firm: ${FIRM}`)
  await press('Use suggestion for Audit period: 1 Apr 2025 – 31 Mar 2026')
  await press('Use suggestion for Trust service criteria: Security')
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'CPA firm' }).value).toBe(FIRM)
  expect(values().complianceScope).toMatchObject({
    auditPeriodRange: days,
    trustServiceCriteria: ['SECURITY'],
  })
  expect(there('Undo suggestion for Audit period')).toBe(true)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Privacy' }))
  expect(await screen.findByText(/report\.pdf/, { selector: 'bdi' })).toBeDefined()
  expect(await screen.findByText(/, edited since/)).toBeDefined()
  expect(await screen.findByText('Report says Security')).toBeDefined()
})

it('shows the next one once the best one is dismissed, and remembers that for the file', async () => {
  open(['cpaFirm'])
  const firms = { cpaFirm: found([FIRM, FIRM, 2], ['Other LLP', 'Other LLP', 3]) }
  act(() => report(firms))
  expect(await button(`Use suggestion for CPA firm: ${FIRM}`)).toBeDefined()
  expect(there('Use suggestion for CPA firm: Other LLP')).toBe(false)
  await press('1 more for CPA firm')
  expect(there('Use suggestion for CPA firm: Other LLP')).toBe(true)
  await press(`Dismiss suggestion for CPA firm: ${FIRM}`)
  await eventually(() => expect(there(`Use suggestion for CPA firm: ${FIRM}`)).toBe(false))
  await press('Dismiss suggestion for CPA firm: Other LLP')
  expect(await screen.findByText('Suggestion dismissed')).toBeDefined()
  act(() =>
    reportReading().setState({
      state: 'read',
      file: { name: 'next.pdf', sha256: 'def' },
      reading: readingWith(firms),
    }),
  )
  expect(there(`Use suggestion for CPA firm: ${FIRM}`)).toBe(true)
  act(() => report(firms))
  await press('Undo dismissal for CPA firm')
  expect(await button(`Use suggestion for CPA firm: ${FIRM}`)).toBeDefined()
})

it('acts on keys for the field that has the focus', async () => {
  const { values } = open(['complianceScope', 'cpaFirm'])
  act(() =>
    report({ cpaFirm: found([FIRM, FIRM, 2]), certification: found(['SOC_2', 'SOC 2', 1]) }),
  )
  await button(`Use suggestion for CPA firm: ${FIRM}`)
  expect(there('Show in report, page 2')).toBe(false)
  const show = vi.fn()
  act(() => quoteDisplay().setState(show))
  const text = screen.getByRole('textbox', { name: 'CPA firm' })
  act(() => text.focus())
  fireEvent.keyDown(text, { key: 'p', altKey: true })
  expect(show).toHaveBeenCalledExactlyOnceWith([expect.objectContaining({ page: 2, text: FIRM })])
  fireEvent.keyDown(text, { key: 'u', altKey: true })
  expect(values().cpaFirm.cpaFirm).toBe(FIRM)
  expect(values().complianceScope.certification).toBeNull()
  expect(document.activeElement).toBe(text)
  expect(await screen.findByText(`CPA firm: ${FIRM} used`)).toBeDefined()
})

it('says where a value came from without the report, too', async () => {
  open(['cpaFirm'])
  act(() => report({ cpaFirm: found([FIRM, FIRM, 12]) }))
  await press(`Use suggestion for CPA firm: ${FIRM}`)
  await eventually(async () => expect(await kept()).toHaveLength(1))
  cleanup()
  // Another page, on which no report is open.
  resetServices()
  noteOwner({ company: 'acme', user: 'ada' })
  const { editing } = open(['cpaFirm'], { cpaFirm: { cpaFirm: FIRM } })
  expect((await screen.findByText(/^From/)).textContent).toBe('From report.pdf, p. 12')
  act(() => {
    editing().form.setValue('form.cpaFirm.cpaFirm', 'Hale LLP')
    editing().tracker.refresh()
  })
  expect(screen.getByText(/^From/).textContent).toBe('From report.pdf, p. 12, edited since')
})

it('says where values came from in a form that is only read', async () => {
  const form = { cpaFirm: { cpaFirm: FIRM }, findings: { findings: [{ description: 'Late.' }] } }
  const source = (path: string, value: Source['value']): Source => ({
    path,
    value,
    before: null,
    quote: quoteOf('words', 3, '1'),
    fileName: 'report.pdf',
    sha256: 'abc',
    usedAt: '2026-11-27T10:00:00.000Z',
  })
  const review = { vendorId: 7, reviewId: reviewId(), reviewTitle: 'SOC 2 2026' }
  await sourceStore().change(review, (held) => ({
    ...held,
    sources: [
      source('cpaFirm.cpaFirm', FIRM),
      source('findings.findings', { description: 'Late.' }),
      source('findings.findings', { description: 'Gone.' }),
    ],
  }))
  const { Page } = formPage(reviewId(), form)
  const shown = toSocEdit(socFormSchema.parse(form))
  render(
    <Page>
      <ReadingStateSlot />
      <SectionValues id="cpaFirm" form={shown} missing={[]} />
      <SectionValues id="findings" form={shown} missing={[]} />
    </Page>,
    { wrapper: WithMantine },
  )
  expect((await screen.findByText(/^From/)).textContent).toBe('From report.pdf, p. 3 (printed 1)')
  expect(screen.getByText('2 findings from report.pdf, 1 edited since')).toBeDefined()
})

it('says what kind of document fills no form, and how far the reading is', async () => {
  open(['cpaFirm'])
  act(() => reportReading().setState({ state: 'reading', page: 12, pageCount: 148 }))
  expect(await screen.findByText('Reading page 12 of 148')).toBeDefined()
  act(() =>
    reportReading().setState({
      state: 'read',
      file: FILE,
      reading: { ...readingWith(), kind: 'BRIDGE_LETTER', fields: null },
    }),
  )
  expect(screen.getByText(/is a bridge letter/)).toBeDefined()
  expect(screen.queryByText('Not found in this report')).toBeNull()
  act(() => reportReading().setState({ state: 'failed', sentence: 'The file is damaged.' }))
  expect(screen.getByText('The file is damaged.')).toBeDefined()
})
