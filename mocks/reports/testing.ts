import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { squash } from './squash.ts'

/** A text on a page, as pdf.js gives it. */
interface Item {
  str: string
  transform: number[]
}

/** Opens a file with pdf.js, as the app does. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: bytes.slice(), verbosity: 0 }).promise

/** Whether a text is turned, as a watermark is. */
const isTurned = ({ transform: [, turn = 0] }: Item): boolean => Math.abs(turn) > 0.01

/** The texts of a page in the order of the file. */
export const itemsOf = async (pdf: PDFDocumentProxy, page: number): Promise<Item[]> => {
  const { items } = await (await pdf.getPage(page)).getTextContent()
  return items.flatMap((item) => ('str' in item ? [item as Item] : []))
}

/**
 * The squashed text of a page in two orders: that of the file, and that of columns, in which what
 * begins at one left edge is read from top to bottom. The second is how a cell is read in a table
 * whose file goes line by line across it.
 */
export const readingsOf = (items: readonly Item[]): string[] => {
  const upright = items.filter((item) => !isTurned(item))
  const byEdge = upright.toSorted((a, b) => {
    const [left = 0, top = 0] = a.transform.slice(4)
    const [otherLeft = 0, otherTop = 0] = b.transform.slice(4)
    return Math.round(left) - Math.round(otherLeft) || otherTop - top
  })
  return [upright, byEdge].map((order) => squash(order.map(({ str }) => str).join('')))
}
