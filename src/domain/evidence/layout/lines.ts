import type { PageText, TextItem } from './page-text.ts'

/** Items on one base line, from left to right. */
export interface Line {
  page: number
  y: number
  x: number
  right: number
  /** The size and font of most of its letters. */
  size: number
  font: string
  items: TextItem[]
  text: string
}

/** The share of the font's size from which a gap between two items is a space. */
const SPACE = 0.16
/** The share of the font's size by which items of one line may differ in height, as footnote marks do. */
const SAME_LINE = 0.42

const rightOf = ({ x, width }: TextItem): number => x + width

/** White space that is more than one plain space. */
const UNEVEN = /[^\S ]| {2}/u

/** The text of items that follow each other, with a space where the page has a gap. */
const textOf = (items: readonly TextItem[]): string => {
  let text = ''
  let right = Number.NaN
  for (const item of items) {
    if (item.x - right > SPACE * item.size && !text.endsWith(' ')) text += ' '
    text += item.text
    right = rightOf(item)
  }
  return (UNEVEN.test(text) ? text.replaceAll(/\s+/gu, ' ') : text).trim()
}

/** Sizes that differ by less than this are one. */
const quarter = (size: number): number => Math.round(size * 4) / 4

/** The value of most letters, for instance the font of a line. */
export const mostOf = <T>(entries: readonly (readonly [T, number])[], none: T): T => {
  const counts = new Map<T, number>()
  let best = none
  for (const [value, count] of entries) {
    counts.set(value, (counts.get(value) ?? 0) + count)
    if ((counts.get(value) ?? 0) > (counts.get(best) ?? 0)) best = value
  }
  return best
}

/**
 * Makes a line of items that stand beside each other.
 * @param items at least one
 */
export const lineOf = (page: number, items: readonly TextItem[]): Line => {
  const [only] = items
  // Most cells and most lines are one item.
  if (only && items.length === 1) {
    const { x, y, font } = only
    const size = quarter(only.size)
    return { page, y, x, right: rightOf(only), size, font, items: [only], text: textOf(items) }
  }
  const sorted = items.toSorted((a, b) => a.x - b.x || a.index - b.index)
  const most = <K extends 'y' | 'size' | 'font'>(key: K): TextItem[K] => {
    const value = sorted[0]?.[key] as TextItem[K]
    if (sorted.every((item) => item[key] === value)) return value
    return mostOf(
      sorted.map((item) => [item[key], item.text.length] as const),
      value,
    )
  }
  return {
    page,
    y: most('y'),
    x: Math.min(...sorted.map(({ x }) => x)),
    right: Math.max(...sorted.map(rightOf)),
    size: quarter(most('size')),
    font: most('font'),
    items: sorted,
    text: textOf(sorted),
  }
}

/**
 * Groups a page's items into lines, from top to bottom. Items of neighbouring columns on one base
 * line are one line; tables and columns are taken apart later.
 */
export const linesOf = ({ page, items }: PageText): Line[] => {
  const lines: TextItem[][] = []
  let open: TextItem[] = []
  for (const item of items.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const first = open[0]
    if (first && item.y - first.y <= SAME_LINE * Math.max(first.size, item.size)) open.push(item)
    else {
      open = [item]
      lines.push(open)
    }
  }
  return lines.map((line) => lineOf(page, line))
}
