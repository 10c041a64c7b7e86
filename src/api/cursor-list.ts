import { type InfiniteData, infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Page } from '../domain/contract/page.ts'
import { type ApiRequest, callApi } from './transport/http.ts'

/** Asks for a list, without its cursor. */
type ListRequest<T> = Omit<ApiRequest<Page<T>>, 'signal' | 'isForShow'>
type Pages<T> = InfiniteData<Page<T>>

const fetchPage = <T>(request: ListRequest<T>, signal: AbortSignal, cursor: string | null) => {
  const query = { ...request.query, ...(cursor !== null && { cursor }) }
  return callApi({ ...request, query, signal, isForShow: true })
}

/**
 * A list of the service, page by page (contract, point 9). The first page asks how many there are.
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

/** Every row of a list at once, for what can do nothing with a part of them. */
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
 * Walks a list that has begun to its end. Each page goes into the list as it comes: a long list
 * shows what is there, and a walk that is repeated goes on where it stopped.
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
          // Another read of the list may have changed where it ends.
          pages && cursorAfter(pages) === cursor
            ? { pages: [...pages.pages, page], pageParams: [...pages.pageParams, cursor] }
            : pages,
        )
      }
    },
    // It holds nothing: whether the list is whole, the list itself tells.
    staleTime: 0,
  })

/** The rows of the pages that are there. */
export const rowsOf = <T>(pages: Pages<T> | undefined): T[] =>
  pages?.pages.flatMap(({ data }) => data) ?? []

/** How many rows there are in all, if the service said so or they are all there; else null. */
export const totalCountOf = <T>(pages: Pages<T>): number | null =>
  pages.pages[0]?.totalCount ?? (cursorAfter(pages) === null ? rowsOf(pages).length : null)

/** How many rows the service sent that could not be read. */
export const unreadableOf = <T>(pages: Pages<T>): number =>
  pages.pages.reduce((sum, { unreadable }) => sum + unreadable, 0)
