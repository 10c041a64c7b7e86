import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createDemoServer } from '../../mocks/server.ts'
import { TEST_KEY } from '../helpers/ports.ts'
import { type FaultProxy, startFaultProxy, type Witness } from './fault-proxy.ts'
import type { Weather } from './weather.ts'

/** The weather that requests meet, and the witnesses that observe them. */
export interface Conditions {
  weather: Weather
  onLine?: Witness
  atService?: Witness
}

/** A browser's way to the service: live mode's gateway, and a proxy on either side of it. */
export interface Way {
  /** The address that the browser opens. */
  url: string
  set: (conditions: Conditions) => void
  /** Waits until no request is under way. */
  idle: () => Promise<void>
  stop: () => void
}

/** Live mode with everything behind it. */
export interface Stack {
  /** A way for each of two analysts. */
  ways: readonly [Way, Way]
  /** The address of the service, without a proxy. */
  serviceUrl: string
  stop: () => void
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const HOST = '127.0.0.1'
const START_LIMIT_MS = 60_000

const isAnswering = async (port: number): Promise<boolean> =>
  (await fetch(`http://${HOST}:${port}/`).catch(() => undefined))?.ok ?? false

const startGateway = async (port: number, service: FaultProxy): Promise<ChildProcess> => {
  // Otherwise two runs would share one gateway, and one would see the other's reviews.
  if (await isAnswering(port)) throw new Error(`Port ${port} is taken: choose another E2E_PORT.`)
  const gateway = spawn(process.execPath, ['deploy/gateway/main.ts'], {
    cwd: root,
    env: {
      PORT: String(port),
      DRATA_API_URL: `http://${HOST}:${service.port}`,
      DRATA_API_KEY: TEST_KEY,
      // An analyst of a test asks for more than a minute of the service.
      DRATA_REQUESTS_PER_MINUTE: '0',
    },
    stdio: 'ignore',
  })
  // Ends the gateway when the suite is interrupted.
  process.once('exit', () => gateway.kill('SIGTERM'))
  const end = Date.now() + START_LIMIT_MS
  while (!(await isAnswering(port))) {
    if (gateway.exitCode !== null || Date.now() > end)
      throw new Error(`The gateway did not start on port ${port}.`)
    await pause(100)
  }
  return gateway
}

/** The files that the page's HTML names. Without them there is no app that could report a fault. */
const firstParts = (): readonly string[] =>
  readFileSync(`${root}dist/live/index.html`, 'utf8').match(/\/assets\/[\w.-]+/g) ?? []

const isPageOrFirstPart = (): ((path: string) => boolean) => {
  const parts = firstParts()
  return (path) => !/^\/(?:api|assets)\//.test(path) || parts.includes(path)
}

const startService = async (): Promise<{ server: Server; port: number }> => {
  const server = createDemoServer()
  await new Promise<void>((resolve) => {
    server.listen(0, HOST, resolve)
  })
  return { server, port: (server.address() as AddressInfo).port }
}

/** @param port the gateway's port */
const startWay = async (port: number, servicePort: number): Promise<Way> => {
  let current: Conditions | undefined
  const now = (): Conditions => {
    if (!current) throw new Error('There is no weather yet.')
    return current
  }
  const weather = (): Weather => now().weather
  const service = await startFaultProxy({
    hop: 'service',
    targetPort: servicePort,
    weather,
    witness: () => now().atService ?? {},
  })
  const gateway = await startGateway(port, service)
  const line = await startFaultProxy({
    hop: 'line',
    targetPort: port,
    weather,
    isSafe: isPageOrFirstPart(),
    witness: () => now().onLine ?? {},
  })
  return {
    url: `http://${HOST}:${line.port}`,
    set: (next) => {
      current = next
    },
    idle: async () => {
      await line.idle()
      await service.idle()
    },
    stop: () => {
      gateway.kill('SIGTERM')
      line.close()
      service.close()
    },
  }
}

/**
 * Starts a service for one job, and two ways to it.
 * @param ports the ports of the gateways
 */
export const startStack = async (ports: readonly [number, number]): Promise<Stack> => {
  const { server, port } = await startService()
  const [one, other] = await Promise.all([startWay(ports[0], port), startWay(ports[1], port)])
  return {
    ways: [one, other],
    serviceUrl: `http://${HOST}:${port}`,
    stop: () => {
      one.stop()
      other.stop()
      server.close()
      server.closeAllConnections()
    },
  }
}
