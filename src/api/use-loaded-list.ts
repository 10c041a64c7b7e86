import { useQuery, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  beginAgain,
  type CursorList,
  haltOf,
  readAgain,
  restOfList,
  rowsOf,
  totalCountOf,
  unreadableOf,
} from './cursor-list.ts'
import { explainError } from './transport/explain-error.ts'

/**
 * Reads the list of a page, once its first rows are loaded.
 * @param wantsAll loads all rows, to search or sort them
 * @returns the list as `LoadedList` of ui/lists/list-view.tsx describes it
 */
export const useLoadedList = <T extends { id: number }>(list: CursorList<T>, wantsAll: boolean) => {
  const client = useQueryClient()
  const query = useSuspenseInfiniteQuery(list)
  const { data, hasNextPage, isFetching, isFetchNextPageError, error } = query
  const isIncomplete = wantsAll && hasNextPage
  const rest = useQuery({ ...restOfList(list), enabled: isIncomplete && !isFetching })
  const rows = useMemo(() => rowsOf(data), [data])
  const halt = haltOf(data, isIncomplete ? rest.error : isFetchNextPageError ? error : null)
  return {
    rows,
    totalCount: totalCountOf(data, rows.length),
    unreadable: unreadableOf(data),
    canLoadMore: hasNextPage && !wantsAll && halt === null,
    isFetchingMore: rest.isFetching || query.isFetchingNextPage,
    isLoadingAll: isIncomplete && halt === null,
    moreError: halt?.sentence,
    staleError: error && !isFetchNextPageError ? explainError(error).sentence : undefined,
    loadMore: async () => {
      if (halt?.isFromFirst) {
        await beginAgain(client, list)
        if (!wantsAll) return undefined
      }
      if (wantsAll) return rest.refetch()
      // A refetch under way already brings every page; a second one would cancel it.
      return isFetching ? undefined : query.fetchNextPage()
    },
    refetch: () => readAgain(client, list, query),
  }
}
