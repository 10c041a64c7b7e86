import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { reviewsSchema } from '../../domain/contract/review.ts'
import { answer, failureOf, serve, serveInTurn } from '../../testing/answers.ts'
import { type ApiRequest, callApi, queryString } from './http.ts'
import { operationAt } from './operation-at.ts'

const schema = z.object({ ok: z.boolean() })
const read = (request: Partial<ApiRequest<{ ok: boolean }>> = {}) =>
  callApi({ ...operationAt('getVendor', { vendorId: 7 }), schema, ...request })

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the query', () => {
  it('has brackets behind the names of lists, and repeats them', () => {
    expect(decodeURIComponent(queryString({ status: ['A', 'B'], vendorIds: [7] }))).toBe(
      '?status[]=A&status[]=B&vendorIds[]=7',
    )
  })

  it('encodes what is special, and leaves out what is undefined or an empty list', () => {
    const query = queryString({ cursor: 'a&b=c d', size: 50, all: false, q: undefined, type: [] })
    expect(query).toBe('?cursor=a%26b%3Dc+d&size=50&all=false')
    expect(queryString({ q: undefined })).toBe('')
  })
})

describe('a request', () => {
  it('reads same-origin, without a body', async () => {
    const requests = serve(() => answer({ ok: true }))
    await expect(read({ query: { expand: ['user'] } })).resolves.toEqual({ ok: true })
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({ method: 'GET', body: undefined })
    expect(requests[0]?.url.pathname).toBe('/api/v2/vendors/7')
    expect(requests[0]?.url.searchParams.getAll('expand[]')).toEqual(['user'])
    expect([...(requests[0]?.headers ?? [])]).toEqual([['accept', 'application/json']])
  })

  it('writes JSON', async () => {
    const requests = serve(() => answer({ ok: true }))
    await read({ method: 'PUT', body: { title: 'Ü', socForm: null } })
    expect(requests[0]).toMatchObject({ method: 'PUT', body: '{"title":"Ü","socForm":null}' })
    expect(requests[0]?.headers.get('content-type')).toBe('application/json')
  })

  it('that writes bears its own name, so that the gateway forwards it once', async () => {
    const requests = serve(() => answer({ ok: true }))
    await read({ method: 'PUT', body: {} })
    await read({ method: 'PUT', body: {} })
    const [one, other] = requests.map(({ headers }) => headers.get('x-write-id'))
    expect(one).toMatch(/^[\w-]{12,}$/)
    expect(other).not.toBe(one)
  })
})

describe('an answer that cannot be used', () => {
  it.each([
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['half of JSON', '{"ok": tr'],
    ['JSON of another shape', '{"data": []}'],
    ['null', 'null'],
  ])('is unreadable when it is %s, and says for which operation', async (_, body) => {
    serve(() => answer(body))
    const error = await failureOf(read())
    expect(error).toMatchObject({ operation: 'getVendor', status: 200, unreadable: true })
    expect(error.isOutcomeUnclear).toBe(true)
    expect(error.cause).toBeDefined()
  })

  it.each([
    [{ statusCode: 403, message: 'Forbidden', code: 0 }, 'Forbidden', false],
    [{ statusCode: 403, message: null, debugInfo: null, code: null }, null, false],
    [{ message: ['One.', 'Two.'], code: '1' }, 'One. Two.', false],
    [
      { message: ['title is too long', 'note is too long'] },
      'title is too long. note is too long',
      false,
    ],
    [{ error: 'blocked' }, null, true],
    ['Request blocked', null, true],
    [null, null, true],
  ])('of 403 with %j is the service’s own or a firewall’s', async (body, said, isBlocked) => {
    serve(() => answer(JSON.stringify(body), 403))
    const speaker = isBlocked ? 'proxy' : 'service'
    expect(await failureOf(read())).toMatchObject({ status: 403, said, speaker })
  })

  it('is unreadable when its list is none', async () => {
    serve(() => answer({ data: {} }))
    const call = callApi({ ...operationAt('listVendors'), schema: reviewsSchema })
    expect(await failureOf(call)).toMatchObject({ operation: 'listVendors', unreadable: true })
  })

  it('is none where there is no connection', async () => {
    const cause = new TypeError('Failed to fetch')
    serve(() => cause)
    const error = await failureOf(read())
    expect(error).toMatchObject({ status: 0, unreadable: false, isOutcomeUnclear: true, cause })
  })

  it.each([
    ['one message', { message: 'title is too long', code: 1004 }, 'title is too long'],
    [
      'several',
      { message: ['title is too long', 'note is too'] },
      'title is too long. note is too',
    ],
    ['none', { statusCode: 400 }, 'getVendor failed with 400'],
    ['a message of the wrong shape', { message: { a: 1 } }, 'getVendor failed with 400'],
  ])('keeps what the service says: %s', async (_, body, message) => {
    serve(() => answer(body, 400))
    expect(await failureOf(read())).toMatchObject({
      operation: 'getVendor',
      status: 400,
      message,
      unreadable: false,
      isOutcomeUnclear: false,
    })
  })

  it.each([
    [500, true],
    [502, true],
    [503, true],
    [400, false],
    [404, false],
    [422, false],
    [429, false],
  ])('with %i leaves the outcome of a write unclear: %s', async (status, isOutcomeUnclear) => {
    serve(() => answer({}, status, { 'retry-after': '60' }))
    expect(await failureOf(read({ method: 'POST' }))).toMatchObject({ status, isOutcomeUnclear })
  })
})

describe('a request that is aborted', () => {
  it('fails with the reason, not as a lost connection', async () => {
    const requests = serveInTurn(() => answer({ ok: true }))
    const reason = new Error('The page was left')
    await expect(read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(requests).toHaveLength(0)
  })

  it('while the answer is read fails as the abort that it is', async () => {
    const controller = new AbortController()
    const reason = new Error('The page was left')
    serve(() => {
      const stream = new ReadableStream({
        pull: (source) => {
          controller.abort(reason)
          source.error(reason)
        },
      })
      return new Response(stream, { status: 200, headers: { 'x-gateway': 'forwarded' } })
    })
    await expect(read({ signal: controller.signal })).rejects.toBe(reason)
  })
})
