import type { Reading } from '../../domain/evidence/reading.ts'
import type { QuotePart } from '../../domain/evidence/suggestion.ts'
import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'

/** A report's file, by what stays the same wherever it lies. */
export interface ReportFile {
  name: string
  /** SHA-256 of the bytes, in lower-case hexadecimal digits. */
  sha256: string
}

/** What is known of the report that is open beside a form. */
export type ReportReading =
  | { state: 'none' }
  | { state: 'reading'; page: number; pageCount: number }
  | { state: 'failed'; sentence: string }
  | { state: 'read'; file: ReportFile; reading: Reading }

/**
 * The reading of the report in front. The report's pane writes it, the form shows it: neither knows the
 * other.
 */
export const reportReading = service(() => createStore<ReportReading>({ state: 'none' }))

/** Shows the page of a quote and marks its words. */
export type ShowQuote = (quote: readonly QuotePart[]) => void

/** What shows a quote, while the pane of a report is there. */
export const quoteDisplay = service(() => createStore<ShowQuote | null>(null))
