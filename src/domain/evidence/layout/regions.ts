import { type Line, lineOf } from './lines.ts'

/** A part of a page: text over the full width, a column of text, or a table. */
export type Region =
  | { kind: 'text'; lines: Line[] }
  | { kind: 'column'; lines: Line[] }
  | { kind: 'table'; lines: Line[]; gutters: number[] }

/** A place at which items of several lines begin, and which no line between them crosses. */
interface Gutter {
  x: number
  from: number
  to: number
}

const NEAR = 3
/** So many lines on each side of a place show two columns, though none of them has both. */
const UNALIGNED = 4
/** From this share of the font's size a gap may stand between two columns. */
const WIDE_GAP = 1.15
const MARKER = /^(?:[•▪■●◦○‣·*–—o§-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\(\d{1,2}\))$/i

const crosses = ({ items }: Line, x: number): boolean =>
  items.some((item) => item.x < x - NEAR && item.x + item.width > x + NEAR)

const startsAt = ({ items }: Line, x: number): boolean =>
  items.some((item) => Math.abs(item.x - x) <= NEAR)

/** Whether the line has text at this place, with other text before it. */
const splitsAt = (line: Line, x: number): boolean => startsAt(line, x) && line.x < x - NEAR

const candidates = (lines: readonly Line[]): number[] => {
  const places = lines
    .flatMap(({ items, size }) =>
      items.filter((item, at) => {
        const before = items[at - 1]
        return before && item.x - before.x - before.width > WIDE_GAP * size
      }),
    )
    .map(({ x }) => x)
    .toSorted((a, b) => a - b)
  return places.filter((x, at) => at === 0 || x - (places[at - 1] ?? 0) > NEAR)
}

/** Where the lines of a right column begin, whose base lines differ from those of the left one. */
const columnStarts = (lines: readonly Line[], width: number): number[] => {
  const starts = lines.map(({ x }) => x).filter((x) => x > width * 0.35 && x < width * 0.7)
  const counts = new Map<number, number>()
  for (const x of starts) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1)
  const usual = [...counts].filter(([, count]) => count >= UNALIGNED).map(([x]) => x)
  return usual
    .toSorted((a, b) => a - b)
    .filter((x, at, all) => at === 0 || x - (all[at - 1] ?? 0) > NEAR)
}

/** The runs of lines that a place divides, at least so many of them on both sides of it. */
const guttersAt = (
  lines: readonly Line[],
  x: number,
  least: number,
  isColumn: boolean,
): Gutter[] => {
  const gutters: Gutter[] = []
  let from = -1
  let to = -1
  let count = 0
  let rights = 0
  let lefts = 0
  const close = (): void => {
    if (count >= least || Math.min(rights, lefts) >= UNALIGNED) gutters.push({ x, from, to })
    from = -1
    count = 0
    rights = 0
    lefts = 0
  }
  for (const [at, line] of lines.entries()) {
    if (crosses(line, x)) close()
    else if (splitsAt(line, x)) {
      if (from < 0) from = at
      to = at
      count++
    } else if (isColumn && Math.abs(line.x - x) <= 1.5) {
      if (from < 0) from = at
      to = at
      rights++
    } else if (isColumn && rights > 0) lefts++
  }
  close()
  return gutters
}

interface Span {
  from: number
  to: number
  gutters: Gutter[]
}

const spansOf = (gutters: readonly Gutter[]): Span[] => {
  const spans: Span[] = []
  for (const gutter of gutters.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1)
    if (last && gutter.from <= last.to) {
      last.to = Math.max(last.to, gutter.to)
      last.gutters.push(gutter)
    } else spans.push({ from: gutter.from, to: gutter.to, gutters: [gutter] })
  }
  return spans
}

const gapAfter = (lines: readonly Line[], at: number): number =>
  (lines[at + 1]?.y ?? Number.POSITIVE_INFINITY) - (lines[at]?.y ?? 0)

/** Takes lines of wrapped cells into a span, which stand above or below without a gap. */
const grow = (span: Span, lines: readonly Line[], least: number, most: number): void => {
  const joins = (at: number, next: number): boolean => {
    const line = lines[next]
    const inner = lines[at]
    if (!line || !inner || gapAfter(lines, Math.min(at, next)) > inner.size * 1.6) return false
    if (span.gutters.some(({ x }) => crosses(line, x)) || Math.abs(line.size - inner.size) > 0.6)
      return false
    // A line in the first column alone, in another font, is the heading of what follows.
    return line.font === inner.font || span.gutters.some(({ x }) => startsAt(line, x))
  }
  while (span.from > least && joins(span.from, span.from - 1)) span.from--
  while (span.to < most && joins(span.to, span.to + 1)) span.to++
}

/** The pieces of a line in each column. */
export const cellsOf = (line: Line, gutters: readonly number[]): (Line | null)[] => {
  const cells = Array.from({ length: gutters.length + 1 }, (): Line['items'] => [])
  for (const item of line.items) {
    const column = gutters.findLastIndex((x) => x <= item.x + NEAR) + 1
    cells[column]?.push(item)
  }
  return cells.map((items) => (items.length > 0 ? lineOf(line.page, items) : null))
}

/** Numbers and bullets with their text are a list, not a table. */
const isMarkedList = (lines: readonly Line[], gutters: readonly number[]): boolean => {
  if (gutters.length !== 1) return false
  const firsts = lines.map((line) => cellsOf(line, gutters)[0]?.text).filter((text) => text)
  return firsts.every((text) => MARKER.test(text ?? ''))
}

/** The lines of a column that begin a text, as far as its gaps show. */
const beginnings = (lines: readonly Line[]): number[] =>
  lines
    .filter((line, at) => {
      const before = lines[at - 1]
      return !before || line.y - before.y > line.size * 1.55
    })
    .map(({ y }) => y)

const isSolid = ({ items, size }: Line): boolean =>
  items.every((item, at) => {
    const before = items[at - 1]
    const isMarked = at === 1 && MARKER.test(before?.text ?? '')
    return !before || item.x - before.x - before.width < size * WIDE_GAP || isMarked
  })

/**
 * Two columns of text: both are wide and long, no cells stand within them, and their texts do not
 * begin side by side, as those of a table's rows do.
 */
const isProse = (lines: readonly Line[], x: number, width: number): boolean => {
  const rows = lines.map((line) => cellsOf(line, [x]))
  const sides = [0, 1].map((side) => rows.flatMap((cells) => cells[side] ?? []))
  const [left = [], right = []] = sides
  const isWide = sides.every((pieces) => {
    const from = Math.min(...pieces.map((piece) => piece.x))
    const room = Math.max(...pieces.map((piece) => piece.right)) - from
    return (
      room > width * 0.28 &&
      pieces.length >= 5 &&
      pieces.filter(isSolid).length >= pieces.length * 0.85
    )
  })
  if (!isWide) return false
  const full = sides.every((pieces) => {
    const from = Math.min(...pieces.map((piece) => piece.x))
    const room = Math.max(...pieces.map((piece) => piece.right)) - from
    return pieces.filter((piece) => piece.right - from > room * 0.8).length >= pieces.length * 0.55
  })
  const starts = beginnings(left)
  const others = beginnings(right)
  const together = starts.filter((y) => others.some((other) => Math.abs(other - y) < 2)).length
  const isApart = together < Math.max(starts.length, others.length) * 0.6
  return starts.length + others.length > 5 ? isApart : full
}

const columnsOf = (lines: readonly Line[], gutters: readonly number[]): Line[][] => {
  const rows = lines.map((line) => cellsOf(line, gutters))
  return Array.from({ length: gutters.length + 1 }, (_, column) =>
    rows.flatMap((cells) => cells[column] ?? []),
  )
}

/** Whether cells stand within one of two columns: another place divides much of the same lines. */
const hasCells = (lines: readonly Line[], gutters: readonly Gutter[], split: Gutter): boolean =>
  gutters.some(({ x, from, to }) => {
    if (Math.abs(x - split.x) <= 2 * NEAR) return false
    const shared = Math.min(to, split.to) - Math.max(from, split.from)
    if (shared < (split.to - split.from) * 0.3) return false
    const pieces = lines
      .slice(from, to + 1)
      .flatMap((line) => cellsOf(line, [split.x])[x < split.x ? 0 : 1] ?? [])
      .filter((piece) => splitsAt(piece, x))
    return !pieces.every((piece) => MARKER.test(piece.items[0]?.text.trim() ?? ''))
  })

/** A column of text beside another one over many lines, or null. */
const columnSplit = (
  lines: readonly Line[],
  gutters: readonly Gutter[],
  width: number,
): Gutter | null => {
  const wide = gutters
    .filter(({ x, from, to }) => x > width * 0.35 && x < width * 0.65 && to - from >= 5)
    .filter(({ x, from, to }) => isProse(lines.slice(from, to + 1), x, width))
    .filter((gutter) => !hasCells(lines, gutters, gutter))
  return wide.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.x - b.x)[0] ?? null
}

/**
 * The last line of two columns. Below the shorter one, lines of the other go on; the heading of a
 * text over the full width is none of them.
 */
const columnEnd = (lines: readonly Line[], { x, to }: Gutter): number => {
  let end = to
  for (let next = lines[end + 1]; next && !crosses(next, x); next = lines[end + 1]) end++
  if (end + 1 >= lines.length) return end
  const size = lines[end]?.size ?? 0
  while (end > to && gapAfter(lines, end) < size * 2.6) end--
  return end
}

/**
 * Takes a page apart into text, columns and tables, from top to bottom.
 * @param lines the page's lines, from top to bottom
 * @param width the page's width in points
 * @param known the gutters of the table before, of which one line with text on both sides is enough
 */
export const regionsOf = (
  lines: readonly Line[],
  width: number,
  known: readonly number[],
): Region[] => {
  const starts = columnStarts(lines, width)
  const places = candidates(lines)
  const near = (some: readonly number[], x: number): boolean =>
    some.some((other) => Math.abs(other - x) <= NEAR)
  const gutters = [...places, ...starts.filter((x) => !near(places, x))].flatMap((x) =>
    guttersAt(lines, x, near(known, x) ? 1 : 2, near(starts, x)),
  )
  const split = columnSplit(lines, gutters, width)
  if (split) {
    const end = columnEnd(lines, split)
    const columns = columnsOf(lines.slice(split.from, end + 1), [split.x])
    return [
      ...regionsOf(lines.slice(0, split.from), width, known),
      ...columns.map((column): Region => ({ kind: 'column', lines: column })),
      ...regionsOf(lines.slice(end + 1), width, known),
    ]
  }
  const spans = spansOf(gutters)
  const regions: Region[] = []
  let next = 0
  for (const [at, span] of spans.entries()) {
    if (span.from < next) continue
    grow(span, lines, next, (spans[at + 1]?.from ?? lines.length) - 1)
    const inside = lines.slice(span.from, span.to + 1)
    const places = span.gutters.map(({ x }) => x).toSorted((a, b) => a - b)
    const apart = places.filter(
      (x, index) => index === 0 || x - (places[index - 1] ?? 0) > 2 * NEAR,
    )
    if (isMarkedList(inside, apart)) continue
    if (span.from > next) regions.push({ kind: 'text', lines: lines.slice(next, span.from) })
    regions.push({ kind: 'table', lines: inside, gutters: apart })
    next = span.to + 1
  }
  if (next < lines.length) regions.push({ kind: 'text', lines: lines.slice(next) })
  return regions
}
