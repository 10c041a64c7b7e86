import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
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
import { useExplanation } from './use-explanation.ts'

/** What is known of a list before its first page is there. */
const NOTHING = { pages: [], pageParams: [] }

/**
 * Reads the list of a page. While another list is awaited, such as one with another filter, the rows of
 * the one before stay.
 * @param wantsAll loads all rows, to search or sort them
 * @returns the list as `LoadedList` of ui/lists/list-view.tsx describes it
 */
export const useLoadedList = <T extends { id: number }>(list: CursorList<T>, wantsAll: boolean) => {
  const client = useQueryClient()
  const query = useInfiniteQuery({
    ...list,
    placeholderData: keepPreviousData,
    // The page's loader has just asked, so show its result.
    retryOnMount: false,
  })
  const { hasNextPage, isFetching, isFetchNextPageError, isPlaceholderData, error } = query
  const data = query.data ?? NOTHING
  const isIncomplete = wantsAll && hasNextPage && !isPlaceholderData
  const rest = useQuery({ ...restOfList(list), enabled: isIncomplete && !isFetching })
  const rows = useMemo(() => rowsOf(data), [data])
  const halt = haltOf(data, isIncomplete ? rest.error : isFetchNextPageError ? error : null)
  /** Why there is nothing to show. Whatever else goes wrong concerns a part of the rows. */
  const fatal = query.data === undefined ? error : null
  const explanation = useExplanation(fatal)
  const failure = fatal && explanation
  return {
    isPending: query.isPending && failure === null,
    failure,
    error: fatal,
    isPrevious: isPlaceholderData,
    rows,
    totalCount: totalCountOf(data, rows.length),
    unreadable: unreadableOf(data),
    canLoadMore: hasNextPage && !isPlaceholderData && !wantsAll && halt === null,
    isFetchingMore: rest.isFetching || query.isFetchingNextPage,
    isLoadingAll: isIncomplete && halt === null,
    moreError: halt?.sentence,
    staleError:
      query.data && error && !isFetchNextPageError ? explainError(error).sentence : undefined,
    requestId: explainError(isIncomplete ? rest.error : error).requestId,
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
