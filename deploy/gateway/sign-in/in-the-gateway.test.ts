import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createGateway } from '../app.ts'
import { readSettings } from '../settings.ts'
import { ask } from '../testing/ask.ts'
import { type CookieBrowser, createCookieBrowser } from '../testing/cookie-browser.ts'
import { freePort } from '../testing/free-port.ts'
import { type IdentityProvider, startIdentityProvider } from '../testing/identity-provider.ts'
import { createMapStore } from '../testing/map-store.ts'
import { createSignIn } from './sign-in.ts'
import { NOT_ALLOWED, UNSURE } from './sign-in-answers.ts'

const service = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end('{"data":[]}')
})
const store = createMapStore()
let provider: IdentityProvider
let app: FastifyInstance
let url: string
let webRoot: string
let browser: CookieBrowser

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'countersign-web-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>The app</title>')
  await writeFile(join(webRoot, 'assets/app-1.js'), 'export {}')
  const servicePort = await freePort()
  await new Promise<void>((resolve) => {
    service.listen(servicePort, '127.0.0.1', resolve)
  })
  provider = await startIdentityProvider()
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  provider.allow(url)
  const settings = readSettings({
    DRATA_API_URL: `http://127.0.0.1:${servicePort}`,
    DRATA_API_KEY: 'a-key',
    WEB_ROOT: webRoot,
    PUBLIC_URL: url,
    AUDIT_LOG: join(webRoot, 'audit.log'),
    ROLE_READ: 'readers',
    OIDC_ISSUER: provider.url,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  })
  if (!settings.signIn) throw new Error('The settings have no sign-in.')
  const { plugin, isReady } = createSignIn(
    { ...settings.signIn, roles: settings.roles, groupsRefreshSeconds: 300, insecureCookie: true },
    { store, isOpen: ({ originalUrl }) => /^\/(?:assets\/|healthz|readyz)/.test(originalUrl) },
  )
  const gateway = await createGateway(settings, { store, signIn: plugin, isSignInReady: isReady })
  app = gateway.app
  await app.listen({ host: '127.0.0.1', port })
  provider.setGroups('ada', ['readers'])
})
afterAll(async () => {
  await app?.close()
  await provider?.close()
  service.close()
  await rm(webRoot, { recursive: true })
})
beforeEach(() => {
  browser = createCookieBrowser()
  provider.signInAs('ada')
})

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }
const api = (path: string, method = 'GET') =>
  browser.visit(`${url}/api/${path}`, { method, headers: OWN_PAGE })

it('leads somebody who opens a page through the sign-in, and back to that page', async () => {
  const { url: end, answer } = await browser.follow(`${url}/reviews?status=IN_PROGRESS`)
  expect(end).toBe(`${url}/reviews?status=IN_PROGRESS`)
  expect(answer?.text).toContain('The app')
})

it('forwards what the role may do, once somebody is signed in', async () => {
  const before = await api('v2/users')
  expect(before.status).toBe(401)
  expect(before.headers['x-sign-in']).toBe('/sign-in/start')
  await browser.follow(`${url}/`)
  expect(await api('v2/users')).toMatchObject({ status: 200, text: '{"data":[]}' })
  const { text } = await api('config')
  expect(JSON.parse(text)).toMatchObject({ user: 'ada@countersign.test', readOnly: true })
})

it('believes no header that says who asks', async () => {
  const said = {
    ...OWN_PAGE,
    authorization: 'Bearer a-key',
    cookie: '__Host-countersign=x; countersign=x; session=x; __Host-session=x',
    forwarded: 'for=127.0.0.1;by=ada',
    'remote-user': 'root@countersign.test',
    'x-auth-request-email': 'root@countersign.test',
    'x-auth-request-groups': 'readers',
    'x-forwarded-email': 'root@countersign.test',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-user': 'root',
    'x-original-url': '/healthz',
    'x-real-ip': '127.0.0.1',
    'x-remote-user': 'root',
    'x-rewrite-url': '/healthz',
    'x-user': 'root',
  }
  const { port } = new URL(url)
  expect((await ask(Number(port), '/api/v2/users', { headers: said })).status).toBe(401)
  await browser.follow(`${url}/`)
  const signedIn = { ...said, cookie: browser.cookies(url) }
  const { text } = await ask(Number(port), '/api/config', { headers: signedIn })
  expect(JSON.parse(text)).toMatchObject({ user: 'ada@countersign.test', role: 'read' })
  const write = { method: 'PUT', headers: { ...signedIn, 'x-http-method-override': 'GET' } }
  const review = '/api/v2/vendors/7/security-reviews/3'
  expect((await ask(Number(port), review, write)).status).toBe(403)
})

it('keeps out somebody in no group of the app', async () => {
  provider.signInAs('eve')
  const { answer } = await browser.follow(`${url}/`)
  expect([answer?.status, answer?.text.includes(NOT_ALLOWED)]).toEqual([403, true])
  expect(await api('v2/users')).toMatchObject({ status: 403 })
})

it('signs out for all requests that follow', async () => {
  await browser.follow(`${url}/`)
  const out = await browser.visit(`${url}/sign-in/out`, {
    method: 'POST',
    headers: { ...OWN_PAGE, 'content-type': 'application/json' },
    body: '{"wipe":true}',
  })
  expect(out.status).toBe(200)
  expect(out.headers['clear-site-data']).toBe('"storage"')
  expect(out.headers['x-request-id']).toBeDefined()
  expect(await api('v2/users')).toMatchObject({ status: 401 })
})

it('answers what is for everybody, and nothing else, where the store is down', async () => {
  await browser.follow(`${url}/`)
  store.isBroken = true
  try {
    expect(await browser.visit(`${url}/assets/app-1.js`)).toMatchObject({ status: 200 })
    expect(await browser.visit(`${url}/healthz`)).toMatchObject({ status: 200 })
    expect(await browser.visit(`${url}/readyz`)).toMatchObject({ status: 503 })
    const page = await browser.visit(`${url}/reviews`)
    expect([page.status, page.text.includes(UNSURE)]).toEqual([503, true])
    const answer = await api('v2/users')
    expect(JSON.parse(answer.text)).toEqual({ statusCode: 503, message: UNSURE, code: 0 })
  } finally {
    store.isBroken = false
  }
  expect(await api('v2/users')).toMatchObject({ status: 200 })
})
