import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Page } from '../domain/contract/cursor-page.ts'
import { type ApiRequest, callApi } from './transport/http.ts'

/** The request for a list, without its cursor. */
type ListRequest<T> = Omit<ApiRequest<Page<T>>, 'signal' | 'isForShow'>
type Pages<T> = InfiniteData<Page<T>>

const fetchPage = <T>(request: ListRequest<T>, signal: AbortSignal, cursor: string | null) => {
  const query = { ...request.query, ...(cursor !== null && { cursor }) }
  return callApi({ ...request, query, signal, isForShow: true })
}

/**
 * A list of the service, page by page (contract, point 9). Only the first page asks for the total
 * count.
 */
export const cursorList = <T>(queryKey: readonly unknown[], request: ListRequest<T>) => {
  const first = { ...request, query: { ...request.query, includeTotalCount: true } }
  const queryFn = ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    fetchPage(pageParam === null ? first : request, signal, pageParam)
  const options = infiniteQueryOptions({
    queryKey,
    queryFn,
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
  })
  return { ...options, queryFn }
}
export type CursorList<T> = ReturnType<typeof cursorList<T>>

/** All rows of a list at once, for uses that need them all. */
export const wholeList = <T>(queryKey: readonly unknown[], request: ListRequest<T>) => {
  const queryFn = async ({ signal }: { signal: AbortSignal }): Promise<T[]> => {
    const rows: T[] = []
    let cursor: string | null = null
    do {
      const page: Page<T> = await fetchPage(request, signal, cursor)
      rows.push(...page.data)
      cursor = page.cursor
    } while (cursor !== null)
    return rows
  }
  return queryOptions({ queryKey, queryFn })
}

const cursorAfter = <T>(pages: Pages<T> | undefined): string | null =>
  pages?.pages.at(-1)?.cursor ?? null

/**
 * Loads the remaining pages of a list. Each page is added as it arrives, so a long list shows rows
 * early, and a repeated walk continues where it stopped.
 */
export const restOfList = <T>(list: CursorList<T>) =>
  queryOptions({
    queryKey: [...list.queryKey, 'rest'],
    queryFn: async ({ client, signal }) => {
      for (;;) {
        const cursor = cursorAfter(client.getQueryData(list.queryKey))
        if (cursor === null) return null
        const page = await list.queryFn({ pageParam: cursor, signal })
        client.setQueryData(list.queryKey, (pages) =>
          // A refetch of the list may have moved its end.
          pages && cursorAfter(pages) === cursor
            ? { pages: [...pages.pages, page], pageParams: [...pages.pageParams, cursor] }
            : pages,
        )
      }
    },
    // This query holds no data; the list itself knows whether it is complete.
    staleTime: 0,
  })

/** The rows of the loaded pages. */
export const rowsOf = <T>(pages: Pages<T> | undefined): T[] =>
  pages?.pages.flatMap(({ data }) => data) ?? []

/** The total number of rows if the service said so or all are loaded; else null. */
export const totalCountOf = <T>(pages: Pages<T>): number | null =>
  pages.pages[0]?.totalCount ?? (cursorAfter(pages) === null ? rowsOf(pages).length : null)

/** How many rows could not be read. */
export const unreadableOf = <T>(pages: Pages<T>): number =>
  pages.pages.reduce((sum, { unreadable }) => sum + unreadable, 0)
