import { useQuery, useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  beginAgain,
  type CursorList,
  haltOf,
  type Pages,
  readAgain,
  restOfList,
  rowsOf,
  totalCountOf,
  unreadableOf,
} from './cursor-list.ts'
import { explainError } from './transport/explain-error.ts'

/** A list of which nothing is loaded. */
const NOTHING = { pages: [], pageParams: [] }

/** What the queries of a list have in common, whether they suspend or not. */
interface ListQuery<T> {
  data: Pages<T> | undefined
  error: Error | null
  hasNextPage: boolean
  isFetching: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

/**
 * A list as far as it is loaded, and its means to load the rest.
 * @param wantsAll loads all rows, to search or sort them
 * @returns the list as `LoadedList` of ui/lists/list-view.tsx describes it
 */
export const useRows = <T extends { id: number }>(
  list: CursorList<T>,
  query: ListQuery<T>,
  wantsAll: boolean,
) => {
  const client = useQueryClient()
  const { data = NOTHING, hasNextPage, isFetching, isFetchNextPageError, error } = query
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

/**
 * Reads the list of a page, once its first rows are loaded.
 * @param wantsAll loads all rows, to search or sort them
 * @returns the list as `LoadedList` of ui/lists/list-view.tsx describes it
 */
export const useLoadedList = <T extends { id: number }>(list: CursorList<T>, wantsAll: boolean) =>
  useRows(list, useSuspenseInfiniteQuery(list), wantsAll)
