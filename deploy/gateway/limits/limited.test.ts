import { request as httpRequest, type IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../testing/ask.ts'
import { type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import {
  fakeSignIn,
  type RunningGateway,
  signedInAs,
  startGateway,
  WITH_SIGN_IN,
} from '../testing/start-gateway.ts'

const users = '/api/v2/users'
const review = '/api/v2/vendors/7/security-reviews/3'

let service: ServiceStandIn
let gateway: RunningGateway

const start = async (env: Record<string, string> = {}) => {
  gateway = await startGateway(
    { ...WITH_SIGN_IN, DRATA_API_URL: service.url, ...env },
    { signIn: fakeSignIn },
  )
}

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.takeReceived()
})
afterEach(() => gateway.app.close())

const put = (headers: Record<string, string>) =>
  ask(gateway.port, review, { method: 'PUT', body: '{"title":"x"}', headers })

test('the name of a write counts for its user, method and path', async () => {
  await start()
  const named = (subject: string) => ({ ...signedInAs({ subject }), 'x-write-id': 'one' })
  expect((await put(named('ada'))).status).toBe(200)
  expect((await put(named('ada'))).status).toBe(502)
  expect((await put(named('ben'))).status).toBe(200)
  expect((await put({ ...named('ada'), 'x-write-id': 'x'.repeat(101) })).status).toBe(400)
  expect(service.takeReceived()).toHaveLength(2)
})

test('the gateway tells a user who asks too much at a time when to try again, and serves others', async () => {
  await start()
  const askAs = (subject: string) =>
    ask(gateway.port, '/api/config', { headers: signedInAs({ subject }) })
  for (let count = 0; count < 1_200; count += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => askAs('ada')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  }
  const refused = await askAs('ada')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await askAs('ben')).status).toBe(200)
})

test('an address that asks for too much at a time is refused before anybody signs in', async () => {
  await start()
  const askFrom = (remoteAddress: string) => gateway.app.inject({ url: '/healthz', remoteAddress })
  for (let count = 0; count < 3_000; count++)
    expect((await askFrom('127.0.0.9')).statusCode).toBe(200)
  expect((await askFrom('127.0.0.9')).statusCode).toBe(429)
  expect((await askFrom('127.0.0.8')).statusCode).toBe(200)
})

test('the gateway tells a user who has used up their share of the minute when to try again', async () => {
  await start({ DRATA_REQUESTS_PER_MINUTE: '10' })
  // So many wait for the next minute that the queue of this user is full.
  const leaving = Array.from({ length: 110 }, () =>
    httpRequest({
      host: '127.0.0.1',
      port: gateway.port,
      path: users,
      headers: signedInAs(),
    })
      .on('error', () => undefined)
      .end(),
  )
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>()
  for (const request of leaving)
    request.on('response', (response) => response.statusCode === 429 && resolve(response))
  const { headers } = await promise
  expect(headers['x-gateway']).toBe('own')
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  for (const request of leaving) request.destroy()
  expect(service.takeReceived().length).toBeLessThanOrEqual(20)
})

test('nothing is forwarded without the store', async () => {
  await start({ DRATA_REQUESTS_PER_MINUTE: '480' })
  gateway.store.isBroken = true
  expect((await ask(gateway.port, users, { headers: signedInAs() })).status).toBe(503)
  expect((await put({ ...signedInAs(), 'x-write-id': 'a' })).status).toBe(503)
  expect(service.takeReceived()).toEqual([])
})
