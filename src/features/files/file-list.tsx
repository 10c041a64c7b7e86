import { Skeleton } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { rowsOf, totalCountOf, unreadableOf } from '../../api/cursor-list.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import type { Page } from '../../domain/contract/cursor-page.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { ListFooter } from '../../ui/lists/list-footer.tsx'
import classes from './files.module.css'

interface FileListProps<T> {
  /** The accessible name of the list. */
  label: string
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>
  renderRow: (item: T) => ReactNode
  empty: string
}

/** A list of files, and its messages while it loads, fails or is empty. */
export const FileList = <T extends { id: number }>(props: FileListProps<T>) => {
  const { label, query, renderRow, empty } = props
  const { data, error, isPending, isFetchNextPageError } = query
  if (isPending)
    return (
      <div role="status" aria-label={`Loading ${label.toLowerCase()}`}>
        <Skeleton height={18} mb={10} width="70%" />
        <Skeleton height={18} mb={10} width="50%" />
      </div>
    )
  const sentence = error ? explainError(error).sentence : undefined
  if (!data) return <ErrorState sentence={sentence ?? ''} onRetry={() => query.refetch()} />
  const rows = rowsOf(data)
  return (
    <>
      {sentence !== undefined && !isFetchNextPageError && (
        <ErrorState
          sentence={`This list may be out of date. ${sentence}`}
          onRetry={() => query.refetch()}
        />
      )}
      {rows.length === 0 ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <ul aria-label={label} className={classes.list}>
          {rows.map((item) => (
            <li key={item.id}>{renderRow(item)}</li>
          ))}
        </ul>
      )}
      <ListFooter
        isFetching={query.isFetchingNextPage}
        error={isFetchNextPageError ? sentence : undefined}
        hasMore={query.hasNextPage}
        onMore={() => query.fetchNextPage()}
        unreadable={unreadableOf(data)}
      />
    </>
  )
}

/** The total count, once it is known. */
export const countOf = <T,>(data: InfiniteData<Page<T>> | undefined): number | undefined =>
  data && (totalCountOf(data) ?? rowsOf(data).length)
