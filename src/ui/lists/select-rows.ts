/** What is selected of a list, by the rows' keys; it keeps rows that are not shown at the moment. */
export type Selection<R> = ReadonlyMap<number, R>

/**
 * Selects rows, or takes them out of the selection.
 * @returns a new selection
 */
export const selectRows = <R>(
  selection: Selection<R>,
  rows: readonly R[],
  rowKey: (row: R) => number,
  isSelected: boolean,
): Selection<R> => {
  const next = new Map(selection)
  for (const row of rows)
    if (isSelected) next.set(rowKey(row), row)
    else next.delete(rowKey(row))
  return next
}

/**
 * The rows from one to another, in whichever order.
 * @param from the key of the row at one end; where it is no longer shown, the range is `to` alone
 */
export const rowsBetween = <R>(
  rows: readonly R[],
  rowKey: (row: R) => number,
  from: number | undefined,
  to: R,
): readonly R[] => {
  const start = rows.findIndex((row) => rowKey(row) === from)
  const end = rows.indexOf(to)
  if (start === -1 || end === -1) return [to]
  return rows.slice(Math.min(start, end), Math.max(start, end) + 1)
}

/** How much of the shown rows is selected. */
export const selectedShare = <R>(
  selection: Selection<R>,
  rows: readonly R[],
  rowKey: (row: R) => number,
): 'none' | 'some' | 'all' => {
  if (selection.size === 0) return 'none'
  const count = rows.filter((row) => selection.has(rowKey(row))).length
  return count === 0 ? 'none' : count === rows.length ? 'all' : 'some'
}
