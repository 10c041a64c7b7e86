import type { Reading } from './reading.ts'
import type { FieldName, QuotePart } from './suggestion.ts'

/** The sections of the SOC form and the fields of each that a report can answer. */
const SECTIONS = {
  reviewerInformation: ['reportIssueDate'],
  complianceScope: [
    'certification',
    'scopeType',
    'auditPeriod',
    'auditPeriodRange',
    'trustServiceCriteria',
  ],
  reportOpinion: ['reportOpinion'],
  findings: ['findings'],
  endUserControls: ['userControls'],
  servicesAndLocations: ['services', 'locations'],
  cpaFirm: ['cpaFirm'],
  subserviceOrganizations: ['subserviceOrganization', 'subserviceOrganizationUsingInclusiveMethod'],
} as const satisfies Record<string, readonly FieldName[]>

/** Fields of several values. */
const LISTS: ReadonlySet<FieldName> = new Set<FieldName>([
  'findings',
  'userControls',
  'services',
  'locations',
  'subserviceOrganization',
])

export interface PredictedQuote {
  page: number
  quote: string
}

/** A value with its quotes; of a list, each item has its own. */
export interface PredictedField {
  value: unknown
  page?: number
  quote?: string
  quotes?: PredictedQuote[]
}

/** What was read of a report, as plain values and quotes: for scorers and other programs. */
export interface Prediction {
  kind: 'soc' | 'bridge' | 'scan' | 'other'
  sections: Record<string, Record<string, PredictedField>>
}

const quotesOf = (parts: readonly QuotePart[]) => {
  const quotes = parts.map(({ page, text }) => ({ page, quote: text }))
  return { page: quotes[0]?.page, quote: quotes[0]?.quote, quotes }
}

const kindOf = ({ kind, fields }: Reading): Prediction['kind'] => {
  if (fields) return 'soc'
  if (kind === 'BRIDGE_LETTER') return 'bridge'
  return kind === 'SCAN' ? 'scan' : 'other'
}

const fieldOf = ({ fields }: Reading, name: FieldName): PredictedField => {
  const field = fields?.[name]
  const isList = LISTS.has(name)
  if (field?.status !== 'found') return { value: isList ? [] : null }
  const [best] = field.candidates
  if (!isList) return { value: best?.value, ...(best ? quotesOf(best.quote) : {}) }
  return {
    value: field.candidates.map(({ value, quote }) => ({
      ...(value as object),
      ...quotesOf(quote),
    })),
  }
}

/** Turns what was read into plain values by section and field; of each field its best candidate. */
export const predictionOf = (reading: Reading): Prediction => ({
  kind: kindOf(reading),
  sections: Object.fromEntries(
    Object.entries(SECTIONS).map(([section, names]) => [
      section,
      Object.fromEntries(names.map((name) => [name, fieldOf(reading, name)])),
    ]),
  ),
})
