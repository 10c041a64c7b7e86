import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CASES, type GatewayCase, HOST, READ_ONLY_CASES } from './rules/cases.ts'
import { HEADERS } from './rules/headers.ts'
import { ask } from './testing/ask.ts'
import { type ServiceStandIn, startService } from './testing/service-stand-in.ts'
import { FROM_APP, KEY, type RunningGateway, startGateway } from './testing/start-gateway.ts'

const MB = 1024 * 1024
const documents = '/api/v2/vendors/7/documents'
const review = '/api/v2/vendors/7/security-reviews/3'

let service: ServiceStandIn
let gateway: RunningGateway

const start = async (env: Record<string, string> = {}) => {
  gateway = await startGateway({
    DRATA_API_URL: service.url,
    PUBLIC_HOST: 'countersign.test',
    ...env,
  })
}

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.takeReceived()
  service.answerWith(undefined)
  service.onPiece(undefined)
})
afterEach(() => gateway.app.close())

const outcomesOf = async (cases: readonly GatewayCase[]) => {
  const outcomes: Record<string, unknown> = {}
  for (const { name, url, method = 'GET', headers = {}, expected } of cases) {
    const answer = await ask(gateway.port, url, { method, headers: { host: HOST, ...headers } })
    const [received] = service.takeReceived()
    expect(JSON.stringify(answer)).not.toContain(KEY)
    if (received) {
      expect(answer.headers['x-gateway']).toBe('forwarded')
      outcomes[name] = { upstream: received.target }
    } else if (expected === 'page' || expected === 'refused') {
      // Without a build there are no pages. They must be none of the gateway's answers.
      outcomes[name] =
        answer.status === 404 && answer.headers['x-gateway'] !== 'forwarded' ? expected : answer
    } else {
      expect(answer.headers['x-gateway']).toBe('own')
      expect(answer.headers['cache-control']).toBe('no-store')
      outcomes[name] = { status: answer.status }
    }
  }
  return outcomes
}
const expectedOf = (cases: readonly GatewayCase[]) =>
  Object.fromEntries(cases.map(({ name, expected }) => [name, expected]))

describe('the rules', () => {
  test('hold for every case', async () => {
    await start()
    expect(await outcomesOf(CASES)).toEqual(expectedOf(CASES))
  })

  test('hold for every case where it is read-only', async () => {
    await start({ DRATA_READ_ONLY: '1' })
    expect(await outcomesOf(READ_ONLY_CASES)).toEqual(expectedOf(READ_ONLY_CASES))
  })

  test('hold for targets and methods that no browser sends', async () => {
    await start()
    const raw = (head: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(gateway.port, '127.0.0.1', () => socket.end(`${head}\r\n\r\n`))
        let text = ''
        socket.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        socket.on('error', reject)
        socket.on('close', () => resolve(text))
      })
    const host = `Host: ${HOST}\r\nSec-Fetch-Site: same-origin`
    const answers = await Promise.all(
      [
        `GET http://127.0.0.1/api/v2/users HTTP/1.1\r\n${host}`,
        `OPTIONS * HTTP/1.1\r\n${host}`,
        `PROPFIND /api/v2/users HTTP/1.1\r\n${host}`,
        `GET /api/v2/users HTTP/1.1\r\nSec-Fetch-Site: same-origin`,
        `GET /api/v2/users HTTP/1.1\r\n${host}\r\nHost: elsewhere.test`,
        `GET /api/v2/users HTTP/1.1\r\n${host}\r\nX-Long: ${'x'.repeat(20_000)}`,
        `GET ${users} HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket`,
      ].map(raw),
    )
    expect(answers.map((answer) => answer.slice(9, 12))).toEqual([
      '404',
      '404',
      '404',
      '400',
      '421',
      '431',
      '404',
    ])
    expect(service.takeReceived()).toEqual([])
  })
})
const users = '/api/v2/users'

test('only its own host names are answered, but for the question whether it runs', async () => {
  await start()
  const asked = async (path: string, host: string) =>
    (await ask(gateway.port, path, { headers: { ...FROM_APP, host } })).status
  expect(await asked(users, 'localhost:4173')).toBe(200)
  expect(await asked(users, '127.0.0.1')).toBe(200)
  for (const path of [users, '/api/config', '/', '/readyz'])
    expect(await asked(path, 'elsewhere.test')).toBe(421)
  expect(await asked('/healthz', 'elsewhere.test')).toBe(200)
})

test('neither side sees more of the other than it needs', async () => {
  await start({ DRATA_API_URL: `${service.url}/public/` })
  const answer = await ask(gateway.port, `${documents}?a=%zz&b=../x`, {
    method: 'POST',
    body: '{}',
    headers: {
      ...FROM_APP,
      'content-type': 'application/json',
      authorization: 'Bearer theirs',
      cookie: 'a=1',
      origin: 'http://127.0.0.1',
      referer: 'http://127.0.0.1/',
      'user-agent': 'Mozilla/5.0',
      'x-forwarded-for': '10.0.0.1',
      'x-write-id': 'one',
      'x-request-id': 'theirs',
      connection: 'keep-alive, content-type, authorization',
    },
  })
  const [received] = service.takeReceived()
  expect(received).toMatchObject({
    target: '/public/v2/vendors/7/documents?a=%zz&b=../x',
    text: '{}',
  })
  expect(received?.headers).toEqual({
    host: service.url.replace('http://', ''),
    authorization: `Bearer ${KEY}`,
    'content-length': '2',
    'user-agent': 'Countersign',
    connection: 'close',
  })
  expect(Object.keys(answer.headers).toSorted()).toEqual(
    [
      ...Object.keys(HEADERS).map((name) => name.toLowerCase()),
      'cache-control',
      'connection',
      'content-type',
      'date',
      'keep-alive',
      'transfer-encoding',
      'x-gateway',
      'x-request-id',
    ].toSorted(),
  )
  expect(answer.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
  expect(answer.headers['content-security-policy']).toBe(HEADERS['Content-Security-Policy'])
})

test('JSON is sent on byte for byte', async () => {
  await start()
  const body = '{ "title" : "Ümlaut\\u0020", "x":1.0 }'
  const headers = { ...FROM_APP, 'content-type': 'application/json; charset=utf-8' }
  await ask(gateway.port, review, { method: 'PUT', body, headers })
  const [received] = service.takeReceived()
  expect(received?.text).toBe(body)
  expect(received?.headers['content-type']).toBe('application/json; charset=utf-8')
})

test.each([
  ['PUT', review, '{"title":', 400],
  ['PUT', review, `"${'x'.repeat(4 * MB)}"`, 413],
  ['POST', `${review}/actions`, '{"action":"delete"}', 400],
  ['POST', `${review}/actions`, '[]', 400],
  ['POST', `${review}/actions`, '{"action":"finalize"}', 200],
])('%s %s with %.20s is answered with %i %i', async (method, path, body, status) => {
  await start()
  const answer = await ask(gateway.port, path, { method, body, headers: FROM_APP })
  expect(answer.status).toBe(status)
  expect(service.takeReceived()).toHaveLength(status === 200 ? 1 : 0)
})

test('redirects are not followed, and lead nowhere', async () => {
  await start()
  service.answerWith((response) => response.writeHead(302, { location: '/v2/vendors' }).end())
  const { status, headers } = await ask(gateway.port, users, { headers: FROM_APP })
  expect([status, headers.location]).toEqual([302, undefined])
  expect(service.takeReceived()).toHaveLength(1)
})

test.each([503, 429, 500])('%i of the service is asked for once', async (status) => {
  await start()
  service.answerWith((response) => response.writeHead(status, { 'retry-after': '0' }).end())
  expect((await ask(gateway.port, users, { headers: FROM_APP })).status).toBe(status)
  expect(service.takeReceived()).toHaveLength(1)
})

test('who stops sends new requests away and ends those under way', async () => {
  await start()
  const { promise: reached, resolve } = Promise.withResolvers<() => void>()
  service.answerWith((response) => resolve(() => response.end('{}')))
  const underWay = ask(gateway.port, users, { headers: FROM_APP })
  const finish = await reached
  const drained = gateway.drain()
  const turnedAway = await ask(gateway.port, users, { headers: FROM_APP })
  expect([turnedAway.status, turnedAway.headers.connection]).toEqual([503, 'close'])
  finish()
  expect((await underWay).status).toBe(200)
  await drained
})

test('reports of browsers are taken, and nothing long', async () => {
  await start()
  const report = (body: string, type = 'application/reports+json') =>
    ask(gateway.port, '/csp-report', { method: 'POST', body, headers: { 'content-type': type } })
  expect((await report('[{"body":{"effectiveDirective":"img-src"}}]')).status).toBe(204)
  expect((await report('{"csp-report":{}}', 'application/csp-report')).status).toBe(204)
  expect((await report('x')).status).toBe(204)
  expect((await report('x'.repeat(20_000))).status).toBe(413)
  expect((await report('x', 'text/plain')).status).toBe(415)
})

test.each([
  ['0', 'max-age=31536000'],
  ['1', 'max-age=31536000; includeSubDomains'],
])(
  'browsers take https for the names below, too, where HSTS_SUBDOMAINS is %s',
  async (set, sent) => {
    await start({ HSTS_SUBDOMAINS: set })
    for (const path of [users, '/api/v3/users'])
      expect((await ask(gateway.port, path, { headers: FROM_APP })).headers).toMatchObject({
        'strict-transport-security': sent,
      })
  },
)

test('metrics count by operation and by reason', async () => {
  await start()
  await ask(gateway.port, users, { headers: FROM_APP })
  await ask(gateway.port, '/api/v3/users', { headers: FROM_APP })
  await expect
    .poll(() => gateway.metrics.registry.metrics())
    .toContain('countersign_requests_total{operation="listUsers",status="200"} 1')
  expect(await gateway.metrics.registry.metrics()).toContain(
    'countersign_refusals_total{reason="unknown"} 1',
  )
})
