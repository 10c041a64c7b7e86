import { request as httpRequest } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../testing/ask.ts'
import { type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import { FROM_APP, type RunningGateway, startGateway } from '../testing/start-gateway.ts'

const MB = 1024 * 1024
const users = '/api/v2/users'
const documents = '/api/v2/vendors/7/documents'

let service: ServiceStandIn
let gateway: RunningGateway

const start = async () => {
  gateway = await startGateway({ DRATA_API_URL: service.url })
}

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.takeReceived()
  service.onPiece(undefined)
})
afterEach(() => gateway.app.close())

describe('uploads', () => {
  const form = { ...FROM_APP, 'content-type': 'multipart/form-data; boundary=x' }
  const open = (headers: Record<string, string> = form) =>
    httpRequest({ host: '127.0.0.1', port: gateway.port, path: documents, method: 'POST', headers })

  test('reach the service while they come', async () => {
    await start()
    const { promise: first, resolve } = Promise.withResolvers<number>()
    service.onPiece(resolve)
    const upload = open()
    upload.write('--x\r\n')
    expect(await first).toBe(5)
    const { promise: status, resolve: answered } = Promise.withResolvers<number | undefined>()
    upload.on('response', ({ statusCode }) => answered(statusCode))
    upload.end()
    expect(await status).toBe(200)
  })

  test('of 200 MB are sent on, and more is refused', async () => {
    await start()
    const send = (megabytes: number, headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve) => {
        const upload = open({ ...form, ...headers })
        let left = megabytes
        const chunk = Buffer.alloc(MB)
        const write = (): void => {
          while (left > 0) {
            left -= 1
            if (!upload.write(chunk)) return void upload.once('drain', write)
          }
          upload.end()
        }
        upload.on('response', ({ statusCode }) => {
          resolve(statusCode)
          upload.destroy()
        })
        upload.on('error', () => resolve(undefined))
        write()
      })
    expect(await send(200, {})).toBe(200)
    expect(service.takeReceived()).toMatchObject([{ size: 200 * MB }])
    expect(await send(0, { 'content-length': String(211 * MB) })).toBe(413)
    expect([413, undefined]).toContain(await send(212, {}))
    expect(service.takeReceived()).toEqual([])
  })

  test('that break off reach the service as broken off', async () => {
    await start()
    const { promise: first, resolve } = Promise.withResolvers<number>()
    service.onPiece(resolve)
    const upload = open()
    upload.on('error', () => undefined)
    upload.write('--x\r\n')
    await first
    upload.destroy()
    expect((await ask(gateway.port, users, { headers: FROM_APP })).status).toBe(200)
    expect(service.takeReceived()).toMatchObject([{ method: 'GET' }])
  })
})
