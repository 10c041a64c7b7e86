import type { Line } from './lines.ts'
import { mostOf } from './lines.ts'
import { type Passage, passageOf, type Words } from './passage.ts'

/** What most of the report's text looks like. */
export interface Body {
  size: number
  font: string
  /** Where its lines begin and end. */
  left: number
  right: number
  words: Words
}

/** A heading, a paragraph, an item of a list, or a note at the foot of a page. */
export interface TextBlock {
  kind: 'heading' | 'paragraph' | 'item' | 'note'
  passage: Passage
  /** The bullet or number of an item. */
  marker: string
  x: number
  size: number
  lines: Line[]
}

const MARKER =
  /^(?:[•▪■●◦○‣·*–—\uf0b7\uf0a7§]|-(?=\s)|o(?=\s\p{Lu})|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s|$)|\(\d{1,2}\)|\[\d{1,2}\])\s*/u
const NUMBERED_HEADING =
  /^(?:section|part|attachment|appendix|chapter|exhibit)\s+(?:[ivx]+|[a-h]|\d|one|two|three|four|five|six)(?:\s*[:.–—-]|\s*$|\s+["“]?(?=\p{Lu}))/iu
const TERMINAL = /[.!?:;]["”’')\]]*\d{0,2}$/
const LONGEST_HEADING = 130

/** Whether a line runs over at least the width of a column, without a gap as tables have them. */
const isProseLine = ({ items, size, x, right }: Line): boolean =>
  right - x > size * 18 &&
  items.every((item, at) => {
    const before = items[at - 1]
    return !before || item.x - before.x - before.width < size * 1.15
  })

/**
 * @param lines all lines of the report
 * @returns the size and font of most of its running text, and its words
 */
export const bodyOf = (lines: readonly Line[], words: Words): Body => {
  const prose = lines.filter(isProseLine)
  const [size, font] = mostOf(
    (prose.length > 0 ? prose : lines).map(
      (line) => [`${line.size}\n${line.font}`, line.text.length] as const,
    ),
    '10\n',
  ).split('\n')
  const at = (places: readonly number[], share: number): number =>
    places.toSorted((a, b) => a - b)[Math.floor((places.length - 1) * share)] ?? 0
  return {
    size: Number(size),
    font: font ?? '',
    left: at(
      prose.map(({ x }) => x),
      0.1,
    ),
    right: at(
      prose.map((line) => line.right),
      0.9,
    ),
    words,
  }
}

const isCapitals = (text: string): boolean =>
  text === text.toUpperCase() && (text.match(/\p{Lu}/gu) ?? []).length > 4

const startsLikeTitle = (text: string): boolean => /^["“'(]?[\p{Lu}\p{N}]/u.test(text)

/** Whether a line looks like a heading by itself. */
const isHeading = (line: Line, body: Body): boolean => {
  const { text, size, font } = line
  if (text.length > LONGEST_HEADING || /[.;]$/.test(text) || !startsLikeTitle(text)) return false
  if (!/\p{L}{2}/u.test(text)) return false
  if (size > body.size * 1.07) return true
  if (text.endsWith(',')) return false
  return (
    NUMBERED_HEADING.test(text) ||
    (size > body.size * 0.95 && font !== body.font) ||
    isCapitals(text)
  )
}

const leadingOf = (lines: readonly Line[]): number =>
  mostOf(
    lines
      .slice(1)
      .map((line, at) => ({ gap: line.y - (lines[at]?.y ?? 0), size: line.size }))
      .filter(({ gap, size }) => gap > 0 && gap <= size * 2)
      .map(({ gap }) => [Math.round(gap), 1] as const),
    0,
  )

interface Open {
  kind: TextBlock['kind']
  marker: string
  lines: Line[]
}

/** Where the lines of a column begin and end, and how far apart they are. */
interface Column {
  left: number
  right: number
  leading: number
}

/** Whether the next line goes on with the open block. */
const goesOn = (open: Open, line: Line, { left, right, leading }: Column): boolean => {
  const last = open.lines.at(-1)
  const first = open.lines[0]
  if (!last || !first) return false
  const gap = line.y - last.y
  const most = Math.max(leading, last.size) * 1.32
  if (gap > most || gap <= 0 || Math.abs(line.size - last.size) > 0.8) return false
  if (MARKER.test(line.text)) return false
  const width = right - Math.min(first.x, line.x)
  const room = right - last.right
  const isEnd = TERMINAL.test(last.text)
  if (open.kind === 'item') {
    if (line.x < first.x - 2 || (open.marker !== '' && line.x < first.x + 2 && isEnd)) return false
  } else if (
    Math.abs(line.x - last.x) > 8 &&
    Math.min(line.x, last.x) - left > width * 0.3 &&
    startsLikeTitle(line.text)
  ) {
    // Lines that stand at the right, or in the middle, are lines of their own.
    return false
  } else if (Math.abs(line.x - last.x) > 8 && (isEnd || open.lines.length > 1)) return false
  if (!startsLikeTitle(line.text)) return true
  if (isEnd && room > width * 0.1) return false
  return room <= width * 0.35
}

const closed = ({ kind, marker, lines }: Open, body: Body): TextBlock => {
  const texts = lines.map(({ page, text }) => ({ page, text }))
  const [first] = texts
  if (first) first.text = first.text.slice(marker.length)
  return {
    kind,
    marker: marker.trim(),
    passage: passageOf(texts, body.words),
    x: lines[0]?.x ?? 0,
    size: lines[0]?.size ?? 0,
    lines,
  }
}

/** Lines of one look that follow each other closely are one heading, however the last one ends. */
const goesOnAsHeading = (open: Open, line: Line, body: Body): boolean => {
  const last = open.lines.at(-1)
  return (
    last !== undefined &&
    (line.font !== body.font || Math.abs(line.size - body.size) > 0.3) &&
    Math.abs(line.size - last.size) < 0.3 &&
    line.font === last.font &&
    line.y - last.y < last.size * 1.6 &&
    !NUMBERED_HEADING.test(line.text) &&
    !MARKER.test(line.text)
  )
}

const isNote = (lines: readonly Line[], body: Body, height: number): boolean =>
  lines.every(({ size, y }) => size < body.size * 0.93 && y > height * 0.5) ||
  /^\d{1,2}$/.test(lines.map(({ text }) => text).join(''))

/**
 * Builds headings, paragraphs and list items of lines that stand under each other in one column.
 * @param lines from top to bottom
 * @param body the look of most of the report
 * @param height the page's height in points
 * @param isColumn whether the lines are one column of several
 */
export const textBlocksOf = (
  lines: readonly Line[],
  body: Body,
  height: number,
  isColumn: boolean,
): TextBlock[] => {
  const right = Math.max(isColumn ? 0 : body.right, ...lines.map((line) => line.right))
  const left = Math.min(isColumn ? right : body.left, ...lines.map(({ x }) => x))
  const column = { left, right, leading: leadingOf(lines) }
  const blocks: Open[] = []
  for (const line of lines) {
    const open = blocks.at(-1)
    const isTitle = isHeading(line, body)
    if (open?.kind === 'heading' && goesOnAsHeading(open, line, body)) open.lines.push(line)
    else if (!isTitle && open && open.kind !== 'heading' && goesOn(open, line, column))
      open.lines.push(line)
    else {
      const marker = isTitle ? '' : (MARKER.exec(line.text)?.[0] ?? '')
      const kind = isTitle ? 'heading' : marker === '' ? 'paragraph' : 'item'
      blocks.push({ kind, marker, lines: [line] })
    }
  }
  return blocks.map((open) => {
    const block = closed(open, body)
    return block.kind !== 'heading' && isNote(block.lines, body, height)
      ? { ...block, kind: 'note' }
      : block
  })
}

/** Whether a paragraph at the top of a page goes on with the last one of the page before. */
export const continues = (last: TextBlock, next: TextBlock): boolean => {
  if (last.kind === 'heading' || next.kind !== 'paragraph') return false
  if (Math.abs(last.size - next.size) > 0.8 || TERMINAL.test(last.passage.text)) return false
  return !startsLikeTitle(next.passage.text) || last.passage.text.length > 60
}
