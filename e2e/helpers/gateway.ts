import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask } from '../../deploy/gateway/testing/ask.ts'
import {
  type IdentityProvider,
  startIdentityProvider,
} from '../../deploy/gateway/testing/identity-provider.ts'
import { type ServiceStandIn, startService } from '../../deploy/gateway/testing/service-stand-in.ts'
import { test as base, expect } from './fixtures.ts'
import { PORTS, TEST_KEY, urlOf } from './ports.ts'

const main = fileURLToPath(new URL('../../deploy/gateway/main.ts', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** A gateway that runs as in production. */
export interface StartedGateway {
  /** The folder of its logs and of the file with its key. */
  folder: string
  processId: number
  /** Its logs and its output. */
  words: () => string
  /** The lines of its access log. */
  accessLog: () => Record<string, unknown>[]
  stop: () => Promise<void>
}

const stop = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null) {
      resolve()
      return
    }
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

const start = async (
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<StartedGateway> => {
  await mkdir(folder, { recursive: true })
  const keyFile = join(folder, 'key')
  await writeFile(keyFile, TEST_KEY, { mode: 0o600 })
  const [output, accessLog, auditLog] = ['output', 'access.log', 'audit.log'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  const descriptor = openSync(output, 'a')
  const server = spawn(process.execPath, [main], {
    cwd: root,
    env: {
      PORT: String(PORTS.own),
      DRATA_API_KEY_FILE: keyFile,
      DRATA_REQUESTS_PER_MINUTE: '0',
      ACCESS_LOG: accessLog,
      AUDIT_LOG: auditLog,
      ...env,
    },
    stdio: ['ignore', descriptor, descriptor],
  })
  closeSync(descriptor)
  const read = (file: string): string => readFileSync(file, 'utf8')
  await expect
    .poll(async () => {
      if (server.exitCode !== null) return read(output)
      return (await ask(PORTS.own, '/healthz').catch(() => undefined))?.text
    })
    .toBe('ok\n')
  return {
    folder,
    processId: server.pid ?? 0,
    words: () => read(accessLog) + read(auditLog) + read(output),
    accessLog: () => linesOf(read(accessLog)),
    stop: () => stop(server),
  }
}

interface GatewayFixtures {
  /**
   * Starts the gateway of production, and waits until it answers at PORTS.own. Only one can run at
   * a time.
   * @param env variables of deploy/README.md; a key, logs and a port are set
   */
  startGateway: (env: Readonly<Record<string, string>>) => Promise<StartedGateway>
  /** Stands in for the Drata API. */
  service: ServiceStandIn
  /** An identity provider, which signs in whom the test says. */
  provider: IdentityProvider
  /**
   * Starts a gateway where people sign in with `provider`, in front of the demo's service: readers
   * may read, analysts edit, leads decide.
   * @param env more variables
   */
  startSignIn: (env?: Readonly<Record<string, string>>) => Promise<StartedGateway>
}

/** Playwright's test with our fixtures, and with gateways that end with the test. */
// oxlint-disable no-empty-pattern -- Playwright requires a pattern here, also from a fixture that uses no other
export const test = base.extend<GatewayFixtures>({
  service: async ({}, use) => {
    const service = await startService()
    await use(service)
    await service.close()
  },

  provider: async ({}, use) => {
    const provider = await startIdentityProvider()
    provider.allow(urlOf('own'))
    for (const [account, group] of [
      ['ada', 'leads'],
      ['ben', 'analysts'],
      ['cy', 'readers'],
    ] as const)
      provider.setGroups(account, [group])
    await use(provider)
    await provider.close()
  },

  startGateway: async ({ context }, use, testInfo) => {
    const started: StartedGateway[] = []
    await use(async (env) => {
      const gateway = await start(testInfo.outputPath(`gateway-${started.length}`), env)
      started.push(gateway)
      return gateway
    })
    // A page that still loads something would write into its console that nobody answers.
    await context.close()
    await Promise.all(started.map((gateway) => gateway.stop()))
  },

  startSignIn: async ({ provider, startGateway }, use) =>
    use((env) =>
      startGateway({
        // Prism reads bodies as text, which damages the bytes of a file that is not text.
        DRATA_API_URL: urlOf('mock'),
        PUBLIC_URL: urlOf('own'),
        ADDRESS: '127.0.0.1',
        OIDC_ISSUER: provider.url,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        ROLE_READ: 'readers',
        ROLE_EDIT: 'analysts',
        ROLE_DECIDE: 'leads',
        ...env,
      }),
    ),
})
