import { afterAll, beforeAll, expect, test } from 'vitest'
import { RAW_REQUESTS } from '../testing/raw-requests.ts'
import { sendRaw } from '../testing/send-raw.ts'
import { type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import { KEY, type RunningGateway, startGateway } from '../testing/start-gateway.ts'

let service: ServiceStandIn
let gateway: RunningGateway

beforeAll(async () => {
  service = await startService()
  gateway = await startGateway(
    { DRATA_API_URL: service.url, PUBLIC_HOST: 'countersign.test' },
    // Some of these requests do not end.
    { timeouts: { service: 2_000, headers: 2_000, request: 2_000, silence: 2_000 } },
  )
})
afterAll(async () => {
  await gateway.app.close()
  await service.close()
})

test('what a browser sends goes through', async () => {
  const head = 'Host: countersign.test\r\nSec-Fetch-Site: same-origin\r\nConnection: close'
  const text = await sendRaw(gateway.port, `GET /api/v2/users HTTP/1.1\r\n${head}\r\n\r\n`)
  expect(text).toMatch(/^HTTP\/1\.1 200/)
  expect(service.takeReceived()).toHaveLength(1)
})

test.each(RAW_REQUESTS)('nothing comes of $name', async ({ bytes }) => {
  const text = await sendRaw(gateway.port, bytes)
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
  expect(statuses.filter((status) => status < 400)).toEqual([])
  expect(service.takeReceived()).toEqual([])
  expect(text).not.toContain(KEY)
})
