import type { Layout } from '../layout/layout.ts'
import type { Line } from '../layout/lines.ts'
import type { PageText, TextItem } from '../layout/page-text.ts'
import type { PassagePart } from '../layout/passage.ts'
import type { Claim, QuotePart, QuoteRange, Suggestion } from '../suggestion.ts'
import { type FoldedText, foldItems, foldText, HYPHEN } from './fold.ts'

/** Places of a quote that are tried. More would make a page of one letter slow. */
const MOST_TRIES = 40

/** The rule of trust of a report. */
export interface Proof {
  /**
   * Finds a quote on its pages.
   * @param parts its text on one page, or on two that follow each other
   * @returns null unless all of it stands there
   */
  quote: (parts: readonly PassagePart[]) => QuotePart[] | null
  /**
   * Lets a claim through, if its quote stands on the page that it names.
   * @param text the value as text, where the value is a text of the report: the quote must hold it
   */
  admit: <T>(claim: Claim<T>, text?: string) => Suggestion<T> | null
}

const fits = (page: FoldedText, at: number, quote: FoldedText): boolean => {
  for (let offset = 1; offset < quote.text.length; offset++) {
    const printed = page.hyphens[at + offset]
    const quoted = quote.hyphens[offset]
    const isSame = (printed === HYPHEN.none) === (quoted === HYPHEN.none)
    if (!isSame && !(printed === HYPHEN.lineEnd && quoted === HYPHEN.none)) return false
  }
  return true
}

/** @returns the place of the quote in the page's folded text, or -1 */
const placeOf = (page: FoldedText, quote: FoldedText): number => {
  let at = page.text.indexOf(quote.text)
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
    if (fits(page, at, quote)) return at
    at = page.text.indexOf(quote.text, at + 1)
  }
  return -1
}

const rangesOf = (
  page: FoldedText,
  from: number,
  length: number,
  items: ReadonlyMap<number, TextItem>,
): QuoteRange[] => {
  const ranges: QuoteRange[] = []
  for (let at = from; at < from + length; at++) {
    const item = page.items[at] ?? -1
    const offset = page.offsets[at] ?? 0
    const source = items.get(item)?.offsets?.[offset] ?? offset
    const last = ranges.at(-1)
    if (last?.item === item && source >= last.start) last.end = source + 1
    else ranges.push({ item, start: source, end: source + 1 })
  }
  return ranges
}

/** The items of a page in the order in which the layout reads them, with null between blocks. */
const flowsByPage = ({ blocks }: Layout): Map<number, (TextItem | null)[]> => {
  const flows = new Map<number, (TextItem | null)[]>()
  const add = (lines: readonly Line[]): void => {
    for (const [at, line] of lines.entries()) {
      const flow = flows.get(line.page) ?? []
      if (at === 0 || lines[at - 1]?.page !== line.page) flow.push(null)
      flow.push(...line.items)
      flows.set(line.page, flow)
    }
  }
  for (const block of blocks)
    if (block.kind === 'row') block.lines.forEach(add)
    else add(block.lines)
  return flows
}

/**
 * Makes the one gate through which every value leaves the reader.
 * @param pages the report's pages
 * @param layout the report, taken apart
 */
export const proofOf = (pages: readonly PageText[], layout: Layout): Proof => {
  const byNumber = new Map(pages.map((page) => [page.page, page]))
  const flows = flowsByPage(layout)
  const folded = new Map<number, FoldedText[]>()
  const foldedOf = (page: PageText): FoldedText[] => {
    const known = folded.get(page.page)
    if (known) return known
    // In the order of the file, which readers of the text see, and in that of the layout.
    const made = [foldItems(page.items), foldItems(flows.get(page.page) ?? [])]
    folded.set(page.page, made)
    return made
  }
  const part = ({ page: number, text }: PassagePart): QuotePart | null => {
    const page = byNumber.get(number)
    const quote = foldText(text)
    if (!page || quote.text === '') return null
    for (const flow of foldedOf(page)) {
      const at = placeOf(flow, quote)
      if (at < 0) continue
      const items = new Map(page.items.map((item) => [item.index, item]))
      const ranges = rangesOf(flow, at, quote.text.length, items)
      return { page: number, label: page.label, text, ranges }
    }
    return null
  }
  const quote = (parts: readonly PassagePart[]): QuotePart[] | null => {
    const [first, second] = parts
    if (!first || parts.length > 2) return null
    if (second && second.page <= first.page) return null
    const found = parts.map(part).filter((proved) => proved !== null)
    return found.length === parts.length ? found : null
  }
  return {
    quote,
    admit: ({ value, parts, rule }, text) => {
      const proved = quote(parts)
      if (!proved) return null
      const all = foldText(proved.map((one) => one.text).join('')).text
      if (text !== undefined && !all.includes(foldText(text).text)) return null
      return { value, quote: proved, rule }
    },
  }
}
