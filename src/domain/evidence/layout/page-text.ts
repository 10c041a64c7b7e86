/**
 * Pages of positioned text, as pdf.js reads them. The shapes of pdf.js are repeated here as far as
 * they are needed, so that nothing of it is loaded.
 */

/** An item of `getTextContent()`. */
export interface PdfTextItem {
  str: string
  /** From the item's space to the page's: scale, turn and position, in points. */
  transform: readonly number[]
  width: number
  height: number
  fontName: string
}

/** `getTextContent()` also holds marks without text. */
export type PdfContentItem = PdfTextItem | { type: string }

export interface PdfPage {
  /** From 1. */
  page: number
  /** The number that is printed on the page, from `getPageLabels()`. */
  label: string | null
  /** The items of `getTextContent()`, in its order. */
  items: readonly PdfContentItem[]
  /** `getViewport({ scale: 1 })`. */
  viewport: { transform: readonly number[]; width: number; height: number }
}

/** A piece of text in one line, in points from the page's upper left corner. */
export interface TextItem {
  /** The text without characters of zero width. */
  text: string
  x: number
  /** The base line. */
  y: number
  width: number
  /** The height of the font. */
  size: number
  font: string
  /** The index in `getTextContent().items`. */
  index: number
  /** For each character of `text`, its index in pdf.js' text, where zero-width ones were dropped. */
  offsets?: readonly number[]
}

export interface PageText {
  /** From 1. */
  page: number
  label: string | null
  width: number
  height: number
  items: TextItem[]
}

/** Characters without width: they say nothing, and stamps hide addresses among them. */
const ZERO_WIDTH = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/u

interface Placed extends TextItem {
  /** Quarter turns of the text on the page, or null where it is turned otherwise. */
  turn: 0 | 1 | 2 | 3 | null
}

const isText = (item: PdfContentItem): item is PdfTextItem => 'str' in item

const withoutZeroWidth = (text: string): Pick<TextItem, 'text' | 'offsets'> => {
  if (!ZERO_WIDTH.test(text)) return { text }
  const offsets = Array.from({ length: text.length }, (_, at) => at).filter(
    (at) => !ZERO_WIDTH.test(text.charAt(at)),
  )
  return { text: offsets.map((at) => text.charAt(at)).join(''), offsets }
}

const turnOf = (right: number, down: number): Placed['turn'] => {
  const length = Math.hypot(right, down)
  if (length === 0) return null
  if (Math.abs(down) < length * 0.02) return right > 0 ? 0 : 2
  if (Math.abs(right) < length * 0.02) return down > 0 ? 1 : 3
  return null
}

const place = (item: PdfTextItem, index: number, viewport: PdfPage['viewport']): Placed => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = viewport.transform
  const scale = Math.hypot(va, vb)
  return {
    ...withoutZeroWidth(item.str),
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: item.width * scale,
    size: Math.hypot(c, d) * scale,
    font: item.fontName,
    index,
    turn: turnOf(va * a + vc * b, vb * a + vd * b),
  }
}

/** Turns a page's coordinates so that text of this turn runs from left to right. */
const UPRIGHT: Record<0 | 1 | 2 | 3, (x: number, y: number, w: number, h: number) => number[]> = {
  0: (x, y) => [x, y],
  1: (x, y, w) => [y, w - x],
  2: (x, y, w, h) => [w - x, h - y],
  3: (x, y, _w, h) => [h - y, x],
}

/**
 * Makes our page of what pdf.js gives. Text that is turned against the rest of the page is left
 * out: trust centers stamp it across a page, with the reader's address. Of a page that is turned as
 * a whole the coordinates are turned instead.
 * @param source a page of pdf.js, with its items and its viewport
 * @returns the page, with the items in their order
 */
export const pageTextOf = ({ page, label, items, viewport }: PdfPage): PageText => {
  const placed = items
    .map((item, index) => (isText(item) ? place(item, index, viewport) : null))
    .filter((item) => item !== null)
    .filter(({ text, turn, size }) => text.trim() !== '' && turn !== null && size > 0)
  const letters = [0, 0, 0, 0]
  for (const { turn, text } of placed) letters[turn ?? 0] = (letters[turn ?? 0] ?? 0) + text.length
  const main = ([0, 1, 2, 3] as const).reduce((best, turn) =>
    (letters[turn] ?? 0) > (letters[best] ?? 0) ? turn : best,
  )
  const isAside = main % 2 === 1
  return {
    page,
    label,
    width: isAside ? viewport.height : viewport.width,
    height: isAside ? viewport.width : viewport.height,
    items: placed
      .filter(({ turn }) => turn === main)
      .map(({ turn: _, ...item }) => {
        const [x = 0, y = 0] = UPRIGHT[main](item.x, item.y, viewport.width, viewport.height)
        return { ...item, x, y }
      }),
  }
}
