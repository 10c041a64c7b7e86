import type {
  Certification,
  ReportOpinion,
  ScopeType,
  TrustServiceCriterion,
} from '../../src/domain/contract/enums.ts'
import type { Look } from './layout/look.ts'

/** Something that a report says, and the sentences, lines or cells that say it, as they are written. */
export interface Fact<T> {
  value: T
  quotes: readonly string[]
  /** Whether a reader may leave it out. */
  optional?: true
}

/** An item of a list. Its own words are its quote unless others are given. */
export interface Item {
  text: string
  /** Other wordings that are right too. */
  alternatives?: readonly string[]
  quotes?: readonly string[]
}

export interface Place {
  city: string
  stateOrCountry: string
  /** Other spellings of the state or country. */
  alternatives?: readonly string[]
  quotes: readonly string[]
}

/** What a report says, for each field of the SOC form. What is left out is not in the report. */
export interface Facts {
  reportIssueDate?: Fact<string>
  certification?: Fact<Certification>
  scopeType?: Fact<ScopeType>
  /** The date of a type 1 report. */
  auditPeriod?: Fact<string>
  /** The period of a type 2 report. */
  auditPeriodRange?: Fact<{ start: string; end: string }>
  trustServiceCriteria?: Fact<readonly TrustServiceCriterion[]>
  reportOpinion?: Fact<ReportOpinion>
  findings?: readonly Item[]
  /** Controls that did not occur or were not tested, which are no findings. */
  notTested?: readonly string[]
  /** What may be taken for a finding, and may not. */
  debatableFindings?: readonly string[]
  userControls?: readonly Item[]
  services?: readonly Item[]
  /** What may be taken for a service, and may not. */
  debatableServices?: readonly string[]
  locations?: readonly Place[]
  cpaFirm?: Fact<string>
  subserviceOrganizations?: readonly Item[]
  isInclusive?: Fact<boolean>
}

/** What a document is: a SOC report with values to find, a letter, a scan, or something else. */
export type DocumentKind = 'soc' | 'bridge' | 'scan' | 'other'

/** A fictional document. Companies, firms and people in it are invented. */
export interface Report {
  /** Names its files. */
  name: string
  kind: DocumentKind
  title: string
  author: string
  /** The day that the file says it was made. */
  created: string
  look: Look
  /** The document, in the lines that layout/blocks.ts reads. */
  text: string
  facts: Facts
  /** What a reader may fall for. */
  traps: readonly string[]
}
