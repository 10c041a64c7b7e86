import { once } from 'node:events'
import { get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import {
  fakeSignIn,
  type RunningGateway,
  signedInAs,
  startGateway,
  WITH_SIGN_IN,
} from '../testing/start-gateway.ts'

const IDLE = 2_000
/** Every address that begins with 127 is this machine's on Linux. */
const COLLEAGUE = '127.0.0.2'

let service: ServiceStandIn
let gateway: RunningGateway
const sockets: Socket[] = []

beforeAll(async () => {
  service = await startService()
  const env = { ...WITH_SIGN_IN, DRATA_API_URL: service.url }
  gateway = await startGateway(env, { signIn: fakeSignIn })
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await gateway.app.close()
  await service.close()
})

const askFrom = async (localAddress: string): Promise<number | undefined> => {
  const request = get({
    host: '127.0.0.1',
    port: gateway.port,
    path: '/api/v2/users',
    headers: signedInAs(),
    localAddress,
    agent: false,
  })
  const [response] = (await once(request, 'response')) as [
    NodeJS.ReadableStream & { statusCode: number },
  ]
  response.resume()
  return response.statusCode
}

const openSome = () =>
  Promise.all(
    Array.from({ length: 100 }, async () => {
      const socket = connect(gateway.port, '127.0.0.1')
      socket.on('error', () => undefined)
      sockets.push(socket)
      await once(socket, 'connect')
    }),
  )

test.runIf(process.platform === 'linux')(
  `${IDLE} idle connections of one address harm nobody at another`,
  async () => {
    // The machine lets no more than a few hundred wait to be accepted.
    while (sockets.length < IDLE) await openSome()
    const asked = Array.from({ length: 20 }, () => askFrom(COLLEAGUE))
    expect(new Set(await Promise.all(asked))).toEqual(new Set([200]))
    expect(service.takeReceived()).toHaveLength(20)
  },
)
