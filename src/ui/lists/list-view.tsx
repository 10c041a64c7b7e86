import type { ReactNode } from 'react'
import { ErrorState } from '../error-state.tsx'
import { ListFooter } from './list-footer.tsx'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { useRowHeight } from './use-row-height.ts'
import { type Column, VirtualTable } from './virtual-table.tsx'

/** Rows of the filters before. They do not fade for an answer that comes at once. */
const PREVIOUS = { opacity: 0.5, transition: 'opacity 100ms 200ms' }

/** A list from the service, as far as it is loaded. */
export interface LoadedList<R> {
  /** Whether nothing is known yet. */
  isPending: boolean
  /** Why nothing could be read. */
  failure: {
    title: string
    sentence: string
    canRetry: boolean
    requestId: string | null
  } | null
  /** Whether the rows are those of the filters before, until those of the new ones are there. */
  isPrevious: boolean
  rows: readonly R[]
  /** The total number of rows; null if unknown. */
  totalCount: number | null
  /** How many rows could not be read. */
  unreadable: number
  /** Whether more rows can be requested. */
  canLoadMore: boolean
  isFetchingMore: boolean
  /** Whether all rows are being loaded. */
  isLoadingAll: boolean
  /** Why the next rows could not be loaded, in a sentence. */
  moreError: string | undefined
  /** Why the rows may be out of date, in a sentence. */
  staleError: string | undefined
  /** The gateway's name for the request that failed with one of these. */
  requestId: string | null
  loadMore: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

/** Whether a list is known to have no rows. */
export const isNone = ({ isPending, isPrevious, failure, rows }: LoadedList<unknown>): boolean =>
  !isPending && !isPrevious && failure === null && rows.length === 0

interface ListViewProps<R extends { id: number }> {
  /** The accessible name of the table. */
  label: string
  list: LoadedList<R>
  columns: readonly Column<R>[]
  /** The rows to show, in display order, if they differ from the list's own. */
  rows?: readonly R[]
  /** Whether a search on this page hides some rows. */
  isSearched?: boolean
  /** Rendered instead of the table if there are no rows. */
  empty: ReactNode
  /** Links to other pages, for a list that could not be read. */
  waysOn?: ReactNode
}

/** The rows of a list, and its messages while it loads, fails, is out of date or is empty. */
export const ListView = <R extends { id: number }>(props: ListViewProps<R>) => {
  const { label, list, columns, rows = list.rows, isSearched = false, empty, waysOn } = props
  const rowHeight = useRowHeight()
  if (list.isPending) return <RowsSkeleton what={label.toLowerCase()} rowHeight={rowHeight} />
  if (list.failure) {
    const { canRetry, ...failure } = list.failure
    return (
      <ErrorState {...failure} {...(canRetry && { onRetry: list.refetch })}>
        {waysOn}
      </ErrorState>
    )
  }
  return (
    <div aria-busy={list.isPrevious} style={list.isPrevious ? PREVIOUS : undefined}>
      {list.staleError !== undefined && (
        <ErrorState
          sentence={`This list may be out of date. ${list.staleError}`}
          requestId={list.requestId}
          onRetry={list.refetch}
        />
      )}
      {rows.length > 0 || list.isPrevious ? (
        <VirtualTable
          label={label}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          totalCount={isSearched ? rows.length : list.totalCount}
          onEndReached={list.canLoadMore ? list.loadMore : undefined}
        />
      ) : (
        empty
      )}
      <ListFooter
        isFetching={list.isFetchingMore}
        error={list.moreError}
        requestId={list.requestId}
        hasMore={list.canLoadMore}
        onMore={list.loadMore}
        unreadable={list.unreadable}
      />
    </div>
  )
}
