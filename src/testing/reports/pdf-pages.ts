import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { documentPages } from '../../domain/evidence/layout/document-pages.ts'
import { type PageText, pageTextOf } from '../../domain/evidence/layout/page-text.ts'

/** Reads the pages of a PDF on disk, as the page in the browser reads them. */
export const pdfPages = async (path: string): Promise<PageText[]> => {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const pages: PageText[] = []
  for await (const page of documentPages(pdf)) pages.push(pageTextOf(page))
  await pdf.loadingTask.destroy()
  return pages
}
