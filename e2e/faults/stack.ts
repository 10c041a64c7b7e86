import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createDemoServer } from '../../mocks/server.ts'
import { TEST_KEY } from '../ports.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import type { Weather } from './weather.ts'

/** Live mode with everything behind it, and weather on the line and at the service. */
export interface Stack {
  /** Where the browser goes. */
  url: string
  /** Where the service answers whatever the weather. */
  serviceUrl: string
  setWeather: (weather: Weather) => void
  stop: () => void
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const HOST = '127.0.0.1'
const START_LIMIT_MS = 60_000

const startGateway = async (port: number, service: FaultProxy): Promise<ChildProcess> => {
  const gateway = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'preview', '--mode', 'live'],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        DRATA_API_URL: `http://${HOST}:${service.port}`,
        DRATA_API_KEY: TEST_KEY,
        DRATA_API_VERSION: '2',
      },
      stdio: 'ignore',
    },
  )
  // Whoever ends the suite early ends its gateways, too.
  process.once('exit', () => gateway.kill('SIGTERM'))
  const end = Date.now() + START_LIMIT_MS
  while (!(await fetch(`http://${HOST}:${port}/`).catch(() => undefined))?.ok) {
    if (gateway.exitCode !== null || Date.now() > end)
      throw new Error(`The gateway did not start on port ${port}.`)
    await pause(100)
  }
  return gateway
}

/** What the page itself names: without it there is no app that could say what is wrong. */
const firstParts = (): readonly string[] =>
  readFileSync(`${root}dist/live/index.html`, 'utf8').match(/\/assets\/[\w.-]+/g) ?? []

const isPageOrFirstPart = (): ((path: string) => boolean) => {
  const parts = firstParts()
  return (path) => !/^\/(?:api|assets)\//.test(path) || parts.includes(path)
}

/**
 * Starts a service of its own, the gateway, and proxies before either.
 * @param port where the gateway is to listen
 */
export const startStack = async (port: number): Promise<Stack> => {
  let weather: Weather | undefined
  const current = (): Weather => {
    if (!weather) throw new Error('There is no weather yet.')
    return weather
  }
  const mock = createDemoServer()
  await new Promise<void>((resolve) => {
    mock.listen(0, HOST, resolve)
  })
  const mockPort = (mock.address() as AddressInfo).port
  const service = await startFaultProxy('service', mockPort, current)
  const gateway = await startGateway(port, service)
  const line = await startFaultProxy('line', port, current, isPageOrFirstPart())
  return {
    url: `http://${HOST}:${line.port}`,
    serviceUrl: `http://${HOST}:${mockPort}`,
    setWeather: (next) => {
      weather = next
    },
    stop: () => {
      gateway.kill('SIGTERM')
      line.close()
      service.close()
      mock.close()
      mock.closeAllConnections()
    },
  }
}
