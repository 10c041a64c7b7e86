import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query'
import type { Page } from '../domain/contract/cursor-page.ts'
import { ApiError, isRefusal } from './transport/api-error.ts'
import { explainError, LIST_BROKE_OFF } from './transport/explain-error.ts'
import { type ApiRequest, callApi } from './transport/http.ts'

/** A row of a list. */
export interface Row {
  id: number
}

/** The request for a list, without its cursor. */
export type ListRequest<T> = Omit<ApiRequest<Page<T>>, 'signal' | 'isForShow'>
export type Pages<T> = InfiniteData<Page<T>>

/**
 * How many pages in a row may bring nothing new before a list counts as endless. A page may be
 * empty although others follow.
 */
const MOST_BARREN = 10

/**
 * How the service may refuse a cursor that it does not take any more. Nothing is published on how
 * long a cursor lives, nor on how it ends (contract, point 28).
 */
const LOST_CURSOR = [400, 404, 410, 422]

/**
 * Reads one page of a list.
 * @param cursor null for the first page
 * @throws ApiError, marked where the list has to begin again; the signal's reason when it was aborted
 */
export const fetchPage = async <T>(
  request: ListRequest<T>,
  signal: AbortSignal,
  cursor: string | null,
): Promise<Page<T>> => {
  const query = { ...request.query, ...(cursor !== null && { cursor }) }
  try {
    return await callApi({ ...request, query, signal, isForShow: true })
  } catch (error) {
    if (cursor === null || !isRefusal(error, ...LOST_CURSOR)) throw error
    const { operation, status, message } = error
    throw new ApiError(operation, { status, message, isCursorLost: true, cause: error })
  }
}

/** Whether a page has no row that the pages before it lack. It stops at the first such row. */
const isBarren = <T extends Row>(pages: readonly Page<T>[], index: number): boolean =>
  pages[index]?.data.every(({ id }) =>
    pages.slice(0, index).some(({ data }) => data.some((row) => row.id === id)),
  ) ?? false

/** The cursor that came last. */
const lastCursor = <T>({ pages }: Pick<Pages<T>, 'pages'>): string | null =>
  pages.at(-1)?.cursor ?? null

/**
 * The cursor of the page after the loaded ones. It is null at the end, and where the service would
 * lead in a circle: by a cursor that it gave before, or from page to page without a new row
 * (contract, point 28).
 */
export const cursorAfter = <T extends Row>({ pages, pageParams }: Pages<T>): string | null => {
  const cursor = lastCursor({ pages })
  if (cursor === null || pageParams.includes(cursor)) return null
  const last = Array.from({ length: MOST_BARREN }, (_, index) => pages.length - 1 - index)
  return last.every((index) => isBarren(pages, index)) ? null : cursor
}

/** Whether a list was cut off, because the service did not end it. */
const isEndless = <T extends Row>(pages: Pages<T>): boolean =>
  lastCursor(pages) !== null && cursorAfter(pages) === null

/**
 * A list of the service, page by page (contract, point 9). Only the first page asks for the total
 * count.
 */
export const cursorList = <T extends Row>(
  queryKey: readonly unknown[],
  request: ListRequest<T>,
) => {
  const first = { ...request, query: { ...request.query, includeTotalCount: true } }
  const queryFn = ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) =>
    fetchPage(pageParam === null ? first : request, signal, pageParam)
  const options = infiniteQueryOptions({
    queryKey,
    queryFn,
    initialPageParam: null as string | null,
    getNextPageParam: (_last, pages, _param, pageParams) => cursorAfter({ pages, pageParams }),
  })
  return { ...options, queryFn }
}
export type CursorList<T extends Row> = ReturnType<typeof cursorList<T>>

/** Whether a list cannot go on from its last page. */
export const isCursorLost = (error: unknown): boolean =>
  error instanceof ApiError && error.isCursorLost

/**
 * Loads the remaining pages of a list. Each page is added as it arrives, so a long list shows rows
 * early, and a repeated walk continues where it stopped.
 */
export const restOfList = <T extends Row>(list: CursorList<T>) =>
  queryOptions({
    queryKey: [...list.queryKey, 'rest'],
    queryFn: async ({ client, signal }) => {
      for (;;) {
        const loaded = client.getQueryData(list.queryKey)
        const cursor = loaded ? cursorAfter(loaded) : null
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

/**
 * Reads a list again from its first page, which replaces all that is loaded once it is there.
 * @throws ApiError, which the list's own query has, too
 */
export const beginAgain = <T extends Row>(
  client: QueryClient,
  list: CursorList<T>,
): Promise<unknown> => client.infiniteQuery({ ...list, pages: 1, staleTime: 0 })

/** Reads the loaded pages of a list again, or its first one if a later one cannot be read again. */
export const readAgain = <T extends Row>(
  client: QueryClient,
  list: CursorList<T>,
  { error, refetch }: { error: Error | null; refetch: () => Promise<unknown> },
): Promise<unknown> => (isCursorLost(error) ? beginAgain(client, list) : refetch())

/**
 * The rows of the loaded pages. The service may repeat a row on a later page, if others are added or
 * changed meanwhile: it then stands once, where and as it came last.
 */
export const rowsOf = <T extends Row>(pages: Pages<T> | undefined): T[] => {
  const rows = new Map<number, T>()
  for (const { data } of pages?.pages ?? [])
    for (const row of data) {
      rows.delete(row.id)
      rows.set(row.id, row)
    }
  return [...rows.values()]
}

/** How many rows could not be read. */
export const unreadableOf = <T>(pages: Pages<T>): number =>
  pages.pages.reduce((sum, { unreadable }) => sum + unreadable, 0)

/**
 * The total number of rows; null if it is unknown. The service counts on the first page only, and
 * rows come and go: a list that is loaded has as many as came, and one that goes on has more.
 * @param readable how many rows are loaded
 */
export const totalCountOf = <T>(pages: Pages<T>, readable: number): number | null => {
  const loaded = readable + unreadableOf(pages)
  if (lastCursor(pages) === null) return loaded
  const total = pages.pages[0]?.totalCount ?? 0
  return total > loaded ? total : null
}

/** How many rows a list has, or at least has ("100+"), for people; undefined until some are loaded. */
export const countOf = <T extends Row>(pages: Pages<T> | undefined): string | undefined => {
  if (!pages) return undefined
  const loaded = rowsOf(pages).length
  const total = totalCountOf(pages, loaded)
  const count = (total ?? loaded).toLocaleString('en-GB')
  return total === null ? `${count}+` : count
}

/** Why a list does not go on. */
export interface Halt {
  /** What happened, and what happens at the next try. */
  sentence: string
  /** Whether it has to begin again at its first page. */
  isFromFirst: boolean
}

/**
 * Why a list does not go on after the loaded pages; null if it ends or can go on.
 * @param error that of the next page
 */
export const haltOf = <T extends Row>(pages: Pages<T>, error: Error | null): Halt | null => {
  if (isEndless(pages)) return { sentence: LIST_BROKE_OFF, isFromFirst: true }
  return error && { sentence: explainError(error).sentence, isFromFirst: isCursorLost(error) }
}
