import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { serve } from '../testing/answers.ts'
import { ApiError, NO_CONNECTION } from './transport/api-error.ts'
import { type Connection, connection } from './transport/connection.ts'
import { ANSWER_LIMIT_MS, type ApiRequest, callApi } from './transport/http.ts'
import { forgetAnswers } from './transport/kept-answers.ts'
import { operationAt } from './transport/operation-at.ts'
import { noteOwner } from './transport/owner.ts'

const schema = z.object({ ok: z.boolean() })
const call = (request: Partial<ApiRequest<{ ok: boolean }>> = {}) =>
  callApi({ ...operationAt('getVendor', { vendorId: 7 }), schema, ...request })
const show = () => call({ isForShow: true })
const json = (body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    headers: { 'content-type': 'application/json', ...headers },
  })
const html = (status: number) =>
  new Response('<!doctype html>', { status, headers: { 'content-type': 'text/html' } })
const NO_NETWORK = new TypeError('Failed to fetch')

const failureOf = async (answered: Promise<unknown>): Promise<ApiError> => {
  const error = await answered.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}
const expectConnection = (expected: Partial<Connection>): void =>
  expect(connection().getState()).toMatchObject(expected)

const ADA = { company: 'acme', user: 'ada@example.com' }

beforeEach(async () => {
  noteOwner(ADA)
  await forgetAnswers()
  serve(() => json({ ok: true }))
  await call()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a session that has ended', () => {
  it('is said by the gateway, with the way to sign in, and nothing has been acted on', async () => {
    serve(() => new Response('{}', { status: 401, headers: { 'x-sign-in': '/oauth2/start' } }))
    expect(await failureOf(call({ method: 'POST' }))).toMatchObject({
      signIn: '/oauth2/start',
      isOutcomeUnclear: false,
    })
    expectConnection({ signIn: '/oauth2/start' })
  })

  it.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '/a?b', ''])(
    'never leads to %s',
    async (address) => {
      serve(() => new Response('{}', { status: 401, headers: { 'x-sign-in': address } }))
      expect(await failureOf(call())).toMatchObject({ signIn: '/' })
    },
  )

  it('is recognised by a redirect, which the API has none of', async () => {
    const redirect = Response.error()
    Object.defineProperty(redirect, 'type', { value: 'opaqueredirect' })
    serve(() => redirect)
    expect(await failureOf(call({ method: 'POST' }))).toMatchObject({
      signIn: '/',
      isOutcomeUnclear: false,
    })
  })

  it.each([
    [200, true],
    [401, false],
  ])('is recognised by a page with status %i where data was asked for', async (status, unclear) => {
    serve(() => html(status))
    expect(await failureOf(call({ method: 'POST' }))).toMatchObject({
      signIn: '/',
      isOutcomeUnclear: unclear,
    })
  })

  it('is not what a firewall’s page means, unless the gateway says so', async () => {
    serve(() => html(403))
    expect(await failureOf(call())).toMatchObject({ signIn: null, status: 403, isBlocked: true })
    serve(() => {
      const page = html(403)
      page.headers.set('x-sign-in', '/oauth2/start')
      return page
    })
    expect(await failureOf(call())).toMatchObject({ signIn: '/oauth2/start', isBlocked: false })
  })

  it('is not what a broken proxy’s page means', async () => {
    serve(() => html(502))
    expect(await failureOf(call({ method: 'POST' }))).toMatchObject({ signIn: null, status: 502 })
  })

  it('is over with the next answer', async () => {
    serve(() => html(200))
    await failureOf(call())
    serve(() => json({ ok: true }))
    await call()
    expect(connection().getState()).toMatchObject({ signIn: null })
  })
})

describe('without a connection', () => {
  it('what is shown is what was read within a day, and it is said since when', async () => {
    await show()
    const readAt = Date.now()
    serve(() => NO_NETWORK)
    await vi.waitFor(() => expect(show()).resolves.toEqual({ ok: true }))
    expect(Math.abs((connection().getState().keptSince ?? 0) - readAt)).toBeLessThan(5_000)
    serve(() => json({ ok: true }))
    await call()
    expectConnection({ keptSince: null })
  })

  it('what decides over a write is never read from what was kept', async () => {
    await show()
    serve(() => NO_NETWORK)
    expect(await failureOf(call())).toMatchObject({ status: 0 })
  })

  it('nothing is shown that is older than a day, or of another address, or of another user', async () => {
    await show()
    serve(() => NO_NETWORK)
    await vi.waitFor(() => expect(show()).resolves.toEqual({ ok: true }))
    await failureOf(call({ path: '/v2/vendors/8', isForShow: true }))
    noteOwner(ADA)
    await expect(show()).resolves.toEqual({ ok: true })
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 3_600_000)
    await failureOf(show())
    vi.restoreAllMocks()
    noteOwner({ ...ADA, user: 'grace@example.com' })
    await failureOf(show())
  })

  it('what can no longer be read is as good as nothing', async () => {
    await show()
    serve(() => NO_NETWORK)
    await vi.waitFor(() => expect(show()).resolves.toEqual({ ok: true }))
    const newer = z.object({ ok: z.boolean(), newer: z.string() })
    await failureOf(
      callApi({ ...operationAt('getVendor', { vendorId: 7 }), schema: newer, isForShow: true }),
    )
  })
})

describe('a connection that died without a sign', () => {
  const NEVER = new Promise<Response>(() => undefined)

  it.each([
    ['GET', ANSWER_LIMIT_MS.read],
    ['PUT', ANSWER_LIMIT_MS.write],
  ] as const)('is given up for a %s after %i ms', async (method, limit) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    serve(() => NEVER)
    const hear = vi.fn()
    const failure = failureOf(call({ method })).finally(hear)
    await vi.advanceTimersByTimeAsync(limit - 1)
    expect(hear).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await failure).toMatchObject({ status: NO_CONNECTION, isOutcomeUnclear: true })
  })

  it('leaves no clock running once the answer is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await call()
    serve(() => NO_NETWORK)
    await failureOf(call())
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the clock of this computer', () => {
  const dated = (at: number) => json({ ok: true }, { date: new Date(at).toUTCString() })

  it('is said to be wrong where deadlines would be', async () => {
    serve(() => dated(Date.now() + 3 * 3_600_000))
    await call()
    expect(connection().getState().clockSkew / 3_600_000).toBeCloseTo(3, 1)
    serve(() => dated(Date.now() - 60_000))
    await call()
    expectConnection({ clockSkew: 0 })
  })

  it('makes no difference to how long one has to wait', async () => {
    const service = Date.now() + 3 * 3_600_000
    const retryAt = new Date(service + 60_000).toUTCString()
    serve(
      () =>
        new Response('{}', {
          status: 429,
          headers: { 'retry-after': retryAt, date: new Date(service).toUTCString() },
        }),
    )
    expect(await failureOf(call())).toMatchObject({ retryAfter: 60 })
  })

  it('is not judged by a header that is no date', async () => {
    serve(() => json({ ok: true }, { date: 'yesterday' }))
    await call()
    expect(connection().getState()).toMatchObject({ clockSkew: 0 })
  })
})
