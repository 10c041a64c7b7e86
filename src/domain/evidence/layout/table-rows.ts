import { type Line, mostOf } from './lines.ts'
import { cellsOf } from './regions.ts'

/** A row of a table: for each column the lines of its cell, none where it is empty. */
export type RowLines = Line[][]

/** Lines of one cell, and where they stand. */
interface Blob {
  column: number
  top: number
  bottom: number
  lines: Line[]
}

const ROW_ID = /^(?:\p{Lu}{1,5}[\s-]?)?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?[.):]?(?:\s|$)/u

/** The smallest distance of lines that is usual in the table. */
const leadingOf = (columns: readonly Line[][]): number => {
  const gaps = columns.flatMap((lines) =>
    lines
      .slice(1)
      .map((line, at) => ({ gap: line.y - (lines[at]?.y ?? 0), size: line.size }))
      .filter(({ gap, size }) => gap <= size * 1.9 && gap >= size * 0.9)
      .map(({ gap }) => Math.round(gap * 2) / 2),
  )
  const least = Math.max(2, gaps.length * 0.12)
  const counts = new Map<number, number>()
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  const near = (gap: number): number =>
    (counts.get(gap - 0.5) ?? 0) + (counts.get(gap) ?? 0) + (counts.get(gap + 0.5) ?? 0)
  const usual = [...counts.keys()].filter((gap) => near(gap) >= least)
  return usual.length > 0 ? Math.min(...usual) : 0
}

const blobsOf = (lines: readonly Line[], column: number, leading: number): Blob[] => {
  const blobs: Blob[] = []
  for (const line of lines) {
    const last = blobs.at(-1)
    const before = last?.lines.at(-1)
    const most = leading > 0 ? leading * 1.2 : line.size * 1.5
    if (last && before && line.y - before.y <= most) {
      last.lines.push(line)
      last.bottom = line.y
    } else blobs.push({ column, top: line.y - line.size * 0.8, bottom: line.y, lines: [line] })
  }
  return blobs
}

/** Puts cells that stand beside each other into one row. */
const rowsOfBlobs = (blobs: readonly Blob[]): Blob[][] => {
  const rows: { bottom: number; blobs: Blob[] }[] = []
  for (const blob of blobs.toSorted((a, b) => a.top - b.top)) {
    const row = rows.at(-1)
    if (row && blob.top < row.bottom) {
      row.blobs.push(blob)
      row.bottom = Math.max(row.bottom, blob.bottom)
    } else rows.push({ bottom: blob.bottom, blobs: [blob] })
  }
  return rows.map((row) => row.blobs)
}

/** A row whose last column has several cells holds one row for each of them. */
const splitByLast = (blobs: readonly Blob[], count: number): Blob[][] => {
  const lasts = blobs.filter(({ column }) => column === count - 1)
  if (lasts.length < 2) return [[...blobs]]
  const rows = lasts.map((last): Blob[] => [last])
  for (const blob of blobs.filter(({ column }) => column !== count - 1)) {
    const at = lasts.findLastIndex(({ top }) => top <= blob.top + 2)
    rows[Math.max(0, at)]?.push(blob)
  }
  return rows
}

/** Whether a line begins with the number of a control, and its other cells begin as well. */
const beginsWithId = ([first, ...others]: readonly (Line | null)[]): boolean => {
  const filled = others.filter((cell) => cell !== null)
  return (
    first !== null &&
    first !== undefined &&
    ROW_ID.test(first.text) &&
    filled.length > 0 &&
    filled.every(({ text }) => /^[\p{Lu}\p{N}“"–-]/u.test(text))
  )
}

/** Whether a line begins a row of a table that has no gaps between its rows. */
const beginsRow = (cells: readonly (Line | null)[], before: readonly string[]): boolean => {
  const texts = cells.map((cell) => cell?.text ?? '')
  if (beginsWithId(cells)) return true
  return (
    texts.every((text) => /^[\p{Lu}\p{N}“"]/u.test(text)) &&
    before.every((text) => text === '' || /[.!?)\]]$/.test(text) || text.length < 12)
  )
}

const rowsWithoutGaps = (rows: readonly (Line | null)[][]): RowLines[] => {
  const result: RowLines[] = []
  for (const cells of rows) {
    const open = result.at(-1)
    const before = open?.map((lines) => lines.at(-1)?.text ?? '') ?? []
    if (!open || beginsRow(cells, before)) result.push(cells.map((cell) => (cell ? [cell] : [])))
    else for (const [column, cell] of cells.entries()) if (cell) open[column]?.push(cell)
  }
  return result
}

/** How many lines of the first column begin with a number of a control. */
const idsIn = (rows: readonly (Line | null)[][]): number => rows.filter(beginsWithId).length

const bodyRowsOf = (lines: readonly Line[], gutters: readonly number[]): RowLines[] => {
  const cells = lines.map((line) => cellsOf(line, gutters))
  const count = gutters.length + 1
  const columns = Array.from({ length: count }, (_, column) =>
    cells.flatMap((row) => row[column] ?? []),
  )
  // A cell that was cut out of a line may have another base line than the line as a whole.
  const indexes = new Map<number, number>()
  for (const [at, row] of cells.entries()) for (const cell of row) if (cell) indexes.set(cell.y, at)
  const leading = leadingOf(columns)
  const blobs = columns.flatMap((column, at) => blobsOf(column, at, leading))
  return rowsOfBlobs(blobs).flatMap((row) => {
    const inside = new Set(
      row.flatMap((blob) => blob.lines.flatMap(({ y }) => indexes.get(y) ?? [])),
    )
    const rowCells = [...inside].toSorted((a, b) => a - b).flatMap((at) => [cells[at] ?? []])
    if (idsIn(rowCells) > 1 || (rowCells.length === lines.length && lines.length > 3))
      return rowsWithoutGaps(rowCells)
    return splitByLast(row, count).map((split) =>
      Array.from({ length: count }, (_, column) =>
        split.filter((blob) => blob.column === column).flatMap((blob) => blob.lines),
      ),
    )
  })
}

/**
 * Rebuilds the rows of a table from where its cells stand: lines of one cell follow each other
 * closely, and cells of one row overlap in height. Lines at the top in another font are the head.
 * @param lines the lines of the table, from top to bottom
 * @param gutters where its columns begin, but for the first
 */
export const rowsOf = (lines: readonly Line[], gutters: readonly number[]): RowLines[] => {
  const font = mostOf(
    lines.map((line) => [line.font, line.text.length] as const),
    '',
  )
  const first = lines.findIndex((line) => line.font === font)
  return first > 0
    ? [...bodyRowsOf(lines.slice(0, first), gutters), ...bodyRowsOf(lines.slice(first), gutters)]
    : bodyRowsOf(lines, gutters)
}
