import { createServer } from 'node:https'
import { afterEach, expect, test } from 'vitest'
import { ask } from '../testing/ask.ts'
import { portOf } from '../testing/service-stand-in.ts'
import { FROM_APP, type RunningGateway, startGateway } from '../testing/start-gateway.ts'
import { UNTRUSTED } from '../testing/untrusted-certificate.ts'

let gateway: RunningGateway
afterEach(() => gateway.app.close())

test('a service whose certificate nobody vouches for gets neither key nor request', async () => {
  let requests = 0
  const service = createServer(UNTRUSTED, (_request, response) => {
    requests += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => {
    service.listen(0, '127.0.0.1', resolve)
  })
  gateway = await startGateway({ DRATA_API_URL: `https://localhost:${portOf(service)}` })
  for (const method of ['GET', 'POST']) {
    const answer = await ask(gateway.port, '/api/v2/vendors/7/security-reviews', {
      method,
      headers: { host: 'localhost', ...FROM_APP, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: '{}' }),
    })
    expect(answer).toMatchObject({ status: 502, headers: { 'x-gateway': 'own' } })
  }
  expect(requests).toBe(0)
  service.close()
})
