// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import fc from 'fast-check'
import { type ReactNode, Suspense } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, page, type Sent, serve } from '../testing/answers.ts'
import { restOfList, rowsOf } from './cursor-list.ts'
import { securityReviews } from './security-reviews.ts'
import { useLoadedList } from './use-loaded-list.ts'
import { allUsers } from './users.ts'
import { vendors } from './vendors.ts'

/** Three pages of one row each; the cursor is the number of rows before. */
const pageAt = (cursor: string | null): Response => {
  const before = Number(cursor ?? 0)
  return answer({
    data: [{ id: before + 1 }],
    pagination: { cursor: before === 2 ? null : String(before + 1), totalCount: cursor ? null : 3 },
  })
}
const cursorOf = ({ url }: Sent): string | null => url.searchParams.get('cursor')
const servePages = (): Sent[] => serve((sent) => pageAt(cursorOf(sent)))

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})
afterEach(() => vi.unstubAllGlobals())

const list = securityReviews.acrossVendors({})
const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)
const idsThere = () => idsOf(rowsOf(queryClient.getQueryData(list.queryKey)))

describe('a list', () => {
  it('asks with its first page how many there are, and with no other', async () => {
    const sent = servePages()
    await queryClient.infiniteQuery({ ...list, pages: 2 })
    expect(sent.map(({ url }) => url.searchParams.get('includeTotalCount'))).toEqual(['true', null])
    expect(sent.map(cursorOf)).toEqual([null, '1'])
  })

  it('of vendors is asked with no status, or those without one would be left out', async () => {
    const sent = servePages()
    await queryClient.infiniteQuery(vendors.list({ sort: 'updatedAt', sortDir: 'DESC' }))
    expect([...(sent[0]?.url.searchParams.keys() ?? [])].toSorted()).toEqual([
      'expand[]',
      'includeTotalCount',
      'size',
      'sort',
      'sortDir',
    ])
  })

  it('of users holds everyone, however many pages they fill', async () => {
    servePages()
    expect(idsOf(await queryClient.query(allUsers()))).toEqual([1, 2, 3])
  })
})

describe('the rest of a list', () => {
  it('shows each page as it comes', async () => {
    const seen: number[][] = []
    serve((sent) => {
      seen.push(idsThere())
      return pageAt(cursorOf(sent))
    })
    await queryClient.infiniteQuery(list)
    await queryClient.query(restOfList(list))
    expect([...seen, idsThere()]).toEqual([[], [1], [1, 2], [1, 2, 3]])
  })

  it('is nothing where the list has no other page, or is not there', async () => {
    const sent = servePages()
    await queryClient.query(restOfList(list))
    await queryClient.infiniteQuery({ ...list, pages: 3 })
    await queryClient.query(restOfList(list))
    expect(sent).toHaveLength(3)
  })

  it('holds no row twice where a page came by another way meanwhile', async () => {
    let comeTwice = (): Promise<unknown> => {
      comeTwice = () => Promise.resolve()
      return queryClient.infiniteQuery({ ...list, pages: 2, staleTime: 0 })
    }
    serve(async (sent) => {
      if (cursorOf(sent) === '1') await comeTwice()
      return pageAt(cursorOf(sent))
    })
    await queryClient.infiniteQuery(list)
    await queryClient.query(restOfList(list))
    expect(idsThere()).toEqual([1, 2, 3])
  })
})

const show = async (wantsAll: boolean) => {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <Suspense>{children}</Suspense>
    </QueryClientProvider>
  )
  const shown = renderHook((all: boolean) => useLoadedList(list, all), {
    wrapper,
    initialProps: wantsAll,
  })
  await waitFor(() => expect(shown.result.current).not.toBeNull())
  return shown
}

describe('a list that a page shows', () => {
  it('is brought in whole once it is wanted whole', async () => {
    const sent = servePages()
    const { result, rerender } = await show(false)
    expect(result.current).toMatchObject({ totalCount: 3, canLoadMore: true, isLoadingAll: false })
    expect(sent).toHaveLength(1)
    rerender(true)
    expect(result.current).toMatchObject({ canLoadMore: false, isLoadingAll: true })
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 2, 3]))
    expect(result.current).toMatchObject({ isLoadingAll: false, moreError: undefined })
    expect(sent.map(cursorOf)).toEqual([null, '1', '2'])
  })

  it('keeps its rows where a page fails on the way, and goes on from there', async () => {
    let isDown = true
    const sent = serve((request) =>
      isDown && cursorOf(request) === '2' ? answer({}, 500) : pageAt(cursorOf(request)),
    )
    const { result } = await show(true)
    await waitFor(() => expect(result.current.moreError).toContain('Drata could not'))
    expect(result.current).toMatchObject({ isLoadingAll: false, staleError: undefined })
    expect(idsOf(result.current.rows)).toEqual([1, 2])
    isDown = false
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(idsOf(result.current.rows)).toEqual([1, 2, 3]))
    expect(result.current.moreError).toBeUndefined()
    expect(sent.map(cursorOf)).toEqual([null, '1', '2', '2'])
  })

  it('says what went wrong with a page that was asked for by hand', async () => {
    serve((request) => (cursorOf(request) === '1' ? answer({}, 500) : pageAt(cursorOf(request))))
    const { result } = await show(false)
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(result.current.moreError).toContain('Drata could not'))
    expect(result.current).toMatchObject({ canLoadMore: false, staleError: undefined })
  })
})

/** A page of rows, given by their ids or whole, and its cursor. */
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
  /** A service that forgets the cursors that it has given, as often as it is told. */
  const forgetful = (status: number, times: number): Sent[] =>
    serve((sent) => {
      const cursor = cursorOf(sent)
      if (cursor === null || times-- <= 0) return pageAt(cursor)
      return answer({ statusCode: status, message: 'cursor is not valid' }, status)
    })

  it.each(REFUSALS)('%i: trying again begins at the first page, which is said', async (status) => {
    const sent = forgetful(status, 1)
    const { result } = await show(false)
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
    const { result } = await show(true)
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
    const { result } = await show(false)
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
    const { result } = await show(false)
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
    const { result } = await show(true)
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
    const { result } = await show(true)
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
    const { result } = await show(true)
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
    const { result } = await show(true)
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
    const { result } = await show(true)
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
    const { result } = await show(false)
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
