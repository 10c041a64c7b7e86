import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Reading } from '../../domain/evidence/reading.ts'
import type { FromReadingWorker, ToReadingWorker } from './reading-worker.ts'

interface ReadOptions {
  labels: readonly string[] | null
  signal: AbortSignal
  /** Told before each page, by its number. */
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
  { labels, signal, onPage }: ReadOptions,
): Promise<Reading> => {
  const worker = startWorker()
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
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
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted()
      onPage(number)
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const { transform, width, height } = page.getViewport({ scale: 1 })
      tell({
        page: {
          page: number,
          label: labels?.[number - 1] || null,
          items,
          viewport: { transform, width, height },
        },
      })
    }
    tell({ isEnd: true })
    return await answer
  } finally {
    worker.terminate()
  }
}
