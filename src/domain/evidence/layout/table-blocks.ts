import type { Body, TextBlock } from './blocks.ts'
import { type Line, mostOf } from './lines.ts'
import { type Passage, partsOf, passageOf } from './passage.ts'
import { type RowLines, rowsOf } from './table-rows.ts'

/** A row of a table, with the heads of its columns where the table has them. */
export interface RowBlock {
  kind: 'row'
  page: number
  /** Rows of one table have one number, over page breaks as well. */
  table: number
  /** One for each column; empty texts where the row has no head. */
  head: string[]
  cells: Passage[]
  /** The lines of each cell. */
  lines: RowLines
}

/** What is known of a table that may go on over the page. */
export interface OpenTable {
  table: number
  gutters: readonly number[]
  head: string[]
}

const HEAD_WORD =
  /\b(?:results?|outcomes?|conclusions?|tests?|testing|controls?|criteri(?:a|on)|procedures?|responsibilit(?:y|ies)|ref|no|number|organi[sz]ations?|services?|locations?|facilit(?:y|ies)|functions?|descriptions?|city|country|state|exceptions?|objectives?|considerations?|product|site|address|provider|vendor|name)\b/i

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, at) => Math.abs(x - (b[at] ?? 0)) < 6)

const textOf = (lines: readonly Line[], body: Body): Passage =>
  passageOf(
    lines.map(({ page, text }) => ({ page, text })),
    body.words,
  )

const usualFont = (rows: readonly RowLines[]): string =>
  mostOf(
    rows.flatMap((row) => row.flat().map(({ font, text }) => [font, text.length] as const)),
    '',
  )

/** Text in the first column alone, in another font, is the title of the rows below. */
const isTitle = (row: RowLines, cells: readonly Passage[], usual: string): boolean => {
  const [first, ...others] = cells
  return (
    first !== undefined &&
    first.text !== '' &&
    first.text.length < 130 &&
    others.every(({ text }) => text === '') &&
    row.flat().every(({ font }) => font !== usual)
  )
}

/** A head has words of a head in most cells, and is set in another font than the rows below. */
const isHead = (row: RowLines, cells: readonly Passage[], others: readonly RowLines[]): boolean => {
  const filled = cells.filter(({ text }) => text !== '')
  if (filled.length < 2) return false
  if (filled.some(({ text }) => text.length > 90 || (text.length > 24 && text.endsWith('.'))))
    return false
  const named = filled.filter(({ text }) => HEAD_WORD.test(text)).length
  const usual = usualFont(others)
  const isApart = row.flat().every(({ font }) => font !== usual)
  return named >= filled.length / 2 && (isApart || named === filled.length)
}

const isHeadAgain = (cells: readonly Passage[], head: readonly string[]): boolean =>
  head.some((text) => text !== '') && cells.every(({ text }, at) => text === head[at])

const UNFINISHED = /[^.!?:;)\]”"]$/

/** Whether a row at the top of a page goes on with the last row of the page before. */
const goesOn = (last: RowBlock, cells: readonly Passage[]): boolean => {
  if ((cells[0]?.text ?? '') !== '' && !/^\p{Ll}/u.test(cells[0]?.text ?? '')) return false
  return cells.every(({ text }, at) => {
    const before = last.cells[at]?.text ?? ''
    if (text === '') return true
    return before !== '' && (UNFINISHED.test(before) || /^\p{Ll}/u.test(text))
  })
}

/**
 * Builds the rows of a table.
 * @param lines the lines of the table on one page
 * @param gutters where its columns begin, but for the first
 * @param open the table that ended the page before, or null
 * @param last its last row, which this page may go on with: its cells grow then
 * @param table the number for a new table
 */
export const tableBlocksOf = (
  lines: readonly Line[],
  gutters: readonly number[],
  body: Body,
  open: OpenTable | null,
  last: RowBlock | null,
  table: number,
): { rows: (RowBlock | TextBlock)[]; open: OpenTable } => {
  const continued = open && isSame(open.gutters, gutters) ? open : null
  const state: OpenTable = continued ?? { table, gutters, head: gutters.map(() => '').concat('') }
  const rowLines = rowsOf(lines, gutters)
  const usual = usualFont(rowLines)
  const rows: (RowBlock | TextBlock)[] = []
  let head = state.head
  for (const [at, row] of rowLines.entries()) {
    const cells = row.map((cell) => textOf(cell, body))
    if (at < 3 && rows.length === 0 && isHead(row, cells, rowLines.slice(at + 1))) {
      head = cells.map(({ text }) => text)
      continue
    }
    if (rows.length > 0 && isHeadAgain(cells, head)) continue
    if (isTitle(row, cells, usual)) {
      const [passage = { text: '', pages: [] }] = cells
      const [line] = row.flat()
      rows.push({
        kind: 'heading',
        passage,
        marker: '',
        x: line?.x ?? 0,
        size: line?.size ?? 0,
        lines: row.flat(),
      })
      continue
    }
    if (rows.length === 0 && continued && last && goesOn(last, cells)) {
      last.cells = last.cells.map((cell, column) =>
        passageOf(
          [...partsOf(cell), ...partsOf(cells[column] ?? { text: '', pages: [] })],
          body.words,
        ),
      )
      last.lines = last.lines.map((cell, column) => [...cell, ...(row[column] ?? [])])
      continue
    }
    rows.push({
      kind: 'row',
      page: lines[0]?.page ?? 0,
      table: state.table,
      head,
      cells,
      lines: row,
    })
  }
  return { rows, open: { ...state, head } }
}
