import type { PDFDocumentProxy } from 'pdfjs-dist'
import { documentPages } from '../../domain/evidence/layout/document-pages.ts'
import type { Reading } from '../../domain/evidence/reading.ts'
import type { FromReadingWorker, ToReadingWorker } from './reading-worker.ts'

interface ReadOptions {
  signal: AbortSignal
  /** Told of each page that was taken, by its number. */
  onPage: (page: number) => void
}

const startWorker = (): Worker =>
  new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })

/**
 * Reads an open document for what it says about the form's fields. The rules run in a worker, and the
 * text is handed over page by page, so that typing goes on meanwhile.
 * @throws the signal's reason when it is aborted, Error when a page or the worker fails
 */
export const readReport = async (
  pdf: PDFDocumentProxy,
  { signal, onPage }: ReadOptions,
): Promise<Reading> => {
  const worker = startWorker()
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    const tell = (message: ToReadingWorker): void => worker.postMessage(message)
    const answer = new Promise<FromReadingWorker>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromReadingWorker>) =>
        resolve(data),
      )
      worker.addEventListener('error', () => reject(new Error('The reading of the report failed.')))
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    })
    // Nobody waits for the answer while pages are read.
    answer.catch(() => undefined)
    for await (const page of documentPages(pdf)) {
      signal.throwIfAborted()
      tell({ page })
      onPage(page.page)
    }
    tell({ isEnd: true })
    return await answer
  } finally {
    worker.terminate()
  }
}
