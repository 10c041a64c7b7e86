import type { PDFDocumentProxy } from 'pdfjs-dist'
import { readDocumentFile } from '../../api/document-file.ts'
import { type Explanation, explainError } from '../../api/transport/explain-error.ts'
import type { ReportFile } from '../../editing/evidence/report-reading.ts'
import { createStore, type Store } from '../../lib/store.ts'
import { openPdf, PdfProblem } from './open-pdf.ts'
import type { OpenReport } from './open-reports.ts'
import type { Place } from './reader/pdf-reader.ts'
import type { ReportKey } from './report-search.ts'

/** A document that is open, with what was learned about its file. */
export interface OpenedPdf {
  state: 'open'
  pdf: PDFDocumentProxy
  /** The printed numbers of the pages, where the file names them. */
  labels: readonly string[] | null
  file: ReportFile
}

/** How far a report is on its way to the screen. */
export type ReportState =
  | { state: 'loading'; loaded: number; total: number | null }
  | { state: 'password'; isWrong: boolean; give: (password: string) => void }
  | ({ state: 'failed' } & Pick<Explanation, 'sentence' | 'requestId'>)
  | OpenedPdf

/** A report on the shelf. */
export interface ShelvedReport {
  state: Store<ReportState>
  /** Where it was left; null where it was not. */
  place: () => Place | null
  leaveAt: (place: Place) => void
  /** Fetches and opens it again. */
  retry: () => void
}

const hexadecimal = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const GONE = 'This file cannot be read any more. It may have been moved or changed: open it again.'

const BEGUN: ReportState = { state: 'loading', loaded: 0, total: null }

const problemOf = (error: unknown, isFile: boolean): ReportState => {
  if (error instanceof PdfProblem)
    return { state: 'failed', sentence: error.message, requestId: null }
  if (isFile) return { state: 'failed', sentence: GONE, requestId: null }
  const { sentence, requestId } = explainError(error)
  return { state: 'failed', sentence, requestId }
}

/** Fetches and opens one report, and tells how far it is. */
const takeOut = async (
  vendorId: number,
  report: OpenReport,
  signal: AbortSignal,
  tell: (state: ReportState) => void,
): Promise<void> => {
  try {
    const bytes =
      'file' in report
        ? new Uint8Array(await report.file.arrayBuffer())
        : await readDocumentFile(
            { vendorId, documentId: report.documentId },
            { signal, onProgress: (progress) => tell({ state: 'loading', ...progress }) },
          )
    const sha256 = hexadecimal(await crypto.subtle.digest('SHA-256', bytes))
    const pdf = await openPdf(bytes, {
      signal,
      onPassword: (isWrong, give) => tell({ state: 'password', isWrong, give }),
    })
    if (signal.aborted) return void pdf.loadingTask.destroy()
    const labels = await pdf.getPageLabels()
    tell({ state: 'open', pdf, labels, file: { name: report.name, sha256 } })
  } catch (error) {
    if (!signal.aborted) tell(problemOf(error, 'file' in report))
  }
}

/**
 * The reports that were opened beside a review, each fetched once. A shelf that is closed lets go of
 * all of them, and of their memory.
 */
export const createShelf = (vendorId: number) => {
  const reports = new Map<ReportKey, ShelvedReport & { letGo: () => void }>()

  const put = (report: OpenReport): ShelvedReport & { letGo: () => void } => {
    const state = createStore<ReportState>(BEGUN)
    let abort = new AbortController()
    let place: Place | null = null
    const begin = (): void => {
      abort = new AbortController()
      const { signal } = abort
      state.setState(BEGUN)
      void takeOut(vendorId, report, signal, (next) => {
        if (!signal.aborted) state.setState(next)
      })
    }
    begin()
    const letGo = (): void => {
      abort.abort()
      const now = state.getState()
      if (now.state === 'open') void now.pdf.loadingTask.destroy()
    }
    return {
      state,
      place: () => place,
      leaveAt: (left) => {
        place = left
      },
      retry: begin,
      letGo,
    }
  }

  return {
    /** The report with this key, which is opened on first use. */
    get: (report: OpenReport): ShelvedReport => {
      const known = reports.get(report.key)
      if (known) return known
      const shelved = put(report)
      reports.set(report.key, shelved)
      return shelved
    },
    /** Lets go of every report that is not among these. */
    keepOnly: (keys: readonly ReportKey[]): void => {
      for (const [key, { letGo }] of reports) {
        if (keys.includes(key)) continue
        letGo()
        reports.delete(key)
      }
    },
  }
}
