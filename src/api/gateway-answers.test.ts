import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { answer, page, SIGNED_OUT, serve } from '../testing/answers.ts'
import type { ApiError } from './transport/api-error.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'

/** The error of a request. */
const failureOf = (method: 'GET' | 'POST' = 'GET'): Promise<ApiError> =>
  callApi({
    ...operationAt('getVendor', { vendorId: 7 }),
    method,
    schema: z.object({ ok: z.boolean() }),
  }).then(
    () => Promise.reject(new Error('It did not fail')),
    (error: ApiError) => error,
  )

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the name of a request', () => {
  const ID = '3f2a1b7c-0000-4000-8000-0123456789ab'
  it.each([
    ['the service’s error', () => answer({}, 500, { 'x-request-id': ID }), ID],
    ['the gateway’s', () => answer({}, 503, { 'x-request-id': ID, 'x-gateway': 'own' }), ID],
    ['a lost session', () => answer({}, 401, { ...SIGNED_OUT, 'x-request-id': ID }), ID],
    ['an unreadable answer', () => answer('{', 200, { 'x-request-id': ID }), ID],
    ['a firewall behind the gateway', () => answer('no', 403, { 'x-request-id': ID }), ID],
    ['an error without one', () => answer({}, 500), null],
    ['a proxy, whose names are its own', () => page(502, { 'x-request-id': ID }), null],
  ])('comes with %s', async (_, given, requestId) => {
    serve(given)
    expect(await failureOf()).toMatchObject({ requestId })
  })
})

describe('the gateway’s own 503', () => {
  it('has passed nothing on, so a write is not looked for; its other errors leave that open', async () => {
    const outcome = async (status: number, mark: string) => {
      serve(() => answer({ message: 'Words.' }, status, { 'x-gateway': mark }))
      return (await failureOf('POST')).isOutcomeUnclear
    }
    expect(await outcome(503, 'own')).toBe(false)
    expect(await outcome(503, 'forwarded')).toBe(true)
    expect(await outcome(502, 'own')).toBe(true)
    expect(await outcome(500, 'own')).toBe(true)
  })
})
