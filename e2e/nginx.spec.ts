import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CASES, READ_ONLY_CASES } from '../deploy/gateway/rules/cases.ts'
import { HEADERS } from '../deploy/gateway/rules/headers.ts'
import { ask } from '../deploy/gateway/testing/ask.ts'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expectUpload, listedAs, spreadsheet } from './helpers/files.ts'
import { expect } from './helpers/fixtures.ts'
import { expectCases } from './helpers/gateway-cases.ts'
import { hasBrotli, hasNginx, type Nginx, test } from './helpers/nginx.ts'
import { chooseFiles } from './helpers/pages.ts'
import { PORTS, TEST_KEY, urlOf } from './helpers/ports.ts'
import { save } from './helpers/soc-form.ts'
import { SIGNED_IN } from './helpers/stand-ins.ts'

const { northwind, nearlyFinished } = LANDMARKS
const fromApp = { 'sec-fetch-site': 'same-origin' }
const documents = '/api/v2/vendors/7/documents'
const MB = 1024 * 1024
const LIVE = fileURLToPath(new URL('../dist/live', import.meta.url))
/**
 * The accepted encodings, the encoding that nginx must choose, and the ending of the build's file.
 */
const ENCODINGS = [
  ...(hasBrotli ? [{ asked: 'gzip, br', sent: 'br', extension: 'br' }] : []),
  { asked: 'gzip', sent: 'gzip', extension: 'gz' },
]

/**
 * Asserts that only nginx's configuration holds the key, and that nobody else may read that file.
 */
const expectKeyKept = (nginx: Nginx): void => {
  const configuration = join(nginx.folder, 'nginx.conf')
  expect(readFileSync(configuration, 'utf8')).toContain(TEST_KEY)
  expect(statSync(configuration).mode & 0o777).toBe(0o600)
  const processes = nginx
    .processes()
    .flatMap((id) => ['cmdline', 'environ'].map((file) => `/proc/${id}/${file}`))
    .map((file) => readFileSync(file, 'utf8'))
  expect(processes.join('\n') + nginx.words()).not.toContain(TEST_KEY)
}

/** The most memory that any of the processes has held. */
const peakMemory = (nginx: Nginx): number =>
  Math.max(
    ...nginx
      .processes()
      .map((id) => /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, 'utf8')))
      .map((found) => Number(found?.[1]) * 1024),
  )

test.describe('nginx as the gateway', { tag: '@live' }, () => {
  // oxlint-disable-next-line playwright/no-skipped-test -- not every machine may install a server
  test.skip(
    !hasNginx && !process.env.CI,
    'Live mode was not tested behind nginx: install nginx and gettext on Linux for that.',
  )

  test('answers as the rules say, and to this machine alone without a sign-in', async ({
    service,
    startNginx,
  }) => {
    const takeTargets = (): string[] => service.takeSeen().map(({ target }) => target)
    const nginx = await startNginx({ DRATA_API_URL: service.url })
    await expectCases(PORTS.nginx, CASES, takeTargets)
    const rebound = { ...fromApp, host: 'elsewhere.test' }
    expect((await ask(PORTS.nginx, '/api/v2/users', { headers: rebound })).status).toBe(421)
    expect(takeTargets()).toEqual([])
    expect(nginx.words()).toContain('SIGN_IN_URL is not set')
    const listens = readFileSync(join(nginx.folder, 'nginx.conf'), 'utf8').match(/listen [\d.:]+/g)
    expect(new Set(listens)).toEqual(new Set([`listen 127.0.0.1:${PORTS.nginx}`]))
    expectKeyKept(nginx)
    await nginx.stop()

    await startNginx({ DRATA_API_URL: service.url, DRATA_READ_ONLY: '1' })
    await expectCases(PORTS.nginx, READ_ONLY_CASES, takeTargets)
    const { text } = await ask(PORTS.nginx, '/api/config', { headers: fromApp })
    expect(JSON.parse(text)).toMatchObject({ readOnly: true })
  })

  test('lets neither side see more of the other than it needs', async ({ service, startNginx }) => {
    await startNginx({ DRATA_API_URL: `${service.url}/public` })
    const answer = await ask(PORTS.nginx, `${documents}?a=b`, {
      method: 'POST',
      body: '{}',
      headers: {
        ...fromApp,
        'content-type': 'application/json',
        authorization: 'Bearer theirs',
        cookie: 'a=1',
        origin: urlOf('nginx'),
        referer: urlOf('nginx'),
        'user-agent': 'Mozilla/5.0',
        'x-forwarded-for': '10.0.0.1',
      },
    })
    // When a connection breaks, a browser may send a write again.
    const write = { method: 'POST', headers: { ...fromApp, 'x-write-id': 'one' } }
    expect((await ask(PORTS.nginx, documents, write)).status).toBe(200)
    expect((await ask(PORTS.nginx, documents, write)).status).toBe(502)
    const [seen, ...others] = service.takeSeen()
    expect(others).toHaveLength(1)
    expect(seen).toEqual({
      target: '/public/v2/vendors/7/documents?a=b',
      size: 2,
      headers: {
        host: service.url.replace('http://', ''),
        authorization: `Bearer ${TEST_KEY}`,
        'content-type': 'application/json',
        'content-length': '2',
        'user-agent': 'Countersign',
        connection: 'close',
      },
    })
    expect(answer).toMatchObject({ status: 200, text: '{"size":2}' })
    expect(Object.keys(answer.headers).toSorted()).toEqual(
      [
        ...Object.keys(HEADERS).map((name) => name.toLowerCase()),
        'cache-control',
        'connection',
        'content-type',
        'date',
        'server',
        'transfer-encoding',
        'vary',
        'x-gateway',
      ].toSorted(),
    )
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': HEADERS['Content-Security-Policy'],
      server: 'nginx',
      'x-gateway': 'forwarded',
    })
  })

  test('sends files as the build compressed them, to be kept, and pages to be asked for anew', async ({
    service,
    startNginx,
  }) => {
    await startNginx({ DRATA_API_URL: service.url })
    const page = await ask(PORTS.nginx, '/')
    expect(page.headers['cache-control']).toBe('no-store')
    const [asset = ''] = /\/assets\/index-[\w-]+\.js/.exec(page.text) ?? []
    for (const { asked, sent, extension } of ENCODINGS) {
      const { size } = statSync(`${LIVE}${asset}.${extension}`)
      const headersAsked = { 'accept-encoding': asked }
      const { headers } = await ask(PORTS.nginx, asset, { headers: headersAsked })
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': sent,
        'content-length': String(size),
        vary: 'Accept-Encoding',
      })
    }
  })

  test('hands 200 MB on as they come, and refuses more', async ({ service, startNginx }) => {
    const nginx = await startNginx({ DRATA_API_URL: service.url })
    const form = { ...fromApp, 'content-type': 'multipart/form-data; boundary=x' }
    const before = peakMemory(nginx)
    const { text } = await ask(PORTS.nginx, documents, {
      method: 'POST',
      headers: form,
      body: Buffer.alloc(200 * MB),
    })
    expect(JSON.parse(text)).toEqual({ size: 200 * MB })
    expect(peakMemory(nginx) - before).toBeLessThan(4 * MB)
    // The folder for bodies is as old as nginx, so nothing was ever written there.
    const body = join(nginx.folder, 'body')
    expect(readdirSync(body)).toEqual([])
    expect(statSync(body).mtimeMs).toBeLessThan(statSync(join(nginx.folder, 'nginx.pid')).mtimeMs)
    service.takeSeen()
    const refused = await ask(PORTS.nginx, documents, {
      method: 'POST',
      headers: { ...form, 'content-length': String(211 * MB) },
    })
    expect(refused.headers['x-gateway']).toBe('own')
    expect(JSON.parse(refused.text)).toMatchObject({ statusCode: 413 })
    expect(service.takeSeen()).toEqual([])
  })

  test('lets in only who is signed in, to do the work', async ({
    page,
    context,
    signIn,
    startNginx,
    allowConsoleErrors,
  }) => {
    // The whole main job is one test, so that nginx starts only once.
    const nginx = await startNginx({
      DRATA_API_URL: urlOf('prism'),
      SIGN_IN_URL: signIn.url,
      PUBLIC_HOST: 'countersign.test',
      ADDRESS: '127.0.0.1',
    })
    await page.goto(`${urlOf('nginx')}/vendors?search=northw&risk=HIGH`)
    await expect(page).toHaveURL(`${urlOf('nginx')}/vendors?search=northw&risk=HIGH`)
    await page.getByRole('button', { name: 'User menu' }).click()
    await expect(page.getByText(SIGNED_IN)).toBeVisible()
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: northwind.name }).click()
    await page.getByRole('link', { name: nearlyFinished.title, exact: true }).click()
    await page.getByRole('button', { name: /^CPA firm/ }).click()
    await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis & Partners')
    await save(page)
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'CPA firm' })).toHaveValue('Hollis & Partners')
    await chooseFiles(page, page.getByLabel('Upload questionnaires'), spreadsheet('answers.xlsx'))
    await expectUpload(page, 'answers.xlsx', 'Uploaded')
    await expect(listedAs(page, 'Questionnaires', 'answers.xlsx')).toHaveCount(1)

    await context.clearCookies()
    allowConsoleErrors(/401 \(Unauthorized\)/)
    const ended = await ask(PORTS.nginx, '/api/v2/vendors', { headers: fromApp })
    expect(ended).toMatchObject({
      status: 401,
      headers: { 'x-gateway': 'own', 'x-sign-in': '/oauth2/start' },
      text: '{"statusCode":401,"message":"Your session has ended: sign in again.","code":0}',
    })
    const primary = page.getByRole('navigation', { name: 'Primary' })
    await primary.getByRole('link', { name: 'Vendors' }).click()
    const tab = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Sign in again in a new tab' }).click()
    await expect(await tab).toHaveURL(`${urlOf('nginx')}/`)
    await page.reload()
    await expect(page.getByRole('link', { name: northwind.name })).toBeVisible()

    await ask(PORTS.nginx, '/x"%0d%0a{"time":"forged"}?secret=tell-nobody')
    await signIn.close()
    const unsure = await ask(PORTS.nginx, '/api/v2/vendors', { headers: fromApp })
    expect(unsure.headers['x-gateway']).toBe('own')
    expect(JSON.parse(unsure.text)).toMatchObject({ statusCode: 503 })

    const lines = readFileSync(join(nginx.folder, 'access.log'), 'utf8').trim().split('\n')
    const logged = lines.map((line) => JSON.parse(line) as Record<string, string>)
    expect(logged).toContainEqual(
      expect.objectContaining({
        user: SIGNED_IN,
        method: 'PUT',
        path: `/api/v2/vendors/${northwind.id}/security-reviews/${nearlyFinished.id}`,
        status: '200',
      }),
    )
    expect(logged).toContainEqual(
      expect.objectContaining({ user: '', path: '/x"%0d%0a{"time":"forged"}', status: '302' }),
    )
    expect(nginx.words()).not.toMatch(/search=|northw|risk=|HIGH|a-secret-code|secret=|tell-nobody/)
    expectKeyKept(nginx)
  })
})
