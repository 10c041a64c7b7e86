import type { InfiniteData, UseSuspenseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Page } from '../domain/contract/page.ts'
import { explainError } from './transport/explain-error.ts'

/** The pages of a list as one, with what a list shows about its loading. */
export interface ListState<T> {
  rows: T[]
  /** How many there are in all, where the service said so. */
  totalCount: number | null
  unreadable: number
  hasMore: boolean
  isFetchingMore: boolean
  /** Why the next page did not come, in a sentence. */
  moreError: string | undefined
  /** Why what is shown may be out of date, in a sentence. */
  staleError: string | undefined
  loadMore: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

/**
 * Joins the pages of an infinite query.
 * @param wantsAll goes on by itself until every page is there (to search or to order them all)
 */
export const useListState = <T>(
  query: UseSuspenseInfiniteQueryResult<InfiniteData<Page<T>>>,
  wantsAll: boolean,
): ListState<T> => {
  const { data, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage, refetch, error } = query
  const { isFetchNextPageError } = query
  const rows = useMemo(() => data.pages.flatMap((page) => page.data), [data])

  useEffect(() => {
    if (wantsAll && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
  }, [wantsAll, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])

  const sentence = error ? explainError(error).sentence : undefined
  return {
    rows,
    totalCount: data.pages[0]?.totalCount ?? (hasNextPage ? null : rows.length),
    unreadable: data.pages.reduce((sum, page) => sum + page.unreadable, 0),
    hasMore: hasNextPage,
    isFetchingMore: isFetchingNextPage,
    moreError: isFetchNextPageError ? sentence : undefined,
    staleError: isFetchNextPageError ? undefined : sentence,
    // A refetch under way already brings every page; a second one would cancel it.
    loadMore: () => (isFetching ? Promise.resolve() : fetchNextPage()),
    refetch: () => refetch(),
  }
}
