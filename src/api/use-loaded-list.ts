import { useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type CursorList, restOfList, rowsOf, totalCountOf, unreadableOf } from './cursor-list.ts'
import { explainError } from './transport/explain-error.ts'

const sentenceOf = (error: Error | null): string | undefined =>
  error === null ? undefined : explainError(error).sentence

/**
 * Reads the list of a page, once its first rows are loaded.
 * @param wantsAll loads all rows, to search or sort them
 * @returns the list as `LoadedList` of ui/lists/list-view.tsx describes it
 */
export const useLoadedList = <T>(list: CursorList<T>, wantsAll: boolean) => {
  const query = useSuspenseInfiniteQuery(list)
  const { data, hasNextPage, isFetching, isFetchNextPageError, error } = query
  const isIncomplete = wantsAll && hasNextPage
  const rest = useQuery({ ...restOfList(list), enabled: isIncomplete && !isFetching })
  const rows = useMemo(() => rowsOf(data), [data])
  const moreError = isIncomplete ? rest.error : isFetchNextPageError ? error : null
  return {
    rows,
    totalCount: totalCountOf(data),
    unreadable: unreadableOf(data),
    canLoadMore: hasNextPage && !wantsAll && moreError === null,
    isFetchingMore: rest.isFetching || query.isFetchingNextPage,
    isLoadingAll: isIncomplete && moreError === null,
    moreError: sentenceOf(moreError),
    staleError: isFetchNextPageError ? undefined : sentenceOf(error),
    loadMore: () => {
      if (isIncomplete) return rest.refetch()
      // A refetch under way already brings every page; a second one would cancel it.
      return isFetching ? Promise.resolve() : query.fetchNextPage()
    },
    refetch: () => query.refetch(),
  }
}
