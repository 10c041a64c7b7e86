import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PreviewServer, preview, createServer as serve, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask } from './testing/ask.ts'
import { createMapStore } from './testing/map-store.ts'
import { gateway } from './vite.ts'

const KEY = 'a-key-for-this-test-alone'

interface Seen {
  method: string | undefined
  url: string | undefined
  headers: IncomingHttpHeaders
  body: string
}
let seen: Seen[] = []
const users = '/api/v2/users'
/** A service that keeps what it is sent, and misbehaves when the query asks it to. */
const upstream = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString()
  })
  request.on('end', () => {
    // The gateway itself asks whose key it has.
    if (request.url?.endsWith('/v2/company')) return response.writeHead(403).end()
    seen.push({ method: request.method, url: request.url, headers: request.headers, body })
    if (request.url?.endsWith('?dropped')) return request.socket.destroy()
    response.setHeader('set-cookie', 'session=1')
    response.setHeader('cache-control', 'public')
    // Words that only the gateway may speak.
    response.setHeader('x-gateway', 'own')
    response.setHeader('x-sign-in', '/elsewhere')
    response.writeHead(request.url?.endsWith('?throttled') ? 429 : 200, {
      'content-type': 'application/json',
      'retry-after': '3',
    })
    if (request.url?.endsWith('?half')) {
      response.write('{"half":')
      return setTimeout(() => request.socket.destroy(), 50)
    }
    return response.end('{"ok":true}')
  })
})

const portOf = (server: Pick<Server, 'address'> | null): number => {
  const address = server?.address()
  return typeof address === 'object' && address ? address.port : 0
}

const start = async (kind: 'dev' | 'preview', root: string, env: Record<string, string>) => {
  const address = { host: '127.0.0.1', port: 0, strictPort: true }
  const config = {
    root,
    configFile: false as const,
    logLevel: 'silent' as const,
    plugins: [gateway(env, createMapStore)],
    build: { outDir: '.' },
    server: { ...address, ws: false as const, watch: null },
    preview: address,
  }
  return kind === 'preview' ? preview(config) : (await serve(config)).listen()
}

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    upstream.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(() => {
  upstream.close()
})
beforeEach(() => {
  seen = []
})

describe.each(['preview', 'dev'] as const)('the gateway in the %s server', (kind) => {
  let root = ''
  let port = 0
  let keyless = 0
  let unreachable = 0
  let readOnly = 0
  const servers: (ViteDevServer | PreviewServer)[] = []
  const fromApp = { 'sec-fetch-site': 'same-origin' }

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'gateway-'))
    await writeFile(join(root, 'index.html'), '<!doctype html><title>the app</title>')
    const url = `http://127.0.0.1:${portOf(upstream)}/public/`
    // Nothing listens on port 1.
    const nowhere = 'http://127.0.0.1:1'
    servers.push(
      await start(kind, root, { DRATA_API_URL: url, DRATA_API_KEY: KEY, DRATA_API_VERSION: '1' }),
      await start(kind, root, { DRATA_API_URL: url }),
      await start(kind, root, { DRATA_API_URL: nowhere, DRATA_API_KEY: KEY }),
      await start(kind, root, { DRATA_API_URL: url, DRATA_API_KEY: KEY, DRATA_READ_ONLY: '1' }),
    )
    ;[port = 0, keyless = 0, unreachable = 0, readOnly = 0] = servers.map(({ httpServer }) =>
      portOf(httpServer),
    )
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()))
    await rm(root, { recursive: true })
  })

  test('forwards with the key, and without headers that describe the browser', async () => {
    const answer = await ask(port, '/api/v2/vendors/7/security-reviews?status[]=COMPLETED', {
      method: 'POST',
      body: '{"a":1}',
      headers: {
        ...fromApp,
        'content-type': 'application/json',
        authorization: 'Bearer theirs',
        cookie: 'a=1',
        origin: `http://127.0.0.1:${port}`,
        referer: `http://127.0.0.1:${port}/`,
        'x-forwarded-for': '10.0.0.1',
        'sec-ch-ua': '"Chromium"',
      },
    })
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true}' })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: 'POST',
      url: '/public/v2/vendors/7/security-reviews?status[]=COMPLETED',
      body: '{"a":1}',
    })
    expect(seen[0]?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      host: `127.0.0.1:${portOf(upstream)}`,
    })
    expect(JSON.stringify(seen[0]?.headers)).not.toMatch(
      /cookie|origin|referer|theirs|sec-|x-forwarded/,
    )
  })

  test('forwards a write only once when the browser repeats it', async () => {
    const write = (name: string) =>
      ask(port, '/api/v2/vendors/7/security-reviews', {
        method: 'POST',
        headers: { ...fromApp, 'x-write-id': `${kind}-${name}` },
      })
    expect(await write('one')).toMatchObject({ status: 200 })
    expect(await write('one')).toMatchObject({ status: 502 })
    expect(await write('other')).toMatchObject({ status: 200 })
    expect(seen).toHaveLength(2)
    expect(seen[0]?.headers).not.toHaveProperty('x-write-id')
  })

  test('answers without cookies, uncached, and with what the app needs', async () => {
    const { status, headers } = await ask(port, '/api/v1/vendors/7/security-reviews?throttled', {
      method: 'POST',
      headers: fromApp,
    })
    expect(seen[0]?.url).toBe('/public/vendors/7/security-reviews?throttled')
    expect(status).toBe(429)
    expect(headers).toMatchObject({
      'retry-after': '3',
      'cache-control': 'no-store',
      'x-gateway': 'forwarded',
    })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('x-sign-in')
    expect(JSON.stringify(headers)).not.toContain(KEY)
  })

  test.each([
    ['a foreign page', users, { 'sec-fetch-site': 'cross-site' }, 403],
    ['a typed address', users, { 'sec-fetch-site': 'none' }, 403],
    ['a foreign origin', users, { origin: 'https://elsewhere.test' }, 403],
    ['another path', '/api/v3/users', fromApp, 404],
    ['traversal', '/api/v2/../../admin', fromApp, 404],
    ['encoded traversal', '/api/v2/%2e%2e/admin', fromApp, 404],
  ])('refuses %s without asking Drata', async (_name, path, headers, status) => {
    const answer = await ask(port, path, { headers })
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toContain('application/json')
    expect(answer.headers['x-gateway']).toBe('own')
    expect(JSON.parse(answer.text)).toMatchObject({ statusCode: status, code: 0 })
    expect(seen).toEqual([])
  })

  test('forwards no change where it is read-only, and says so', async () => {
    const refused = await ask(readOnly, '/api/v2/vendors/7/security-reviews', {
      method: 'POST',
      headers: fromApp,
    })
    expect(refused.status).toBe(403)
    expect(JSON.parse(refused.text)).toMatchObject({
      message: 'The gateway is read-only: it forwards nothing that makes a change.',
    })
    expect(seen).toEqual([])
    expect((await ask(readOnly, users, { headers: fromApp })).status).toBe(200)
    expect(
      JSON.parse((await ask(readOnly, '/api/config', { headers: fromApp })).text),
    ).toMatchObject({
      readOnly: true,
    })
  })

  test('sends the app its configuration, and never the key', async () => {
    const { text, headers } = await ask(port, '/api/config', { headers: fromApp })
    expect(headers['x-gateway']).toBe('own')
    expect(JSON.parse(text)).toEqual({
      apiVersion: 1,
      readOnly: false,
      company: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      user: null,
      keyPresent: true,
      role: 'decide',
    })
    expect(text + JSON.stringify(headers)).not.toContain(KEY)
    expect(
      JSON.parse((await ask(keyless, '/api/config', { headers: fromApp })).text),
    ).toMatchObject({
      apiVersion: 2,
      company: '',
      keyPresent: false,
    })
  })

  test('says that it has no key', async () => {
    const { status, text, headers } = await ask(keyless, users, { headers: fromApp })
    expect([status, headers['x-gateway']]).toEqual([401, 'own'])
    expect(JSON.parse(text)).toEqual({
      statusCode: 401,
      message: 'The gateway has no API key: set DRATA_API_KEY and start it again.',
      code: 0,
    })
    expect(seen).toEqual([])
  })

  test('answers 502 where the service cannot be reached or hangs up', async () => {
    for (const [at, path] of [
      [unreachable, users],
      [port, `${users}?dropped`],
    ] as const) {
      const { status, text, headers } = await ask(at, path, { headers: fromApp })
      expect([status, headers['x-gateway']]).toEqual([502, 'own'])
      expect(JSON.parse(text)).toMatchObject({ statusCode: 502, code: 0 })
      expect(text).not.toContain(KEY)
    }
  })

  test('breaks off an answer that the service broke off', async () => {
    await expect(ask(port, `${users}?half`, { headers: fromApp })).rejects.toThrow('aborted')
  })

  test('does not leave an upgrade waiting', async () => {
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket' }
    expect((await ask(port, users, { headers: { ...fromApp, ...upgrade } })).status).toBe(404)
  })

  test('leaves the pages alone', async () => {
    const answer = await ask(port, '/vendors/7', {
      headers: { accept: 'text/html', 'sec-fetch-site': 'none' },
    })
    expect(answer).toMatchObject({ status: 200 })
    expect(answer.text).toContain('the app')
  })
})

test('a setting that is wrong is one sentence, not a stack', async () => {
  const started = start('preview', tmpdir(), { DRATA_API_VERSION: '3' })
  await expect(started).rejects.toMatchObject({ stack: 'DRATA_API_VERSION must be 1 or 2.' })
})
