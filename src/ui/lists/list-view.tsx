import type { ReactNode } from 'react'
import { ErrorState } from '../error-state.tsx'
import { ListFooter } from './list-footer.tsx'
import { type Column, VirtualTable } from './virtual-table.tsx'

/** A list of the service, as far as it is loaded. */
export interface LoadedList<R> {
  rows: readonly R[]
  /** How many there are in all; null while that is not known. */
  totalCount: number | null
  /** How many rows the service sent that could not be read. */
  unreadable: number
  /** Whether there are rows that were not asked for yet. */
  canLoadMore: boolean
  isFetchingMore: boolean
  /** Whether every row is being brought in. */
  isLoadingAll: boolean
  /** Why the next rows did not come, in a sentence. */
  moreError: string | undefined
  /** Why what is shown may be out of date, in a sentence. */
  staleError: string | undefined
  loadMore: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

interface ListViewProps<R extends { id: number }> {
  /** The accessible name of the table. */
  label: string
  list: LoadedList<R>
  columns: readonly Column<R>[]
  /** The rows that are shown, in their order, where they are not just those of the list. */
  rows?: readonly R[]
  /** Whether a search on this page leaves some of the list's rows out. */
  isSearched?: boolean
  /** Stands in place of the table where there is no row. */
  empty: ReactNode
}

/** The rows of a list, with what it says while it loads, fails, is old or has nothing. */
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
