import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import { createCookieBrowser } from './testing/cookie-browser.ts'
import { freePort } from './testing/free-port.ts'
import { startIdentityProvider } from './testing/identity-provider.ts'
import { portOf } from './testing/service-stand-in.ts'

/**
 * `node deploy/gateway/bench.ts`: the gateway of production between a load and a service of this
 * machine, and the same load without it. Prints Markdown. The service and the gateway are
 * processes of their own.
 */

const RATE = 300
const SECONDS = 5
const ROUNDS = 6
const WARM_UPS = 3
const USERS = 30
const MB = 1_000_000
const LARGE = 200 * MB
const READ = '/v2/vendors?size=50'
const DOCUMENTS = '/v2/vendors/7/documents'
/** About as much as a page of the list. */
const SMALL = JSON.stringify({
  data: Array.from({ length: 20 }, (_, id) => ({ id, name: 'x'.repeat(80) })),
})

const serve = (): void => {
  const server = createServer((asked, response) => {
    response.setHeader('content-type', 'application/json')
    let size = 0
    asked.on('data', (chunk: Buffer) => {
      size += chunk.length
    })
    asked.on('end', () => {
      if (asked.method !== 'GET') response.end(JSON.stringify({ size }))
      else if (asked.url === DOCUMENTS) Readable.from(pieces()).pipe(response)
      else response.end(SMALL)
    })
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${portOf(server)}\n`))
}

function* pieces(): Generator<Buffer> {
  const piece = Buffer.alloc(MB)
  for (let sent = 0; sent < LARGE; sent += MB) yield piece
}

const startService = async (): Promise<{ url: string; process: ChildProcess }> => {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'service'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  return { url: `http://127.0.0.1:${port}`, process: child }
}

const startGateway = async (
  url: string,
  env: Readonly<Record<string, string>>,
): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { PORT: new URL(url).port, PUBLIC_URL: url, ADDRESS: '127.0.0.1', ...env },
  })
  while (!(await fetch(`${url}/healthz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error('The gateway did not start.')
    await pause(50)
  }
  return child
}

/** The most memory that a process has held, in MB. */
const peakMemory = ({ pid }: ChildProcess): number =>
  (Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024) / MB

/** The time that a process has had on a processor, in seconds; a tick is 10 ms on Linux. */
const processorTime = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

interface Target {
  url: string
  /** The headers of each user, who take turns. */
  users: readonly Readonly<Record<string, string>>[]
}

/** Asks at a fixed rate, however long answers take. @returns the sorted times in ms */
const load = async ({ url, users }: Target): Promise<number[]> => {
  const dispatcher = new Agent({ connections: 64 })
  const times: number[] = []
  const askOnce = async (index: number, due: number): Promise<void> => {
    const { statusCode, body } = await request(url + READ, {
      dispatcher,
      headers: users[index % users.length] ?? {},
    })
    await body.dump()
    if (statusCode !== 200) throw new Error(`A read was answered with ${statusCode}.`)
    times.push(performance.now() - due)
  }
  const begun = performance.now()
  const asked: Promise<void>[] = []
  while (asked.length < RATE * SECONDS) {
    const due = begun + (asked.length * 1_000) / RATE
    if (due > performance.now()) await pause(1)
    else asked.push(askOnce(asked.length, due))
  }
  await Promise.all(asked)
  await dispatcher.close()
  return times.toSorted((a, b) => a - b)
}

const at = (times: readonly number[], part: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN

/** The quietest round: other work of the machine only adds to what was measured. */
const least = (values: readonly number[]): number => Math.min(...values)

/** @returns MB in a second, up and down */
const transfer = async ({ url, users: [headers = {}] }: Target): Promise<[number, number]> => {
  const limits = { headersTimeout: 0, bodyTimeout: 0 }
  const begun = performance.now()
  const up = await request(url + DOCUMENTS, {
    ...limits,
    method: 'POST',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
    body: Readable.from(pieces()),
  })
  const { size } = (await up.body.json()) as { size?: number }
  if (size !== LARGE) throw new Error(`Only ${size} bytes arrived.`)
  const half = performance.now()
  const down = await request(url + DOCUMENTS, { ...limits, headers })
  let received = 0
  for await (const chunk of down.body) received += (chunk as Buffer).length
  if (received !== LARGE) throw new Error(`Only ${received} bytes came back.`)
  return [LARGE / (half - begun) / 1_000, LARGE / (performance.now() - half) / 1_000]
}

const measure = async (direct: Target, through: Target, gateway: ChildProcess): Promise<void> => {
  // Compiles what is going to be measured.
  for (let round = 0; round < WARM_UPS; round += 1) await load(through)
  const rounds: { p50: number[]; p99: number[] }[] = [direct, through].map(() => ({
    p50: [],
    p99: [],
  }))
  const shares: number[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, target] of [direct, through].entries()) {
      const before = processorTime(gateway)
      const times = await load(target)
      if (target === through) shares.push((processorTime(gateway) - before) / SECONDS)
      rounds[index]?.p50.push(at(times, 0.5))
      rounds[index]?.p99.push(at(times, 0.99))
    }
  const memoryBefore = peakMemory(gateway)
  const rates = [await transfer(direct), await transfer(through)]
  const memory = peakMemory(gateway)

  const row = (name: string, index: number): string => {
    const { p50, p99 } = rounds[index] ?? { p50: [], p99: [] }
    const [up = 0, down = 0] = rates[index] ?? []
    const cells = [least(p50).toFixed(1), least(p99).toFixed(1), up.toFixed(0), down.toFixed(0)]
    return `| ${name} | ${cells.join(' | ')} |`
  }
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}

${RATE} reads of ${SMALL.length} bytes a second by ${USERS} users, the quietest of ${ROUNDS} rounds of ${SECONDS} s; then 200 MB each way.

| | p50, ms | p99, ms | up, MB/s | down, MB/s |
| --- | --- | --- | --- | --- |
${row('undici alone', 0)}
${row('through the gateway', 1)}

The gateway used ${(least(shares) * 100).toFixed(0)} % of one core for the reads. Its memory was ${memoryBefore.toFixed(0)} MB at the most before the 200 MB, and ${memory.toFixed(0)} MB after.
`,
  )
}

const bench = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-gateway-'))
  const service = await startService()
  const provider = await startIdentityProvider()
  const url = `http://127.0.0.1:${await freePort()}`
  provider.allow(url)
  const gateway = await startGateway(url, {
    DRATA_API_URL: service.url,
    DRATA_API_KEY: 'a-key',
    DRATA_REQUESTS_PER_MINUTE: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    ACCESS_LOG: join(folder, 'access.log'),
    AUDIT_LOG: join(folder, 'audit.log'),
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  })
  try {
    const users: Record<string, string>[] = []
    for (let user = 1; user <= USERS; user += 1) {
      const browser = createCookieBrowser()
      provider.signInAs(`user${user}`)
      await browser.follow(`${url}/sign-in/start`, (address) => address === `${url}/`)
      users.push({
        'sec-fetch-site': 'same-origin',
        cookie: browser.cookies(url),
        'x-forwarded-for': `10.0.0.${user}`,
      })
    }
    await measure({ url: service.url, users: [{}] }, { url: `${url}/api`, users }, gateway)
  } finally {
    gateway.kill()
    service.process.kill()
    await provider.close()
    await rm(folder, { recursive: true })
  }
}

if (process.argv[2] === 'service') serve()
else await bench()
