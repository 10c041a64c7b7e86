import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  memo,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react'
import { onKeys } from '../../lib/keys.ts'
import { usePrinting } from '../hooks/use-printing.ts'
import { useRowHeight } from './use-row-height.ts'
import classes from './virtual-table.module.css'

/** One column of a list. */
export interface Column<R> {
  id: string
  header: ReactNode
  /** A CSS grid track. */
  width: string
  cell: (row: R) => ReactNode
  /** The column's position on a narrow screen; without one it is hidden there. */
  narrow?: 'select' | 'title' | 'end' | 'meta'
  /** Makes the header a button that sorts. */
  onSort?: () => void
  sorted?: 'ascending' | 'descending' | undefined
}

interface VirtualTableProps<R> {
  /** The accessible name. */
  label: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => number
  /** The total number of rows, if known. */
  totalCount?: number | null
  /** Called when the end of the rows comes near. */
  onEndReached?: (() => void) | undefined
}

/** Rows rendered beyond either edge. Each one costs time when a list appears and disappears. */
const OVERSCAN = 8
/** More rows are requested when this many are left before the end. */
const END_IN_SIGHT = 12
/**
 * Heights of the sticky header and the selection bar; keyboard scrolling keeps rows out from under
 * them.
 */
const COVERED_ABOVE = 88
const COVERED_BELOW = 72

/** The arrow keys move between the links of the rows, or between their checkboxes. */
const LINK = 'a[data-row-link]'
const CHECKBOX = 'input[type="checkbox"]'

interface TableRowProps<R> {
  row: R
  index: number
  /** The row's offset from the top of the body, in pixels. */
  top: number
  columns: readonly Column<R>[]
}

const PlainRow = <R,>({ row, index, top, columns }: TableRowProps<R>) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    data-index={index}
    className={classes.row}
    style={{ transform: `translateY(${top}px)` }}
  >
    {columns.map(({ id, cell, narrow }) => (
      <div key={id} role="cell" className={`${classes.cell} cut`} data-narrow={narrow ?? 'none'}>
        {cell(row)}
      </div>
    ))}
  </div>
)

/** The table renders on every scroll and focus change, but a row only when its own data changes. */
const TableRow = memo(PlainRow) as typeof PlainRow

/**
 * A table that stays smooth with ten thousand rows: only visible rows are mounted, and the page
 * itself scrolls. Each row is one link (the cell that holds `a[data-row-link]`). The arrow keys,
 * Home and End move along the rows, from link to link or from checkbox to checkbox. It uses plain
 * elements with table roles, since some browsers drop the roles of real table elements in a grid
 * layout.
 */
export const VirtualTable = <R,>(props: VirtualTableProps<R>) => {
  const { label, columns, rows, rowKey, totalCount, onEndReached } = props
  const body = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const isPrinting = usePrinting()
  // Keep the focused row mounted while it is scrolled out of sight, or the focus is lost. A row that gets
  // the focus is mounted already, so nothing has to render for it.
  const focused = useRef<number | null>(null)
  const awaited = useRef<{ index: number; stop: string } | null>(null)
  const [scrollMargin, setScrollMargin] = useState(0)

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin,
    scrollPaddingStart: COVERED_ABOVE,
    scrollPaddingEnd: COVERED_BELOW,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
    rangeExtractor: useCallback((range: Range) => {
      const indexes = defaultRangeExtractor(range)
      const index = focused.current
      return index === null || index >= range.count || indexes.includes(index)
        ? indexes
        : [...indexes, index].toSorted((a, b) => a - b)
    }, []),
  })
  const items = virtualizer.getVirtualItems()
  const shown = isPrinting
    ? rows.map((row, index) => ({ key: rowKey(row), index, top: 0 }))
    : items.map(({ key, index, start }) => ({ key, index, top: start - scrollMargin }))
  const lastIndex = virtualizer.range?.endIndex ?? -1

  // Content above the table may change its height, and so the height of the page.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const top = body.current ? body.current.getBoundingClientRect().top + window.scrollY : 0
      setScrollMargin((known) => (Math.abs(known - top) < 1 ? known : top))
    })
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  useEffect(() => {
    if (lastIndex >= rows.length - END_IN_SIGHT) onEndReached?.()
  }, [lastIndex, rows.length, onEndReached])

  /** Moves the focus to the row that it was sent to, once that row is mounted. */
  const focusAwaited = (): void => {
    if (awaited.current === null) return
    const { index, stop } = awaited.current
    const element = body.current?.querySelector<HTMLElement>(`[data-index="${index}"] ${stop}`)
    if (!element) return
    awaited.current = null
    element.focus({ preventScroll: true })
  }
  useEffect(focusAwaited)

  /** Moves the focus from its row to another one, if both exist. */
  const moveTo =
    (next: (index: number) => number) =>
    ({ target }: Event): false | void => {
      const from = (target as Element).closest<HTMLElement>('[data-index]')
      const index = from ? next(Number(from.dataset.index)) : -1
      if (index < 0 || index >= rows.length) return false
      const isCheckbox = (target as Element).matches(CHECKBOX)
      awaited.current = { index, stop: isCheckbox ? CHECKBOX : LINK }
      focused.current = index
      virtualizer.scrollToIndex(index, { align: 'auto' })
      focusAwaited()
    }
  const onKeyDown = onKeys(
    {
      ArrowDown: moveTo((index) => index + 1),
      ArrowUp: moveTo((index) => index - 1),
      Home: moveTo(() => 0),
      End: moveTo(() => rows.length - 1),
    },
    { repeats: true },
  )

  const onFocus = (event: FocusEvent): void => {
    const row = event.target.closest<HTMLElement>('[data-index]')
    if (row) focused.current = Number(row.dataset.index)
  }

  const template = columns.map(({ width }) => width).join(' ')
  return (
    // biome-ignore lint/a11y: a table by its roles
    <div
      role="table"
      aria-label={label}
      aria-rowcount={(totalCount ?? rows.length) + 1}
      aria-colcount={columns.length}
      className={classes.table}
      style={{ '--columns': template }}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.row}>
          {columns.map(({ id, header, onSort, sorted, narrow }) => (
            <div
              key={id}
              role="columnheader"
              aria-sort={sorted ?? undefined}
              className={`${classes.cell} cut`}
              data-narrow={narrow === 'select' ? narrow : 'none'}
            >
              {onSort && (
                <button type="button" onClick={onSort}>
                  {header}
                  <span aria-hidden="true">
                    {sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : ''}
                  </span>
                </button>
              )}
              {(!onSort || isPrinting) && header}
            </div>
          ))}
        </div>
      </div>
      <div
        ref={body}
        role="rowgroup"
        className={classes.body}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => {
          focused.current = null
        }}
      >
        {shown.map(({ key, index, top }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <TableRow key={key} row={row} index={index} top={top} columns={columns} />
          )
        })}
      </div>
    </div>
  )
}
