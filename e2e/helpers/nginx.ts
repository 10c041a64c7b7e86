import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask } from '../../deploy/gateway/testing/ask.ts'
import { test as base, expect } from './fixtures.ts'
import { PORTS, TEST_KEY } from './ports.ts'
import { type ServiceStandIn, type StandIn, startService, startSignIn } from './stand-ins.ts'

const script = fileURLToPath(new URL('../../deploy/nginx/start.sh', import.meta.url))
const PATH = `${process.env.PATH ?? ''}${delimiter}/usr/sbin`

/** Whether this machine has nginx, and what its start script needs. */
export const hasNginx =
  process.platform === 'linux' &&
  ['nginx', 'envsubst'].every((program) =>
    PATH.split(delimiter).some((folder) => existsSync(join(folder, program))),
  )

/** Whether this nginx can send the files that the build has compressed with brotli. */
export const hasBrotli = existsSync('/usr/lib/nginx/modules/ngx_http_brotli_static_module.so')

/** An nginx that runs as the gateway. */
export interface Nginx {
  /** The folder of its configuration and its log. */
  folder: string
  /** Its log and its output. */
  words: () => string
  /** The process ids of nginx itself and of its workers. */
  processes: () => number[]
  stop: () => Promise<void>
}

const childrenOf = (parent: number): number[] =>
  readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number)

const stop = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null) {
      resolve()
      return
    }
    server.once('exit', () => resolve())
    server.kill('SIGTERM')
  })

const start = async (folder: string, env: Readonly<Record<string, string>>): Promise<Nginx> => {
  await mkdir(folder, { recursive: true })
  const output = openSync(join(folder, 'output'), 'a')
  const server = spawn('sh', [script], {
    env: {
      PATH,
      PORT: String(PORTS.nginx),
      DRATA_API_KEY: TEST_KEY,
      RUN_DIR: folder,
      ACCESS_LOG: join(folder, 'access.log'),
      // Otherwise the workers of an nginx that root starts would run as a user who may not read
      // these folders.
      NGINX_USER: 'root',
      ...env,
    },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  await expect
    .poll(async () => {
      if (server.exitCode !== null) return read('output')
      return (await ask(PORTS.nginx, '/healthz').catch(() => undefined))?.text
    })
    .toBe('ok\n')
  return {
    folder,
    words: () => read('access.log') + read('output'),
    processes: () => [server.pid ?? 0, ...childrenOf(server.pid ?? 0)],
    stop: () => stop(server),
  }
}

interface NginxFixtures {
  /**
   * Starts nginx with the script and the template of production, and waits until it answers at
   * PORTS.nginx. Only one can run at a time.
   * @param env variables of deploy/README.md; a key and a port are set
   */
  startNginx: (env: Readonly<Record<string, string>>) => Promise<Nginx>
  /** Stands in for the Drata API. */
  service: ServiceStandIn
  /** Stands in for oauth2-proxy. */
  signIn: StandIn
}

/** Playwright's test with our fixtures, and with nginx and stand-ins that end with the test. */
// oxlint-disable no-empty-pattern -- Playwright reads from the pattern that nothing is needed
export const test = base.extend<NginxFixtures>({
  service: async ({}, use) => {
    const service = await startService()
    await use(service)
    await service.close()
  },

  signIn: async ({}, use) => {
    const signIn = await startSignIn()
    await use(signIn)
    await signIn.close()
  },

  startNginx: async ({}, use, testInfo) => {
    const started: Nginx[] = []
    await use(async (env) => {
      const nginx = await start(testInfo.outputPath(`nginx-${started.length}`), env)
      started.push(nginx)
      return nginx
    })
    await Promise.all(started.map((nginx) => nginx.stop()))
  },
})
