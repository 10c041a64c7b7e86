import type {
  Certification,
  ReportOpinion,
  ScopeType,
  TrustServiceCriterion,
} from '../contract/enums.ts'
import type { PassagePart } from './layout/passage.ts'

/** A piece of an item of pdf.js: offsets into `getTextContent().items[item].str`. */
export interface QuoteRange {
  item: number
  start: number
  end: number
}

/** A quote on one page. */
export interface QuotePart {
  /** From 1. */
  page: number
  /** The printed number of the page, where the file names one. */
  label: string | null
  text: string
  /** Where the text stands in the page's text layer. */
  ranges: QuoteRange[]
}

/** The values of the SOC form that a report can answer, as the form holds them. */
export interface FieldValues {
  reportIssueDate: string
  certification: Certification
  scopeType: ScopeType
  auditPeriod: string
  auditPeriodRange: { start: string; end: string }
  trustServiceCriteria: TrustServiceCriterion[]
  reportOpinion: ReportOpinion
  findings: { description: string }
  userControls: { description: string }
  services: { name: string }
  locations: { city: string; stateOrCountry: string }
  cpaFirm: string
  subserviceOrganization: { name: string }
  subserviceOrganizationUsingInclusiveMethod: boolean
}
export type FieldName = keyof FieldValues

/** What a rule found, before its quote is proved. */
export interface Claim<T> {
  value: T
  parts: PassagePart[]
  /** The name of the rule. */
  rule: string
}

/** A value whose quote stands on its page. */
export interface Suggestion<T> {
  value: T
  /** One part, or two where the quote goes over a page break. */
  quote: QuotePart[]
  rule: string
}

/**
 * What was read for a field. Of a field with one value, the candidates are alternatives, the best one
 * first; of a list they are its items. `none` means that the report says so, with the quote.
 */
export type FieldReading<T> =
  | { status: 'found'; candidates: Suggestion<T>[] }
  | { status: 'none'; quote: QuotePart[]; rule: string }
  | { status: 'not-found' }

export type FieldReadings = { [K in FieldName]: FieldReading<FieldValues[K]> }
