import type { Reading } from '../../domain/evidence/reading.ts'
import type { FieldReading, FieldReadings, QuotePart } from '../../domain/evidence/suggestion.ts'

/** Readings of reports, written by hand. */

export const quoteOf = (text: string, page: number, label: string | null = null): QuotePart[] => [
  { page, label, text, ranges: [{ item: 0, start: 0, end: text.length }] },
]

/** A field of which the report has these values, each with a quote and its page. */
export const found = <T>(
  ...candidates: readonly (readonly [value: T, text: string, page: number, label?: string])[]
): FieldReading<T> => ({
  status: 'found',
  candidates: candidates.map(([value, text, page, label]) => ({
    value,
    quote: quoteOf(text, page, label ?? null),
    rule: 'test',
  })),
})

const NOT_FOUND = { status: 'not-found' } as const

/** The fields of a report that says nothing else. */
export const fieldsWith = (some: Partial<FieldReadings> = {}): FieldReadings => ({
  reportIssueDate: NOT_FOUND,
  certification: NOT_FOUND,
  scopeType: NOT_FOUND,
  auditPeriod: NOT_FOUND,
  auditPeriodRange: NOT_FOUND,
  trustServiceCriteria: NOT_FOUND,
  reportOpinion: NOT_FOUND,
  findings: NOT_FOUND,
  userControls: NOT_FOUND,
  services: NOT_FOUND,
  locations: NOT_FOUND,
  cpaFirm: NOT_FOUND,
  subserviceOrganization: NOT_FOUND,
  subserviceOrganizationUsingInclusiveMethod: NOT_FOUND,
  ...some,
})

/** A report with these fields, of which everything was understood. */
export const readingWith = (some: Partial<FieldReadings> = {}): Reading => ({
  kind: 'SOC_REPORT',
  fields: fieldsWith(some),
  balance: {
    tests: {
      total: { noException: 0, exception: 0, notTested: 0, notUnderstood: 0 },
      pages: [],
      notUnderstood: [],
    },
    userControls: { read: 0, numbers: null },
    pagesWithoutText: [],
  },
})
