import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reviewSchema } from '../src/domain/review.ts'
import { LANDMARKS } from './seed/landmarks.ts'
import { createDemoServer } from './server.ts'

const server = createDemoServer()
let base = ''
const REVIEW = `/v2/vendors/${LANDMARKS.northwind.id}/security-reviews/${LANDMARKS.nearlyFinished.id}`

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${base}${path}`, { ...init, headers: { Authorization: 'Bearer test' } })
const steer = (wish: object) =>
  fetch(`${base}/__demo`, { method: 'POST', body: JSON.stringify(wish) })
const title = async () => reviewSchema.parse(await (await ask(REVIEW)).json()).title
const rename = (text: string) =>
  ask(REVIEW, { method: 'PUT', body: JSON.stringify({ title: text }) })

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  await steer({ scenario: '', reset: true })
})

describe('the server', () => {
  it('wants a key', async () => {
    const response = await fetch(`${base}/v2/vendors`)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      statusCode: 401,
      message: 'Unauthorized',
      code: 10_401,
    })
    expect((await ask('/v2/vendors')).status).toBe(200)
  })

  it('keeps what is written until it is reset', async () => {
    expect((await rename('Renamed')).status).toBe(200)
    expect(await title()).toBe('Renamed')
    await steer({ reset: true })
    expect(await title()).toBe(LANDMARKS.nearlyFinished.title)
  })

  it('drops connections', async () => {
    await steer({ scenario: 'drop-after@updateVendorSecurityReview*1' })
    await expect(rename('Kept')).rejects.toThrow()
    expect(await title()).toBe('Kept')
    expect((await rename('Again')).status).toBe(200)
  })

  it('logs the requests since the last reset', async () => {
    await ask('/v2/vendors?size=1')
    await rename('Renamed')
    const { requests } = (await (await fetch(`${base}/__demo`)).json()) as { requests: unknown }
    expect(requests).toEqual([
      { method: 'GET', path: '/v2/vendors?size=1' },
      { method: 'PUT', path: REVIEW },
    ])
  })

  it('counts a scenario anew when it is set', async () => {
    for (let round = 0; round < 2; round += 1) {
      await steer({ scenario: 'error-429*1' })
      const throttled = await ask('/v2/users')
      expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1'])
      expect((await ask('/v2/users')).status).toBe(200)
    }
  })
})
