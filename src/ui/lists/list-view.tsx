import type { ReactNode } from 'react'
import { ErrorState } from '../error-state.tsx'
import { ListFooter } from './list-footer.tsx'
import { type Column, VirtualTable } from './virtual-table.tsx'

/** A list from the service, as far as it is loaded. */
export interface LoadedList<R> {
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
  loadMore: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

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
}

/** The rows of a list, and its messages while it loads, fails, is out of date or is empty. */
export const ListView = <R extends { id: number }>(props: ListViewProps<R>) => {
  const { label, list, columns, rows = list.rows, isSearched = false, empty } = props
  return (
    <>
      {list.staleError !== undefined && (
        <ErrorState
          sentence={`This list may be out of date. ${list.staleError}`}
          onRetry={list.refetch}
        />
      )}
      {rows.length > 0 ? (
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
        hasMore={list.canLoadMore}
        onMore={list.loadMore}
        unreadable={list.unreadable}
      />
    </>
  )
}
