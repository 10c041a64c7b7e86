import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { answer, failureOf, page, SIGNED_OUT, serve } from '../testing/answers.ts'
import { NO_CONNECTION } from './transport/api-error.ts'
import { type Connection, connection } from './transport/connection.ts'
import { ANSWER_LIMIT_MS, type ApiRequest, callApi } from './transport/http.ts'
import { forgetAnswers } from './transport/kept-answers.ts'
import { operationAt } from './transport/operation-at.ts'
import { noteOwner } from './transport/owner.ts'

const schema = z.object({ ok: z.boolean() })
const call = (request: Partial<ApiRequest<{ ok: boolean }>> = {}) =>
  callApi({ ...operationAt('getVendor', { vendorId: 7 }), schema, ...request })
const show = () => call({ isForShow: true })
const json = (body: unknown, headers: Record<string, string> = {}) => answer(body, 200, headers)
const NO_NETWORK = new TypeError('Failed to fetch')

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

/** A redirect, as a browser shows it to a page that does not follow it. */
const redirect = () => {
  const response = Response.error()
  Object.defineProperty(response, 'type', { value: 'opaqueredirect' })
  return response
}

describe('a session that has ended', () => {
  it('is said by the gateway, with the way to sign in, and nothing has been acted on', async () => {
    serve(() => answer({ statusCode: 401 }, 401, SIGNED_OUT))
    expect(await failureOf(call({ method: 'POST' }))).toMatchObject({
      speaker: 'sign-in',
      signIn: '/sign-in/start',
      isOutcomeUnclear: false,
    })
    expectConnection({ signIn: '/sign-in/start' })
  })

  it.each([
    'https://evil.example/',
    '//evil.example',
    'javascript:alert(1)',
    '/a?b',
    '',
    '/sign-in/start/',
    '/sign-in/start?fresh=2',
    '/sign-in/start?fresh=1&to=//evil.example',
    '/sign-in/start?to=https://evil.example/',
    '/sign-in/start#fresh=1',
    '/sign-in/start\\..\\evil',
    '/sign-in/../evil',
    '//evil.example/sign-in/start',
    'https://evil.example/sign-in/start?fresh=1',
  ])('never leads to %s', async (address) => {
    serve(() => answer({}, 401, { ...SIGNED_OUT, 'x-sign-in': address }))
    expect(await failureOf(call())).toMatchObject({ signIn: '/' })
  })

  it('goes on where only a decision needs a newer sign-in', async () => {
    const headers = { ...SIGNED_OUT, 'x-sign-in': '/sign-in/start?fresh=1' }
    serve(() => answer({ statusCode: 401 }, 401, headers))
    expect(await failureOf(call({ method: 'POST' }))).toMatchObject({
      signIn: '/sign-in/start?fresh=1',
      isSignInStale: true,
      isOutcomeUnclear: false,
    })
    expectConnection({ signIn: null })
  })

  it.each([
    ['the service’s 401', () => answer({ statusCode: 401 }, 401), 'service'],
    ['a proxy’s 401', () => page(401), 'proxy'],
    ['a proxy’s JSON', () => answer({ statusCode: 401 }, 401, { 'x-gateway': '' }), 'proxy'],
    ['a sign-in page', () => page(200), 'proxy'],
    ['a redirect to one', redirect, 'proxy'],
    ['a proxy that speaks of a sign-in', () => page(401, { 'x-sign-in': '/' }), 'proxy'],
    [
      'a service that speaks of one',
      () => answer({ statusCode: 401 }, 401, { 'x-sign-in': '/' }),
      'service',
    ],
  ])('is not what %s means', async (_, given, speaker) => {
    serve(given)
    for (const method of ['GET', 'POST'] as const)
      expect(await failureOf(call({ method }))).toMatchObject({ speaker, signIn: null })
    expectConnection({ signIn: null })
  })

  it('is over with the next answer of the service, and with no other’s', async () => {
    serve(() => answer({}, 401, SIGNED_OUT))
    expect(await failureOf(call())).toMatchObject({ speaker: 'sign-in' })
    serve(() => page(200, { date: 'Tue, 01 Jan 2030 00:00:00 GMT' }))
    await failureOf(call())
    expectConnection({ signIn: '/sign-in/start', clockSkew: 0 })
    serve(() => json({ ok: true }))
    await call()
    expectConnection({ signIn: null })
  })
})

describe('an answer that was under way when the session ended', () => {
  it('does not show that somebody has signed in', async () => {
    vi.useFakeTimers()
    const { promise, resolve } = Promise.withResolvers<Response>()
    serve(() => promise)
    const before = call()
    await vi.advanceTimersByTimeAsync(10)
    serve(() => answer({}, 401, SIGNED_OUT))
    expect(await failureOf(call())).toMatchObject({ speaker: 'sign-in' })
    resolve(json({ ok: true }))
    await before
    expectConnection({ signIn: '/sign-in/start' })
    serve(() => json({ ok: true }))
    await call()
    expectConnection({ signIn: null })
  })
})

describe('an answer on the way', () => {
  it.each([200, 204, 302, 400, 401, 403, 404, 406, 413, 415, 422, 500, 502, 503, 504, 511])(
    'is told by a page with %i, and nothing is known about a write',
    async (status) => {
      serve(() => (status === 302 ? redirect() : status === 204 ? noContent() : page(status)))
      expect(await failureOf(call({ method: 'POST' }))).toMatchObject({
        speaker: 'proxy',
        status,
        isOutcomeUnclear: true,
      })
    },
  )

  const noContent = () => new Response(null, { status: 204 })
  const behind = (text: string, status: number, type: string) => () =>
    answer(text, status, { 'content-type': type })

  it.each([
    ['JSON that did not pass the gateway', () => answer({ ok: true }, 200, { 'x-gateway': '' })],
    ['a page behind the gateway', behind('<html>', 200, 'text/html')],
    ['another kind of page', behind('<html/>', 200, 'application/xhtml+xml; charset=utf-8')],
    ['a page in capitals', behind('<HTML>', 200, 'Text/HTML')],
    ['the page of the service’s edge', behind('<html>', 502, 'text/html')],
    ['the words of a server on the way', behind('upstream connect error', 503, 'text/plain')],
    ['an empty error', behind('', 404, 'application/json')],
  ])('is told by %s', async (_, given) => {
    serve(given)
    expect(await failureOf(call())).toMatchObject({ speaker: 'proxy', unreadable: false })
  })

  it('is not what a service gives that calls its JSON a page', async () => {
    serve(behind('{"ok":true}', 200, 'text/html'))
    await expect(call()).resolves.toEqual({ ok: true })
  })

  it('that limits requests has passed nothing on', async () => {
    serve(() => page(429, { 'retry-after': '7' }))
    expect(await failureOf(call({ method: 'POST' }))).toMatchObject({
      speaker: 'proxy',
      retryAfter: 7,
      isOutcomeUnclear: false,
    })
  })

  it('is not stored, nor shown in place of one', async () => {
    await show()
    serve(() => answer({ ok: false }, 200, { 'x-gateway': '' }))
    await failureOf(show())
    serve(() => NO_NETWORK)
    await vi.waitFor(() => expect(show()).resolves.toEqual({ ok: true }))
  })
})

describe('the gateway', () => {
  it('speaks for itself', async () => {
    const message = 'The gateway does not forward this path.'
    serve(() => answer({ statusCode: 404, message }, 404, { 'x-gateway': 'own' }))
    expect(await failureOf(call())).toMatchObject({ speaker: 'gateway', said: message })
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
    serve(() => answer({}, 429, { 'retry-after': retryAt, date: new Date(service).toUTCString() }))
    expect(await failureOf(call())).toMatchObject({ retryAfter: 60 })
  })

  it('is not judged by a header that is no date', async () => {
    serve(() => json({ ok: true }, { date: 'yesterday' }))
    await call()
    expect(connection().getState()).toMatchObject({ clockSkew: 0 })
  })
})
