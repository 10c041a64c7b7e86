import { readdirSync, readFileSync, statSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { verifyChain } from '../deploy/gateway/audit/chain.ts'
import { CASES, READ_ONLY_CASES } from '../deploy/gateway/rules/cases.ts'
import { HEADERS } from '../deploy/gateway/rules/headers.ts'
import { ask } from '../deploy/gateway/testing/ask.ts'
import { mailOf } from '../deploy/gateway/testing/identity-provider.ts'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expectUpload, spreadsheet } from './helpers/files.ts'
import { expect } from './helpers/fixtures.ts'
import { type StartedGateway, test } from './helpers/gateway.ts'
import { expectCases } from './helpers/gateway-cases.ts'
import { chooseFiles } from './helpers/pages.ts'
import { PORTS, TEST_KEY, urlOf } from './helpers/ports.ts'
import { save } from './helpers/soc-form.ts'

const { northwind, nearlyFinished } = LANDMARKS
const fromApp = { 'sec-fetch-site': 'same-origin' }
const documents = '/api/v2/vendors/7/documents'
const MB = 1024 * 1024
const LIVE = fileURLToPath(new URL('../dist/live', import.meta.url))
/** What the gateway may hold of 200 MB at a time, with what Node has not yet cleared away. */
const MOST_HELD = 96 * MB

/** Asserts that only its file holds the key. */
const expectKeyKept = ({ folder, processId, words }: StartedGateway): void => {
  const processes = ['cmdline', 'environ']
    .map((file) => readFileSync(`/proc/${processId}/${file}`, 'utf8'))
    .join('\n')
  expect(processes + words()).not.toContain(TEST_KEY)
  const holding = readdirSync(folder).filter((name) =>
    readFileSync(join(folder, name), 'utf8').includes(TEST_KEY),
  )
  expect(holding).toEqual(['key'])
}

/** The most memory that the gateway has held. */
const peakMemory = ({ processId }: StartedGateway): number => {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
}

/** The bytes of an answer, of which nothing is kept. */
const downloadSize = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: PORTS.own, path, headers: fromApp }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
      })
      response.on('error', reject)
      response.on('end', () => resolve(size))
    }).on('error', reject)
  })

/** The addresses of this machine at which a port is listened on, as the kernel writes them. */
const listensAt = (port: number): string[] =>
  ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
    readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state]) => state === '0A')
      .map(([, local = '']) => local.split(':'))
      .filter(([, hex = '']) => Number.parseInt(hex, 16) === port)
      .map(([address = '']) => address),
  )
/** 127.0.0.1, as the kernel writes it. */
const LOOPBACK = '0100007F'

test.describe('The gateway', { tag: '@live' }, () => {
  test('answers as the rules say, and to this machine alone without a sign-in', async ({
    service,
    startGateway,
  }) => {
    const takeTargets = (): string[] => service.takeReceived().map(({ target }) => target)
    const gateway = await startGateway({ DRATA_API_URL: service.url, ADDRESS: '0.0.0.0' })
    await expectCases(PORTS.own, CASES, takeTargets)
    const rebound = { ...fromApp, host: 'elsewhere.test' }
    for (const path of ['/api/v2/users', '/', '/assets/x.js'])
      expect((await ask(PORTS.own, path, { headers: rebound })).status).toBe(421)
    expect(takeTargets()).toEqual([])
    expect(gateway.words()).toContain('OIDC_ISSUER is not set')
    expect(listensAt(PORTS.own)).toEqual([LOOPBACK])
    expectKeyKept(gateway)
    await gateway.stop()

    await startGateway({ DRATA_API_URL: service.url, DRATA_READ_ONLY: '1' })
    await expectCases(PORTS.own, READ_ONLY_CASES, takeTargets)
    const { text } = await ask(PORTS.own, '/api/config', { headers: fromApp })
    expect(JSON.parse(text)).toMatchObject({ readOnly: true })
  })

  test('lets neither side see more of the other than it needs', async ({
    service,
    startGateway,
  }) => {
    await startGateway({ DRATA_API_URL: `${service.url}/public` })
    const answer = await ask(PORTS.own, `${documents}?a=b`, {
      method: 'POST',
      body: '{}',
      headers: {
        ...fromApp,
        'content-type': 'application/json',
        authorization: 'Bearer theirs',
        cookie: 'a=1',
        origin: urlOf('own'),
        referer: urlOf('own'),
        'user-agent': 'Mozilla/5.0',
        'x-forwarded-for': '10.0.0.1',
      },
    })
    // When a connection breaks, a browser may send a write again.
    const write = { method: 'POST', headers: { ...fromApp, 'x-write-id': 'one' } }
    expect((await ask(PORTS.own, documents, write)).status).toBe(200)
    expect((await ask(PORTS.own, documents, write)).status).toBe(502)
    const [received, ...others] = service.takeReceived()
    expect(others).toHaveLength(1)
    expect(received).toMatchObject({ target: '/public/v2/vendors/7/documents?a=b', size: 2 })
    expect(received?.headers).toEqual({
      host: service.url.replace('http://', ''),
      authorization: `Bearer ${TEST_KEY}`,
      'content-type': 'application/json',
      'content-length': '2',
      'user-agent': 'Countersign',
      connection: 'close',
    })
    expect(answer).toMatchObject({ status: 200, text: '{"size":2}' })
    expect(Object.keys(answer.headers).toSorted()).toEqual(
      [
        ...Object.keys(HEADERS).map((name) => name.toLowerCase()),
        'cache-control',
        'connection',
        'content-type',
        'date',
        'keep-alive',
        'transfer-encoding',
        'x-gateway',
        'x-request-id',
      ].toSorted(),
    )
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': HEADERS['Content-Security-Policy'],
      'x-gateway': 'forwarded',
    })
  })

  test('sends files as the build compressed them, to be kept, and pages to be asked for anew', async ({
    service,
    startGateway,
  }) => {
    await startGateway({ DRATA_API_URL: service.url })
    const page = await ask(PORTS.own, '/')
    expect(page.headers['cache-control']).toBe('no-store')
    const [asset = ''] = /\/assets\/index-[\w-]+\.js/.exec(page.text) ?? []
    for (const { asked, sent, extension } of [
      { asked: 'gzip, br', sent: 'br', extension: 'br' },
      { asked: 'gzip', sent: 'gzip', extension: 'gz' },
    ]) {
      const { size } = statSync(`${LIVE}${asset}.${extension}`)
      const { headers } = await ask(PORTS.own, asset, { headers: { 'accept-encoding': asked } })
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': sent,
        'content-length': String(size),
        vary: 'accept-encoding',
      })
    }
  })

  test('hands 200 MB on as they come, both ways, and refuses more', async ({
    service,
    startGateway,
  }) => {
    const gateway = await startGateway({ DRATA_API_URL: service.url })
    const form = { ...fromApp, 'content-type': 'multipart/form-data; boundary=x' }
    await ask(PORTS.own, documents, { method: 'POST', headers: form, body: 'x' })
    const before = peakMemory(gateway)
    const { text } = await ask(PORTS.own, documents, {
      method: 'POST',
      headers: form,
      body: Buffer.alloc(200 * MB),
    })
    expect(JSON.parse(text)).toEqual({ size: 200 * MB })
    expect(peakMemory(gateway) - before).toBeLessThan(MOST_HELD)
    service.answerWith((response) => {
      const piece = Buffer.alloc(MB)
      const pieces = Array.from({ length: 200 }, () => piece)
      Readable.from(pieces).pipe(response)
    })
    expect(await downloadSize(documents)).toBe(200 * MB)
    expect(peakMemory(gateway) - before).toBeLessThan(MOST_HELD)
    service.takeReceived()
    const refused = await ask(PORTS.own, documents, {
      method: 'POST',
      headers: { ...form, 'content-length': String(211 * MB) },
    })
    expect(refused.headers['x-gateway']).toBe('own')
    expect(JSON.parse(refused.text)).toMatchObject({ statusCode: 413 })
    expect(service.takeReceived()).toEqual([])
  })

  test('lets in only who is signed in, to do the work, and logs it without its words', async ({
    page,
    context,
    startSignIn,
    allowConsoleErrors,
  }) => {
    // The whole main job is one test, so that the gateway starts only once.
    const gateway = await startSignIn()
    await page.goto(`${urlOf('own')}/vendors?search=northw&risk=HIGH`)
    await page.getByRole('link', { name: northwind.name }).click()
    await page.getByRole('link', { name: nearlyFinished.title, exact: true }).click()
    await page.getByRole('button', { name: /^CPA firm/ }).click()
    await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis & Partners')
    await save(page)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'CPA firm' })).toHaveValue('Hollis & Partners')
    await chooseFiles(page, page.getByLabel('Upload questionnaires'), spreadsheet('answers.xlsx'))
    await expectUpload(page, 'answers.xlsx', 'Uploaded')

    await context.clearCookies()
    allowConsoleErrors(/401 \(Unauthorized\)/)
    const ended = await ask(PORTS.own, '/api/v2/vendors', { headers: fromApp })
    expect(ended).toMatchObject({
      status: 401,
      headers: { 'x-gateway': 'own', 'x-sign-in': '/sign-in/start' },
      text: '{"statusCode":401,"message":"Your session has ended: sign in again.","code":0}',
    })
    const primary = page.getByRole('navigation', { name: 'Primary' })
    await primary.getByRole('link', { name: 'Vendors' }).click()
    const tab = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Sign in again in a new tab' }).click()
    await expect(await tab).toHaveURL(`${urlOf('own')}/`)

    await ask(PORTS.own, '/x"%0d%0a{"time":"forged"}?secret=tell-nobody')
    const path = `/api/v2/vendors/${northwind.id}/security-reviews/${nearlyFinished.id}`
    await expect
      .poll(() => gateway.accessLog())
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ user: mailOf('ada'), method: 'PUT', path, status: 200 }),
          expect.objectContaining({ path: '/x"%0d%0a{"time":"forged"}', status: 302 }),
        ]),
      )
    const audit = readFileSync(join(gateway.folder, 'audit.log'), 'utf8').trimEnd().split('\n')
    expect(await verifyChain(audit)).toMatchObject({ isWhole: true })
    expect(audit.join('\n')).toContain('answers.xlsx')
    expect(gateway.words()).not.toMatch(/search=|northw|risk=|HIGH|code=|tell-nobody|Hollis/)
    expectKeyKept(gateway)
  })
})
