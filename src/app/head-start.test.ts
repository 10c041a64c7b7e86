// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { primeReview, readReview, securityReviews } from '../api/security-reviews.ts'
import { ANSWER_LIMIT_MS } from '../api/transport/http.ts'
import { endHeadStart } from '../api/transport/started-answers.ts'
import { REVIEW_FILTER_DEFAULTS, toFilters } from '../features/reviews/reviews-search.ts'
import { answer, serve } from '../testing/answers.ts'

beforeEach(() => {
  globalThis.headStart = undefined
})
afterEach(() => vi.unstubAllGlobals())

/** Runs the script as a page at an address does. @returns the addresses that it requests */
const startAt = async (address: string): Promise<string[]> => {
  window.history.replaceState(null, '', address)
  vi.resetModules()
  await import('./head-start.ts')
  return [...(globalThis.headStart?.keys() ?? [])]
}

test.each<[string, (queryClient: QueryClient) => Promise<unknown>]>([
  [
    '/',
    (queryClient) =>
      queryClient.infiniteQuery(securityReviews.acrossVendors(toFilters(REVIEW_FILTER_DEFAULTS))),
  ],
  ['/vendors/7/security-reviews/12', (queryClient) => primeReview(queryClient, 7, 12)],
])(
  'at %s it asks for just what the page loads, which is then asked once',
  async (address, load) => {
    const sent = serve(() => answer({ id: 7, data: [], pagination: { cursor: null } }))
    const asked = await startAt(address)
    expect(asked).not.toEqual([])
    await load(new QueryClient())
    expect(sent.map(({ url }) => url.pathname + url.search)).toEqual(asked)
    expect(globalThis.headStart?.size).toBe(0)
  },
)

test('what it asked for is taken once, and asked for again from then on', async () => {
  const sent = serve(() => answer({ data: [], pagination: { cursor: null } }))
  await startAt('/')
  for (let times = 0; times < 2; times++)
    await new QueryClient().infiniteQuery(securityReviews.acrossVendors({}))
  expect(sent).toHaveLength(2)
})

test('it comes too late once the app has begun', async () => {
  const sent = serve(() => answer({}))
  globalThis.headStart = new Map()
  expect(await startAt('/')).toEqual([])
  expect(sent).toEqual([])
})

test('what is not taken for the first page is dropped', async () => {
  const sent = serve(() => answer({ id: 12 }))
  expect(await startAt('/vendors/7/security-reviews/12')).toHaveLength(3)
  endHeadStart()
  await readReview(7, 12)
  expect(sent).toHaveLength(4)
})

test('it waits as long as the app does, which hears of it', async () => {
  const limit = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal)
  serve(() => new Promise(() => undefined))
  await startAt('/vendors/7/security-reviews/12')
  expect(timeout).toHaveBeenCalledWith(ANSWER_LIMIT_MS.read)
  const review = primeReview(new QueryClient(), 7, 12)
  limit.abort(new DOMException('No answer came in time.', 'TimeoutError'))
  await expect(review).rejects.toMatchObject({ status: 0 })
})

test('what it could not get fails as any request does', async () => {
  serve(() => new TypeError('Failed to fetch'))
  await startAt('/vendors/7/security-reviews/12')
  await expect(primeReview(new QueryClient(), 7, 12)).rejects.toMatchObject({ status: 0 })
})

test.each(['/?status=COMPLETED', '/vendors', '/vendors/7/security-reviews/new', '/vendors/7/x/12'])(
  'it asks for nothing at %s',
  async (address) => {
    const sent = serve(() => answer({}))
    expect(await startAt(address)).toEqual([])
    expect(sent).toEqual([])
  },
)
