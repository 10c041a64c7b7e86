import { Text } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { rowsBetween, type Selection, selectedShare, selectRows } from './select-rows.ts'
import classes from './selection.module.css'
import type { Column } from './virtual-table.tsx'

interface SelectionColumnOptions<R> {
  /** The rows on the screen, in display order. */
  rows: readonly R[]
  rowKey: (row: R) => number
  selection: Selection<R>
  onSelect: (selection: Selection<R>) => void
  /** The row's name, for the accessible name of its checkbox. */
  nameOf: (row: R) => string
  /** The plural noun for the rows, such as "vendors". */
  noun: string
}

/**
 * The column with the checkboxes. They select one row, a range while Shift is held, or all shown
 * rows. They are native, since Mantine's checkboxes in every row make scrolling stall.
 * @returns the column, to be placed first
 */
export const useSelectionColumn = <R,>(options: SelectionColumnOptions<R>): Column<R> => {
  const { rows, rowKey, selection, onSelect, nameOf, noun } = options
  /** The row that was clicked last, where a range begins. */
  const last = useRef<number>(undefined)

  return useMemo(() => {
    const share = selectedShare(selection, rows, rowKey)
    return {
      id: 'select',
      width: '24px',
      narrow: 'select',
      header: (
        <label className={classes.box}>
          <input
            type="checkbox"
            aria-label={`Select all shown ${noun}`}
            checked={share === 'all'}
            ref={(input) => {
              if (input) input.indeterminate = share === 'some'
            }}
            onChange={({ target }) => onSelect(selectRows(selection, rows, rowKey, target.checked))}
          />
          <Text span inherit hiddenFrom="sm" aria-hidden="true">
            Select all shown {noun}
          </Text>
        </label>
      ),
      cell: (row) => (
        <label className={classes.box}>
          <input
            type="checkbox"
            aria-label={`Select ${nameOf(row)}`}
            checked={selection.has(rowKey(row))}
            onChange={({ target, nativeEvent }) => {
              const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
              const clicked = isRange ? rowsBetween(rows, rowKey, last.current, row) : [row]
              last.current = rowKey(row)
              onSelect(selectRows(selection, clicked, rowKey, target.checked))
            }}
          />
        </label>
      ),
    }
  }, [rows, rowKey, selection, onSelect, nameOf, noun])
}
