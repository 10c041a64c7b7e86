import { connect, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Timeouts } from '../app.ts'
import { type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import { type RunningGateway, startGateway } from '../testing/start-gateway.ts'

const FROM_APP = 'Host: 127.0.0.1\r\nSec-Fetch-Site: same-origin'
const review = '/api/v2/vendors/7/security-reviews/3'
const documents = '/api/v2/vendors/7/documents'
const LONG = 200_000

let service: ServiceStandIn
let gateway: RunningGateway
let sockets: Socket[] = []

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())
beforeEach(() => {
  sockets = []
  service.takeReceived()
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await gateway.app.close()
})

const start = async (timeouts: Partial<Timeouts>) => {
  gateway = await startGateway(
    { DRATA_API_URL: service.url },
    { timeouts: { service: LONG, headers: LONG, request: LONG, silence: LONG, ...timeouts } },
  )
}

/** Sends this, and leaves the connection open. @returns what came back until it was closed */
const sendAndStay = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(gateway.port, '127.0.0.1', () => socket.write(bytes))
    sockets.push(socket)
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
  })

test('headers that do not end are given up', async () => {
  await start({ headers: 60 })
  expect(await sendAndStay(`GET /api/v2/users HTTP/1.1\r\n${FROM_APP}\r\nX-Slow: `)).toMatch(
    /^HTTP\/1\.1 408 /,
  )
  expect(service.takeReceived()).toEqual([])
})

test.each([
  ['text', 'PUT', review],
  ['an upload', 'POST', documents],
])('the body of %s that does not end is given up', async (_kind, method, path) => {
  await start({ headers: 60, request: 120 })
  await sendAndStay(
    `${method} ${path} HTTP/1.1\r\n${FROM_APP}\r\nContent-Length: 100\r\n\r\n{"title`,
  )
  expect(service.takeReceived()).toEqual([])
})

test.each([
  ['that says nothing', ''],
  [
    'that stops in the midst',
    `PUT ${review} HTTP/1.1\r\n${FROM_APP}\r\nContent-Length: 9\r\n\r\n{`,
  ],
])('a connection %s is closed', async (_what, bytes) => {
  await start({ silence: 60 })
  await sendAndStay(bytes)
  expect(service.takeReceived()).toEqual([])
})

test('a service that says nothing is given up', async () => {
  await start({ service: 60 })
  service.answerWith(() => undefined)
  const answer = sendAndStay(
    `GET /api/v2/users HTTP/1.1\r\n${FROM_APP}\r\nConnection: close\r\n\r\n`,
  )
  expect(await answer).toMatch(/^HTTP\/1\.1 50[24] /)
  service.answerWith(undefined)
  expect(service.takeReceived()).toHaveLength(1)
})
