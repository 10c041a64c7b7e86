/** The selected rows by their keys, including rows that are not shown now. */
export type Selection<R> = ReadonlyMap<number, R>

/**
 * Selects or deselects rows.
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
 * The rows between two rows, in either direction.
 * @param from the key of the row at one end; if it is no longer shown, the range is only `to`
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

/** Whether none, some or all of the shown rows are selected. */
export const selectedShare = <R>(
  selection: Selection<R>,
  rows: readonly R[],
  rowKey: (row: R) => number,
): 'none' | 'some' | 'all' => {
  if (selection.size === 0) return 'none'
  const count = rows.filter((row) => selection.has(rowKey(row))).length
  return count === 0 ? 'none' : count === rows.length ? 'all' : 'some'
}
