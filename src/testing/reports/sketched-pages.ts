import type { PageText, TextItem } from '../../domain/evidence/layout/page-text.ts'

/** A part of a page that is set below the one before. */
export type Sketch =
  | { kind: 'text'; text: string; x: number; size: number; font: string }
  | {
      kind: 'table'
      columns: readonly number[]
      head: readonly string[]
      rows: readonly (readonly string[])[]
    }

const WIDTH = 612
const HEIGHT = 792
const MARGIN = 72
const RIGHT = WIDTH - MARGIN
const SIZE = 10
/** Every letter has this share of the font's size as its width. */
const LETTER = 0.5

/** A paragraph over the full width. */
export const text = (content: string, x = MARGIN): Sketch => ({
  kind: 'text',
  text: content,
  x,
  size: SIZE,
  font: 'body',
})
/** A heading in a larger font. */
export const heading = (content: string, size = 15): Sketch => ({
  kind: 'text',
  text: content,
  x: MARGIN,
  size,
  font: 'bold',
})
/** An item of a list, with its bullet or number. */
export const item = (content: string, marker = '•'): Sketch =>
  text(`${marker} ${content}`, MARGIN + 18)
/** A table whose cells wrap. */
export const table = (
  columns: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Sketch => ({ kind: 'table', columns, head, rows })

/** Breaks a text into lines that fit a width, as a page would. */
const wrap = (content: string, room: number, size: number): string[] => {
  const most = Math.max(1, Math.floor(room / (size * LETTER)))
  const lines: string[] = []
  for (const word of content.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

interface Setting {
  y: number
  items: TextItem[]
}

const put = (
  setting: Setting,
  content: string,
  x: number,
  y: number,
  size: number,
  font: string,
): void => {
  if (content === '') return
  setting.items.push({
    text: content,
    x,
    y,
    width: content.length * size * LETTER,
    size,
    font,
    index: setting.items.length,
  })
}

/** Sets a row line by line over its cells, as a file does whose cells interleave. */
const setRow = (
  setting: Setting,
  columns: readonly number[],
  cells: readonly string[],
  font: string,
): void => {
  const size = SIZE - 1
  const lines = cells.map((cell, at) =>
    wrap(cell, (columns[at + 1] ?? RIGHT) - (columns[at] ?? 0) - 6, size),
  )
  const count = Math.max(...lines.map((cell) => cell.length))
  for (let line = 0; line < count; line++)
    for (const [at, cell] of lines.entries())
      put(setting, cell[line] ?? '', columns[at] ?? 0, setting.y + line * size * 1.2, size, font)
  setting.y += count * size * 1.2 + 8
}

const setPart = (setting: Setting, part: Sketch): void => {
  if (part.kind === 'table') {
    if (part.head.length > 0) setRow(setting, part.columns, part.head, 'bold')
    for (const row of part.rows) setRow(setting, part.columns, row, 'body')
    setting.y += 6
    return
  }
  for (const line of wrap(part.text, RIGHT - part.x, part.size)) {
    put(setting, line, part.x, setting.y, part.size, part.font)
    setting.y += part.size * 1.3
  }
  setting.y += part.size * 0.8
}

/**
 * Lays out pages from top to bottom.
 * @param pages the parts of each page
 * @param footer set at the foot of each page, "#" being its number
 */
export const sketchedPages = (pages: readonly (readonly Sketch[])[], footer = ''): PageText[] =>
  pages.map((parts, at) => {
    const setting: Setting = { y: 80, items: [] }
    for (const part of parts) setPart(setting, part)
    put(setting, footer.replaceAll('#', String(at + 1)), MARGIN, HEIGHT - 30, 8, 'body')
    return { page: at + 1, label: null, width: WIDTH, height: HEIGHT, items: setting.items }
  })
