import { CancelledError, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { answer, serve, serveInTurn } from '../testing/answers.ts'
import { connection } from './transport/connection.ts'
import { type ApiRequest, callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'
import { callPatiently, QUERY_REPEATS } from './transport/repeat.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const ok = () => answer({ ok: true })
const busy = (status: number, retryAfter?: string) => (): Response =>
  answer({ message: 'Busy' }, status, retryAfter === undefined ? {} : { 'retry-after': retryAfter })

const schema = z.object({ ok: z.boolean() })
/** Looked at once time has passed, when it may have failed long ago. */
const lookedAtLater = <T>(outcome: Promise<T>): Promise<T> => {
  outcome.catch(() => undefined)
  return outcome
}
const call = (request: Partial<ApiRequest<{ ok: boolean }>> = {}) =>
  lookedAtLater(callPatiently({ ...operationAt('listVendors'), schema, ...request }))

let queryClient: QueryClient
const query = () =>
  lookedAtLater(
    queryClient.query({
      queryKey: ['vendors'],
      queryFn: ({ signal }) => callApi({ ...operationAt('listVendors'), schema, signal }),
    }),
  )
/** The two that repeat reads. */
const READERS = [
  ['a query', query],
  ['a request that is no query', call],
] as const

const pass = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1000)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  // The longest that chance may add: a quarter of the wait.
  vi.spyOn(Math, 'random').mockReturnValue(1)
  queryClient = new QueryClient({
    defaultOptions: { queries: { ...QUERY_REPEATS, gcTime: Number.POSITIVE_INFINITY } },
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe.each(READERS)('%s that is throttled', (_, ask) => {
  it('waits as long as the service asks, and a little more', async () => {
    const requests = serveInTurn(busy(429, '4'), ok)
    const outcome = ask()
    await pass(4)
    expect(requests).toHaveLength(1)
    await pass(1)
    expect(requests).toHaveLength(2)
    await expect(outcome).resolves.toEqual({ ok: true })
  })

  it('never comes back before it was asked to, whatever chance says', async () => {
    vi.mocked(Math.random).mockReturnValue(0)
    const requests = serveInTurn(busy(429, '4'), ok)
    void ask()
    await pass(3.999)
    expect(requests).toHaveLength(1)
    await pass(0.001)
    expect(requests).toHaveLength(2)
  })

  it('waits until the moment that the service names', async () => {
    const requests = serveInTurn(busy(429, new Date(NOW.getTime() + 6_000).toUTCString()), ok)
    void ask()
    await pass(6)
    expect(requests).toHaveLength(1)
    await pass(1.5)
    expect(requests).toHaveLength(2)
  })

  it('does not wait for a moment that is over', async () => {
    const requests = serveInTurn(busy(429, new Date(NOW.getTime() - 60_000).toUTCString()), ok)
    void ask()
    await pass(0.25)
    expect(requests).toHaveLength(2)
  })

  it('waits 1 second, then 2, where the service says nothing that can be read', async () => {
    const requests = serveInTurn(busy(429), busy(429, 'in a while'), ok)
    void ask()
    await pass(1.25)
    expect(requests).toHaveLength(2)
    await pass(2)
    expect(requests).toHaveLength(2)
    await pass(0.5)
    expect(requests).toHaveLength(3)
  })

  it.each(['-1', ' ', 'Soon'])('does not take %j for a moment that is over', async (retryAfter) => {
    const requests = serveInTurn(busy(429, retryAfter), ok)
    void ask()
    await pass(0.9)
    expect(requests).toHaveLength(1)
    await pass(0.35)
    expect(requests).toHaveLength(2)
  })

  it('is repeated twice at most', async () => {
    const requests = serveInTurn(busy(429, '1'))
    const outcome = ask()
    await pass(60)
    expect(requests).toHaveLength(3)
    await expect(outcome).rejects.toMatchObject({ status: 429, retryAfter: 1, message: 'Busy' })
  })

  it.each(['11', '3600', new Date(NOW.getTime() + 11_000).toUTCString()])(
    'gives up at once when it would have to wait longer than 10 seconds: %s',
    async (retryAfter) => {
      const requests = serveInTurn(busy(429, retryAfter), ok)
      await expect(ask()).rejects.toMatchObject({ status: 429 })
      expect(requests).toHaveLength(1)
      expect(vi.getTimerCount()).toBe(0)
    },
  )

  it('still waits 10 seconds', async () => {
    const requests = serveInTurn(busy(429, '10'), ok)
    void ask()
    await pass(12.5)
    expect(requests).toHaveLength(2)
  })
})

describe('what is repeated', () => {
  describe.each(READERS)('by %s', (_, ask) => {
    it.each([429, 503])('is a read after %i', async (status) => {
      const requests = serveInTurn(busy(status, '1'), ok)
      const outcome = ask()
      await pass(2)
      expect(requests).toHaveLength(2)
      await expect(outcome).resolves.toEqual({ ok: true })
    })

    it.each([400, 401, 403, 404, 422, 500, 502, 504])(
      'is never a read after %i',
      async (status) => {
        const requests = serveInTurn(busy(status, '1'), ok)
        const outcome = ask()
        await pass(60)
        expect(requests).toHaveLength(1)
        await expect(outcome).rejects.toMatchObject({ status })
      },
    )
  })

  it('is a write after 429, with the same body', async () => {
    const requests = serveInTurn(busy(429, '1'), ok)
    const outcome = call({ method: 'POST', body: { action: 'finalize' } })
    await pass(2)
    expect(requests.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"action":"finalize"}'],
      ['POST', '{"action":"finalize"}'],
    ])
    await expect(outcome).resolves.toEqual({ ok: true })
  })

  it.each(['POST', 'PUT'] as const)('is never a %s after 503', async (method) => {
    const requests = serveInTurn(busy(503, '1'), ok)
    const outcome = call({ method, body: {} })
    await pass(60)
    expect(requests).toHaveLength(1)
    await expect(outcome).rejects.toMatchObject({ status: 503, retryAfter: 1 })
  })

  it.each(['GET', 'POST', 'PUT'] as const)(
    'is never a %s whose connection is lost',
    async (method) => {
      const requests = serveInTurn(() => new TypeError('Failed to fetch'), ok)
      const outcome = call({ method })
      await pass(60)
      expect(requests).toHaveLength(1)
      await expect(outcome).rejects.toMatchObject({ status: 0 })
    },
  )
})

describe('a query that is repeated', () => {
  it('ends at once when it is cancelled, and nothing more is sent', async () => {
    const requests = serveInTurn(busy(429, '9'), ok)
    const outcome = query()
    await pass(1)
    await queryClient.cancelQueries({ queryKey: ['vendors'] })
    await expect(outcome).rejects.toBeInstanceOf(CancelledError)
    await pass(60)
    expect(requests).toHaveLength(1)
  })

  it('still lets the page tell what the answer says of the connection', async () => {
    const date = new Date(NOW.getTime() + 3 * 3_600_000).toUTCString()
    serveInTurn(() => answer({}, 429, { 'retry-after': '9', date }))
    void query()
    await pass(1)
    expect(connection().getState().clockSkew).toBe(3 * 3_600_000)
  })

  it('goes on from the page of a list that failed', async () => {
    const page = (cursor: string | null) => () => answer({ cursor })
    const requests = serveInTurn(page('b'), page('c'), busy(429, '1'), page(null))
    const outcome = queryClient.infiniteQuery({
      queryKey: ['vendors', 'list'],
      queryFn: ({ pageParam, signal }) =>
        callApi({
          ...operationAt('listVendors'),
          query: { cursor: pageParam },
          schema: z.object({ cursor: z.nullable(z.string()) }),
          signal,
        }),
      initialPageParam: 'a',
      getNextPageParam: ({ cursor }) => cursor,
      pages: 3,
    })
    await pass(2)
    await outcome
    expect(requests.map(({ url }) => url.searchParams.get('cursor'))).toEqual(['a', 'b', 'c', 'c'])
  })
})

it('what is asked once is never repeated, whatever the service answers', async () => {
  const requests = serveInTurn(busy(429, '1'), ok)
  const outcome = callApi({ ...operationAt('listVendors'), schema, method: 'PUT', body: {} })
  await expect(outcome).rejects.toMatchObject({ status: 429, retryAfter: 1 })
  await pass(60)
  expect(requests).toHaveLength(1)
})

describe('an abort', () => {
  it('during the wait ends it at once, and nothing more is sent', async () => {
    const requests = serveInTurn(busy(429, '9'), ok)
    const controller = new AbortController()
    const reason = new Error('The page was left')
    const outcome = call({ signal: controller.signal })
    await pass(1)
    controller.abort(reason)
    await expect(outcome).rejects.toBe(reason)
    expect(vi.getTimerCount()).toBe(0)
    await pass(60)
    expect(requests).toHaveLength(1)
  })

  it('that comes before the wait begins lets nothing more be sent', async () => {
    const controller = new AbortController()
    const reason = new Error('The page was left')
    const requests = serve(() => {
      controller.abort(reason)
      return busy(429, '1')()
    })
    await expect(call({ signal: controller.signal })).rejects.toBe(reason)
    expect(vi.getTimerCount()).toBe(0)
    await pass(60)
    expect(requests).toHaveLength(1)
  })
})
