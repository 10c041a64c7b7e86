import { type PageText, type PdfPage, pageTextOf } from '../../domain/evidence/layout/page-text.ts'
import { type Reading, readPages } from '../../domain/evidence/reading.ts'

/** What the worker is told: one page after the other, then that there are no more. */
export type ToReadingWorker = { page: PdfPage } | { isEnd: true }

/** What the worker answers once it has all pages. */
export type FromReadingWorker = Reading

/** The worker's own global object. The types of workers and of pages cannot be had together. */
const worker = globalThis as unknown as Pick<Worker, 'postMessage' | 'addEventListener'>

const pages: PageText[] = []

worker.addEventListener('message', ({ data }: MessageEvent<ToReadingWorker>) => {
  if ('page' in data) pages.push(pageTextOf(data.page))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  else worker.postMessage(readPages(pages) satisfies FromReadingWorker)
})
