// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, type Sent, serve } from '../testing/answers.ts'
import { cursorOf, pageAt, showList } from '../testing/shown-lists.tsx'
import { restOfList, rowsOf } from './cursor-list.ts'
import { securityReviews } from './security-reviews.ts'
import { allUsers } from './users.ts'
import { vendors } from './vendors.ts'

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

describe('a list that a page shows', () => {
  it('is brought in whole once it is wanted whole', async () => {
    const sent = servePages()
    const { result, rerender } = await showList(queryClient, list, false)
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
    const { result } = await showList(queryClient, list, true)
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
    const { result } = await showList(queryClient, list, false)
    await act(async () => void (await result.current.loadMore()))
    await waitFor(() => expect(result.current.moreError).toContain('Drata could not'))
    expect(result.current).toMatchObject({ canLoadMore: false, staleError: undefined })
  })
})

describe('the list of a page', () => {
  it('has no error of its own while it has rows, whatever a later answer says', async () => {
    servePages()
    const shown = await showList(queryClient, list, false)
    serve(() => answer({ statusCode: 404, message: 'Not found' }, 404))
    await act(() => shown.result.current.refetch())
    await waitFor(() => expect(shown.result.current.staleError).toContain('no such record'))
    expect(idsOf(shown.result.current.rows)).toEqual([1])
    expect(shown.result.current.error).toBeNull()
    expect(shown.result.current.failure).toBeNull()
  })
})
