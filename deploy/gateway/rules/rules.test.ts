import { describe, expect, test } from 'vitest'
import { CASES, type GatewayCase, HOST, READ_ONLY_CASES } from './cases.ts'
import { answeredHeaders, forwardedHeaders, judge, upstreamPath } from './rules.ts'

const outcome = ({ method = 'GET', url, headers = {} }: GatewayCase, readOnly: boolean) => {
  const verdict = judge({ method, url, headers: { host: HOST, ...headers } }, readOnly)
  switch (verdict.kind) {
    case 'page':
      return 'page'
    case 'config':
      return { status: 200 }
    case 'refuse':
      return { status: verdict.status }
    case 'forward':
      return { upstream: upstreamPath(url) }
    case 'file':
      return { file: verdict.document }
  }
}

describe('judge', () => {
  test.each(CASES)('$name', (given) => {
    const expected = given.expected === 'refused' ? { status: 404 } : given.expected
    expect(outcome(given, false)).toEqual(expected)
  })

  test.each(READ_ONLY_CASES)('$name, where the gateway is read-only', (given) => {
    expect(outcome(given, true)).toEqual(given.expected)
  })

  test('the file of a document is the gateway’s own to read', () => {
    const url = '/api/files/vendors/7/documents/3'
    expect(outcome({ name: '', url, expected: 'page' }, true)).toEqual({
      file: { vendorId: 7, documentId: 3 },
    })
  })

  test('a host that is missing is nobody’s origin', () => {
    const verdict = judge(
      { method: 'GET', url: '/api/config', headers: { origin: 'http://a.test' } },
      false,
    )
    expect(verdict).toMatchObject({ kind: 'refuse', status: 403 })
  })
})

describe('forwardedHeaders', () => {
  test('do not describe the browser, and carry the key', () => {
    const headers = forwardedHeaders(
      {
        accept: 'application/json',
        'content-type': 'application/json',
        'content-length': '2',
        host: 'a.test',
        'user-agent': 'Mozilla/5.0',
        'accept-language': 'en',
        authorization: 'Bearer theirs',
        cookie: 'a=1',
        origin: 'http://a.test',
        referer: 'http://a.test/x',
        expect: '100-continue',
        'sec-fetch-site': 'same-origin',
        'sec-ch-ua': '"Chromium"',
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-host': 'a.test',
        forwarded: 'for=10.0.0.1',
      },
      'ours',
    )
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': '2',
      'user-agent': 'Countersign',
      authorization: 'Bearer ours',
    })
  })
})

describe('answeredHeaders', () => {
  test('keep what the app reads, and nothing that would stick to this host', () => {
    const headers = answeredHeaders({
      'content-type': 'application/json',
      'retry-after': '3',
      'cache-control': 'public, max-age=60',
      'set-cookie': ['a=1'],
      'www-authenticate': 'Basic',
      'access-control-allow-origin': '*',
      'x-gateway': 'own',
      'x-sign-in': '/elsewhere',
      'clear-site-data': '"*"',
      nel: '{}',
      link: '</x>; rel=preload',
      refresh: '0; url=/x',
      location: '/x',
      'content-security-policy': 'default-src *',
      'x-request-id': 'theirs',
      vary: 'accept-encoding',
    })
    expect(headers).toEqual({
      'content-type': 'application/json',
      'retry-after': '3',
      vary: 'accept-encoding',
      'cache-control': 'no-store',
      'x-gateway': 'forwarded',
    })
  })
})
