import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect } from 'react'
import type { Reading } from '../../domain/evidence/reading.ts'
import { reportReading } from '../../editing/evidence/report-reading.ts'
import { readReport } from './read-in-worker.ts'
import type { OpenedPdf } from './report-shelf.ts'

const FAILED = 'The text of this report could not be read. Fill the form by hand from its pages.'

/** What was read of a document stays while the document is open. */
const readings = new WeakMap<PDFDocumentProxy, Reading>()

/** Reads the report in front, and tells the form about it. */
export const useReading = ({ pdf, file }: OpenedPdf): void =>
  useEffect(() => {
    const { setState } = reportReading()
    const known = readings.get(pdf)
    if (known) setState({ state: 'read', file, reading: known })
    const abort = new AbortController()
    const read = async (): Promise<void> => {
      try {
        const reading = await readReport(pdf, {
          signal: abort.signal,
          onPage: (page) => setState({ state: 'reading', page, pageCount: pdf.numPages }),
        })
        readings.set(pdf, reading)
        setState({ state: 'read', file, reading })
      } catch {
        if (!abort.signal.aborted) setState({ state: 'failed', sentence: FAILED })
      }
    }
    if (!known) void read()
    return () => {
      abort.abort()
      setState({ state: 'none' })
    }
  }, [pdf, file])
