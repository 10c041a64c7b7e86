import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useQueryClient,
} from '@tanstack/react-query'
import type { ReactNode } from 'react'
import {
  beginAgain,
  type CursorList,
  haltOf,
  readAgain,
  rowsOf,
  unreadableOf,
} from '../../api/cursor-list.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import type { Page } from '../../domain/contract/cursor-page.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { ListFooter } from '../../ui/lists/list-footer.tsx'
import { RowsSkeleton } from '../../ui/lists/rows-skeleton.tsx'
import classes from './files.module.css'

/** A row of one line, in pixels. */
const ROW_HEIGHT = 37

interface FileListProps<T extends { id: number }> {
  /** The accessible name of the list. */
  label: string
  list: CursorList<T>
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>
  renderRow: (item: T) => ReactNode
  empty: string
  /** What leads on from an empty list. */
  emptyAction?: ReactNode
}

/** A list of files, and its messages while it loads, fails or is empty. */
export const FileList = <T extends { id: number }>(props: FileListProps<T>) => {
  const { label, list, query, renderRow, empty, emptyAction } = props
  const client = useQueryClient()
  const { data, error, isPending, isFetchNextPageError } = query
  if (isPending) return <RowsSkeleton what={label.toLowerCase()} rowHeight={ROW_HEIGHT} />
  const { sentence, requestId } = explainError(error)
  if (!data)
    return <ErrorState sentence={sentence} requestId={requestId} onRetry={() => query.refetch()} />
  const rows = rowsOf(data)
  const halt = haltOf(data, isFetchNextPageError ? error : null)
  return (
    <>
      {error && !isFetchNextPageError && (
        <ErrorState
          sentence={`This list may be out of date. ${sentence}`}
          requestId={requestId}
          onRetry={() => readAgain(client, list, query)}
        />
      )}
      {rows.length === 0 ? (
        <>
          <p className="quiet">{empty}</p>
          {emptyAction}
        </>
      ) : (
        <ul aria-label={label} className={classes.list}>
          {rows.map((item) => (
            <li key={item.id}>{renderRow(item)}</li>
          ))}
        </ul>
      )}
      <ListFooter
        isFetching={query.isFetchingNextPage}
        error={halt?.sentence}
        requestId={requestId}
        hasMore={query.hasNextPage}
        onMore={() => (halt?.isFromFirst ? beginAgain(client, list) : query.fetchNextPage())}
        unreadable={unreadableOf(data)}
      />
    </>
  )
}
