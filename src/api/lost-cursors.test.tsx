// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, page, type Sent, serve } from '../testing/answers.ts'
import { cursorOf, pageAt, showList } from '../testing/shown-lists.tsx'
import { restOfList, rowsOf } from './cursor-list.ts'
import { securityReviews } from './security-reviews.ts'
import { allUsers } from './users.ts'

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})
afterEach(() => vi.unstubAllGlobals())

const list = securityReviews.acrossVendors({})
const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)
const idsThere = () => idsOf(rowsOf(queryClient.getQueryData(list.queryKey)))

const pageWith = (
  rows: readonly (number | { id: number; title: string })[],
  cursor: string | null,
  totalCount: number | null = null,
): Response =>
  answer({
    data: rows.map((row) => (typeof row === 'number' ? { id: row } : row)),
    pagination: { cursor, totalCount },
  })

/** A service with these pages, by their cursors. */
const serveBook = (book: Readonly<Record<string, () => Response>>): Sent[] =>
  serve((sent) => (book[cursorOf(sent) ?? 'first'] ?? (() => answer({}, 500)))())

const LOST = 'no longer knows where this list goes on'

describe('a cursor that the service no longer takes', () => {
  const REFUSALS = [400, 404, 410, 422]
  /** A service that forgets the cursors that it gave, a given number of times. */
  const forgetful = (status: number, times: number): Sent[] =>
    serve((sent) => {
      const cursor = cursorOf(sent)
      if (cursor === null || times-- <= 0) return pageAt(cursor)
      return answer({ statusCode: status, message: 'cursor is not valid' }, status)
    })

  it.each(REFUSALS)('%i: trying again begins at the first page, which is said', async (status) => {
    const sent = forgetful(status, 1)
    const { result } = await showList(queryClient, list, false)
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(result.current.moreError).toContain(LOST))
    expect(result.current).toMatchObject({ canLoadMore: false, staleError: undefined })
    expect(idsOf(result.current.rows)).toEqual([1])
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(result.current.moreError).toBeUndefined())
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 2]))
    expect(sent.map(cursorOf)).toEqual([null, '1', null, '1'])
  })

  it.each(REFUSALS)('%i: a list that is wanted whole then comes whole', async (status) => {
    let isForgotten = true
    const sent = serve((request) =>
      isForgotten && cursorOf(request) === '2'
        ? answer({ statusCode: status }, status)
        : pageAt(cursorOf(request)),
    )
    const { result } = await showList(queryClient, list, true)
    await waitFor(() => expect(result.current.moreError).toContain(LOST))
    expect(idsOf(result.current.rows)).toEqual([1, 2])
    isForgotten = false
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 2, 3]))
    expect(result.current).toMatchObject({ moreError: undefined, isLoadingAll: false })
    expect(sent.map(cursorOf)).toEqual([null, '1', '2', null, '1', '2'])
  })

  it('is said of a list that was to be read again, too', async () => {
    let isForgotten = false
    serve((request) =>
      isForgotten && cursorOf(request) !== null
        ? answer({ statusCode: 400 }, 400)
        : pageAt(cursorOf(request)),
    )
    const { result } = await showList(queryClient, list, false)
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 2]))
    isForgotten = true
    await act(async () => void (await result.current.refetch()))
    await waitFor(() => expect(result.current.staleError).toContain(LOST))
    await act(async () => void (await result.current.refetch()))
    await waitFor(() => expect(result.current.staleError).toBeUndefined())
    expect(idsOf(result.current.rows)).toEqual([1])
  })

  it('is not what a proxy on the way means, nor a refusal of the first page', async () => {
    serve((request) => (cursorOf(request) === null ? pageAt(null) : page(404)))
    const { result } = await showList(queryClient, list, false)
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(result.current.moreError).toContain('on the way'))
    serve(() => answer({ statusCode: 404 }, 404))
    await act(async () => void (await result.current.refetch()))
    await waitFor(() => expect(result.current.staleError).toContain('no such record'))
  })

  it('makes the list of users begin again, once', async () => {
    const sent = forgetful(410, 1)
    expect(idsOf(await queryClient.query(allUsers()))).toEqual([1, 2, 3])
    expect(sent.map(cursorOf)).toEqual([null, '1', null, '1', '2'])
    queryClient.clear()
    forgetful(410, 9)
    await expect(queryClient.query(allUsers())).rejects.toMatchObject({ isCursorLost: true })
  })
})

describe('a list that does not end', () => {
  it.each([
    ['gives the same cursor again', ['a', 'a']],
    ['leads in a circle', ['a', 'b', 'c', 'a']],
  ])('because the service %s, is cut off, which is said', async (_, cursors) => {
    const pages = cursors.map(
      (cursor, index) =>
        [cursors[index - 1] ?? 'first', () => pageWith([index + 1], cursor)] as const,
    )
    const sent = serveBook(Object.fromEntries(pages))
    const { result } = await showList(queryClient, list, true)
    await waitFor(() => expect(result.current.moreError).toContain(LOST))
    expect(result.current).toMatchObject({ isLoadingAll: false, canLoadMore: false })
    expect(result.current.totalCount).toBeNull()
    expect(idsOf(result.current.rows)).toEqual(pages.map((_page, index) => index + 1))
    expect(sent).toHaveLength(pages.length)
    expect(idsOf(await queryClient.query(allUsers()))).toHaveLength(pages.length)
  })

  it.each([
    ['empty', []],
    ['the same', [1]],
  ] as const)('because its pages are %s under ever new cursors, is cut off', async (_, rows) => {
    let cursor = 0
    const sent = serve(() => pageWith(rows, String(++cursor)))
    const { result } = await showList(queryClient, list, true)
    await waitFor(() => expect(result.current.moreError).toContain(LOST))
    expect(idsOf(result.current.rows)).toEqual(rows)
    expect(sent.length).toBeLessThan(15)
    await queryClient.query(allUsers())
    expect(sent.length).toBeLessThan(30)
  })

  it('is read again from its first page at another try', async () => {
    let isMended = false
    serve((request) =>
      isMended ? pageAt(cursorOf(request)) : pageWith([1], cursorOf(request) ?? 'a'),
    )
    const { result } = await showList(queryClient, list, true)
    await waitFor(() => expect(result.current.moreError).toContain(LOST))
    isMended = true
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 2, 3]))
    expect(result.current.moreError).toBeUndefined()
  })

  it('is not one with some empty pages on the way', async () => {
    serveBook({
      first: () => pageWith([], 'a'),
      a: () => pageWith([], 'b'),
      b: () => pageWith([1], 'c'),
      c: () => pageWith([], 'd'),
      d: () => pageWith([2], null),
    })
    const { result } = await showList(queryClient, list, true)
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 2]))
    expect(result.current).toMatchObject({ totalCount: 2, moreError: undefined })
  })
})

describe('a list that changes while it is read', () => {
  it('shows a row that comes twice once, as and where it came last', async () => {
    serveBook({
      first: () => pageWith([1, { id: 2, title: 'before' }, 3], 'a', 5),
      a: () => pageWith([3, 4, { id: 2, title: 'after' }], null),
    })
    const { result } = await showList(queryClient, list, true)
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 3, 4, 2]))
    expect(result.current.rows.at(-1)).toMatchObject({ title: 'after' })
    expect(result.current.totalCount).toBe(4)
  })

  it('counts at its end what came, and before it at least what came', async () => {
    serveBook({
      first: () => pageWith([1, 2], 'a', 3),
      a: () => pageWith([3, 4], 'b'),
      b: () => pageWith([], null),
    })
    const { result } = await showList(queryClient, list, false)
    expect(result.current.totalCount).toBe(3)
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(result.current.totalCount).toBeNull())
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(result.current.totalCount).toBe(4))
  })

  it('ends with any service, without a row twice', async () => {
    const anyPage = fc.record({
      ids: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
      cursor: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { freq: 9 }),
    })
    const anyBook = fc.dictionary(fc.constantFrom('first', 'a', 'b', 'c', 'd'), anyPage)
    await fc.assert(
      fc.asyncProperty(anyBook, async (book) => {
        queryClient.clear()
        const sent = serve((request) => {
          const { ids = [], cursor = null } = book[cursorOf(request) ?? 'first'] ?? {}
          return pageWith(ids, cursor)
        })
        await queryClient.infiniteQuery(list)
        await queryClient.query(restOfList(list))
        const ids = idsThere()
        expect(new Set(ids).size).toBe(ids.length)
        expect(sent.length).toBeLessThanOrEqual(5)
        expect(new Set(idsOf(await queryClient.query(allUsers())))).toEqual(new Set(ids))
      }),
    )
  })
})
