import type { PdfContentItem, PdfPage } from './page-text.ts'

/** What is needed of an open document of pdf.js. */
interface PdfDocument {
  numPages: number
  getPageLabels: () => Promise<readonly string[] | null>
  getPage: (page: number) => Promise<{
    getTextContent: () => Promise<{ items: readonly PdfContentItem[] }>
    getViewport: (options: { scale: number }) => PdfPage['viewport']
  }>
}

/**
 * Takes the text of a document, page by page, so that other work goes on between two pages.
 * @param pdf an open document of pdf.js
 * @throws what pdf.js throws for a page that is damaged
 */
export const documentPages = async function* (pdf: PdfDocument): AsyncGenerator<PdfPage, void> {
  const labels = await pdf.getPageLabels()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const { transform, width, height } = page.getViewport({ scale: 1 })
    yield {
      page: number,
      // A page may have a label without letters, as covers do.
      label: labels?.[number - 1] || null,
      items,
      viewport: { transform, width, height },
    }
  }
}
