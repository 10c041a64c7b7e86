import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PageText, pageTextOf } from '../../domain/evidence/layout/page-text.ts'

/** Reads the pages of a PDF on disk, as the page in the browser reads them. */
export const pdfPages = async (path: string): Promise<PageText[]> => {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const labels = await pdf.getPageLabels()
  const pages: PageText[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const viewport = page.getViewport({ scale: 1 })
    pages.push(pageTextOf({ page: number, label: labels?.[number - 1] ?? null, items, viewport }))
  }
  await pdf.loadingTask.destroy()
  return pages
}
