import { LIST_OF, type SocItem, type SocList, type SocListId } from './form-fields.ts'
import { headOf } from './paste-head.ts'
import {
  groupByGaps,
  groupByMarks,
  joinTexts,
  linesOf,
  MARK,
  type PastedLine,
} from './paste-lines.ts'

/**
 * Turns pasted text into items of a list, as lists and tables come out of reports, documents and
 * spreadsheets. Nothing is cut: validation reports an item that is too long.
 */

const YES = /^(?:yes|y|true|x|✓|✔|☑|✅)\uFE0F?$/iu
const NO = /^(?:no|n|false|✗|✘|☐|❌)\uFE0F?$/iu
const isAnswer = (cell: string | undefined): cell is string =>
  cell !== undefined && (YES.test(cell) || NO.test(cell))

/** The cells of an item, and its answer where the list asks for one. */
interface Row {
  cells: readonly string[]
  answer?: string
}

const withoutMark = (cells: readonly string[]): readonly string[] => {
  const [first = '', ...rest] = cells
  const text = first.replace(MARK, '')
  if (text !== '') return [text, ...rest]
  // Drops a mark that fills a whole cell, unless it is the only text: then it may mean something.
  return rest.length > 0 ? rest : cells
}

const joined = (cells: readonly string[]): string => cells.join(' – ')

/** Splits a location in a single cell at its first comma. */
const parted = (cells: readonly string[]): readonly string[] => {
  const [only = ''] = cells
  const comma = only.search(/[,，]/)
  return cells.length === 1 && comma > 0
    ? [only.slice(0, comma).trim(), only.slice(comma + 1).trim()]
    : cells
}

/** The texts of an item. The last text gets all the remaining cells. */
const textsOf = ({ texts }: SocList, cells: readonly string[]): SocItem => {
  const [first = '', second] = Object.keys(texts)
  if (second === undefined) return { [first]: joined(cells) }
  const [text = '', ...rest] = parted(cells)
  return { [first]: text, [second]: rest.join(', ') }
}

const itemOf = (list: SocList, { cells, answer }: Row): SocItem => {
  const texts = textsOf(list, cells)
  return list.hasInPlace ? { ...texts, inPlace: answer !== undefined && YES.test(answer) } : texts
}

/** Takes the answer off the end of a line. An answer that is all there is stays a text. */
const rowOf = (list: SocList, { cells }: PastedLine): Row => {
  const last = cells.at(-1)
  return list.hasInPlace && cells.length > 1 && isAnswer(last)
    ? { cells: cells.slice(0, -1), answer: last }
    : { cells }
}

/** The lines of one item as one row: the last cell of a line goes on in the next line. */
const mergedRow = (list: SocList, lines: readonly PastedLine[]): Row => {
  let cells: readonly string[] = []
  let answer: string | undefined
  for (const line of lines) {
    const row = rowOf(list, line)
    const [first = '', ...others] = row.cells
    if (cells.length === 0) cells = row.cells
    else if (list.hasInPlace && others.length === 0 && isAnswer(first) && !row.answer)
      row.answer = first
    else cells = [...cells.slice(0, -1), joinTexts(cells.at(-1) ?? '', first), ...others]
    // A second answer is a part of the text: nothing that was pasted is dropped.
    if (answer !== undefined && row.answer !== undefined) cells = [...cells, row.answer]
    answer ??= row.answer
  }
  return { cells, answer }
}

/**
 * One row a line. After a line of plain text, a line with an answer may be the end of a broken row,
 * so the answer stays a text: it is not one for that end alone.
 */
const rowsByLine = (list: SocList, lines: readonly PastedLine[]): Row[] =>
  lines.map((line, index) => {
    const before = line.isAfterGap ? undefined : lines[index - 1]
    return before && !before.hasTab ? { cells: line.cells } : rowOf(list, line)
  })

/** Groups lines into paragraphs. A line with an answer ends a row of a table, too. */
const groupForJoining = (list: SocList, lines: readonly PastedLine[]): PastedLine[][] =>
  groupByGaps(lines).flatMap((paragraph) => {
    const groups: PastedLine[][] = [[]]
    for (const line of paragraph) {
      groups.at(-1)?.push(line)
      if (rowOf(list, line).answer !== undefined) groups.push([])
    }
    return groups.filter((group) => group.length > 0)
  })

/** What to do for another reading: join lines, split them, or take in or leave out a table's head. */
export type OtherWay = 'join' | 'split' | 'with-head' | 'without-head'

/** Another way to read a pasted text. */
export interface OtherReading {
  way: OtherWay
  items: SocItem[]
}

/** A pasted text, read. */
export interface Reading {
  items: SocItem[]
  other?: OtherReading
  /** The cells of the table's head, which is no item. */
  head?: readonly string[]
}

const readLines = (list: SocList, lines: readonly PastedLine[], isTable: boolean): Reading => {
  const itemsOf = (rows: readonly Row[]): SocItem[] => rows.map((row) => itemOf(list, row))
  const unmarked = (row: Row): Row => ({ ...row, cells: withoutMark(row.cells) })
  const merged = (groups: readonly PastedLine[][]): Row[] =>
    groups.map((group) => mergedRow(list, group))
  if (isTable) return { items: itemsOf(merged(lines.map((line) => [line])).map(unmarked)) }
  const byLine = rowsByLine(list, lines)
  const byMarks = groupByMarks(lines)
  if (byMarks) {
    const items = itemsOf(merged(byMarks).map(unmarked))
    return items.length < lines.length
      ? { items, other: { way: 'split', items: itemsOf(byLine.map(unmarked)) } }
      : { items }
  }
  const joinedRows = merged(groupForJoining(list, lines))
  return joinedRows.length < lines.length
    ? { items: itemsOf(byLine), other: { way: 'join', items: itemsOf(joinedRows) } }
    : { items: itemsOf(byLine) }
}

/**
 * Reads a pasted text as items of a list. If some lines bear marks of a list, each of them begins an
 * item, and lines without one go on with it. Otherwise each line that is not blank is an item. The
 * head of a table is none, and the other reading has it.
 * @param isTable whether the text comes from a table, whose lines are never broken
 */
export const readPaste = (id: SocListId, text: string, isTable = false): Reading => {
  const list = LIST_OF[id]
  const lines = linesOf(text)
  const head = headOf(lines, isTable)
  if (!head) return readLines(list, lines, isTable)
  const { items } = readLines(list, lines.slice(1), isTable)
  const [row] = readLines(list, lines.slice(0, 1), isTable).items
  return { items, head, other: { way: 'with-head', items: row ? [row, ...items] : items } }
}
