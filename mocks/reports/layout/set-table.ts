import type { Face } from '../pdf/faces.ts'
import type { TableBlock } from './blocks.ts'
import { breakLines, type Line } from './lines.ts'
import type { Press } from './press.ts'
import { runsOf } from './runs.ts'

const PADDING = 4
/** Cells are set smaller than the text around them. */
const SCALE = 0.88
/** The gap between paragraphs of a cell, in lines. */
const EMPTY: Line = { runs: [], width: 0, stretch: 0, text: '' }

/** A cell that is being set. */
interface Cell {
  block: number
  x: number
  lines: Line[]
}

interface Grid {
  press: Press
  table: TableBlock
  size: number
  lineHeight: number
  /** Left edges of the columns, relative to the table, and its width at the end. */
  edges: number[]
}

const gridOf = (press: Press, table: TableBlock): Grid => {
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const { width } = press.frame()
  const edges = [0]
  for (const share of table.widths) edges.push((edges.at(-1) ?? 0) + (share / total) * width)
  const size = press.look.size * SCALE
  return { press, table, size, lineHeight: size * press.look.leading, edges }
}

const cellsOf = ({ press, edges, size }: Grid, texts: readonly string[], base: Face): Cell[] =>
  texts.map((text, index) => {
    const [left, right] = [edges[index] ?? 0, edges[index + 1] ?? 0]
    const paragraphs = text.split('¶').map((paragraph) => paragraph.trim())
    const lines = paragraphs.flatMap((paragraph, at) => [
      ...(at > 0 ? [EMPTY] : []),
      ...breakLines(runsOf(press.look, paragraph, base), right - left - 2 * PADDING, size, {
        isJustified: false,
        hyphen: press.look.hyphen,
      }),
    ])
    return { block: press.newBlock(), x: left + PADDING, lines }
  })

const drawRules = ({ press, table, edges }: Grid, height: number, isHead: boolean): void => {
  const { left } = press.frame()
  const [y, bottom] = [press.y(), press.y() - height]
  const across = (at: number): void =>
    press.add({
      kind: 'line',
      x: left,
      y: at,
      toX: left + (edges.at(-1) ?? 0),
      toY: at,
      width: 0.5,
      grey: 0.4,
    })
  if (table.rules === 'none') {
    if (isHead) across(bottom)
    return
  }
  across(y)
  across(bottom)
  if (table.rules !== 'all') return
  for (const edge of edges)
    press.add({
      kind: 'line',
      x: left + edge,
      y,
      toX: left + edge,
      toY: bottom,
      width: 0.5,
      grey: 0.4,
    })
}

/** Draws some lines of each cell, from `first` on, as a row of this many lines. */
const drawSlice = (
  grid: Grid,
  cells: readonly Cell[],
  first: number,
  count: number,
  isHead: boolean,
) => {
  const { press, table, size, lineHeight } = grid
  const height = count * lineHeight + 2 * PADDING
  const { left, width } = press.frame()
  if (isHead && table.rules === 'all')
    press.add({ kind: 'box', x: left, y: press.y() - height, width, height, grey: 0.9 })
  drawRules(grid, height, isHead)
  const places = cells.flatMap((cell) =>
    cell.lines.slice(first, first + count).map((line, row) => ({ cell, line, row })),
  )
  const ordered = table.order === 'lines' ? places.toSorted((a, b) => a.row - b.row) : places
  for (const { cell, line, row } of ordered)
    if (line.runs.length > 0)
      press.draw(
        line,
        left + cell.x,
        press.y() - PADDING - row * lineHeight - size,
        size,
        cell.block,
      )
  press.down(height)
}

/** Rows of fewer lines than this are never broken. */
const FEWEST_TO_BREAK = 5
const FEWEST_BEFORE_BREAK = 2

/** Sets a table. Its rows may go over the ends of pages, and its head is set again there. */
export const setTable = (press: Press, table: TableBlock): void => {
  const grid = gridOf(press, table)
  const { lineHeight } = grid
  const bold: Face = { family: press.look.body, style: 'bold' }
  const regular: Face = { family: press.look.body, style: 'regular' }
  const drawHead = (): void => {
    if (!table.head) return
    const cells = cellsOf(grid, table.head, bold)
    drawSlice(grid, cells, 0, Math.max(...cells.map(({ lines }) => lines.length)), true)
  }
  const fitting = (): number => Math.floor((press.room() - 2 * PADDING) / lineHeight)
  const advance = (): void => {
    press.advance()
    if (table.hasRepeatedHead) drawHead()
  }
  press.down(lineHeight * 0.3)
  if (fitting() < 5) press.advance()
  drawHead()
  for (const row of table.rows) {
    const cells = cellsOf(grid, row, regular)
    const count = Math.max(...cells.map(({ lines }) => lines.length))
    const mayBreak = press.look.doRowsBreak && count >= FEWEST_TO_BREAK
    let first = 0
    while (first < count) {
      const left = count - first
      const room = fitting()
      if (left <= room) {
        drawSlice(grid, cells, first, left, false)
        break
      }
      if (mayBreak && room >= FEWEST_BEFORE_BREAK) {
        drawSlice(grid, cells, first, room, false)
        first += room
      }
      advance()
    }
  }
  press.down(lineHeight * 0.8)
}
