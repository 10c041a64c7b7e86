import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HEADERS, NONCE_PLACEHOLDER, pageHeaders, SCRIPT_HEADERS } from './rules/headers.ts'
import { type Answer, ask } from './testing/ask.ts'
import { createMapStore } from './testing/map-store.ts'
import { gateway } from './vite.ts'

/** Files of the kinds that pdf.js asks for. */
const DATA_FILES = ['a.bcmap', 'a.pfb', 'a.ttf', 'a.icc', 'a.wasm', 'a.js', 'a.mjs', 'LICENSE']

let root = ''
let server: PreviewServer | undefined
let port = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pages-'))
  await mkdir(join(root, 'dist/assets'), { recursive: true })
  await writeFile(
    join(root, 'dist/index.html'),
    `<!doctype html><meta property="csp-nonce" nonce="${NONCE_PLACEHOLDER}">`,
  )
  await writeFile(join(root, 'dist/assets/app-1.js'), 'export {}')
  await writeFile(join(root, 'dist/assets/app-1.js.br'), 'brotli')
  await writeFile(join(root, 'dist/assets/app-1.js.gz'), 'gzipped')
  await mkdir(join(root, 'dist/assets/pdfjs-1'))
  for (const name of DATA_FILES) await writeFile(join(root, 'dist/assets/pdfjs-1', name), 'data')
  await writeFile(join(root, 'dist/robots.txt'), 'User-agent: *')
  await mkdir(join(root, 'dist/.vite'))
  await writeFile(join(root, 'dist/.vite/manifest.json'), '{"secret":1}')
  await writeFile(join(root, 'secret.txt'), 'secret')
  server = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [gateway({ DRATA_API_URL: 'http://127.0.0.1:1' }, createMapStore)],
    preview: { host: '127.0.0.1', port: 0 },
  })
  const address = server.httpServer.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  await server?.close()
  await rm(root, { recursive: true })
})

const lowerCase = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

const nonceOf = ({ text }: Answer): string => /nonce="([^"]+)"/.exec(text)?.[1] ?? ''

test.each(['/', '/index.html', '/vendors/7', '/v1.2', '/assets', '/x/../vendors', '/%zz'])(
  '%s is the page, with a nonce that the headers name',
  async (path) => {
    const answer = await ask(port, path)
    const nonce = nonceOf(answer)
    expect(nonce).toMatch(/^[\w-]{22}$/)
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject(lowerCase(pageHeaders(nonce)))
  },
)

test('no two answers have the same nonce', async () => {
  expect(nonceOf(await ask(port, '/'))).not.toBe(nonceOf(await ask(port, '/')))
})

test.each([
  ['/assets/pdfjs-1/a.bcmap', 200],
  ['/assets/app-2.js', 404],
  ['/api/v2/users', 401],
  ['/api/nothing', 404],
])('%s is answered with %i and the headers', async (path, status) => {
  const answer = await ask(port, path)
  expect(answer.status).toBe(status)
  expect(answer.headers).toMatchObject(lowerCase(HEADERS))
  expect(answer.text).not.toContain('<!doctype html>')
})

test.each([
  ['gzip, br', 'br', 'brotli'],
  ['gzip', 'gzip', 'gzipped'],
  ['identity', undefined, 'export {}'],
])('a file is sent as it was compressed, for %s', async (asked, sent, text) => {
  const answer = await ask(port, '/assets/app-1.js', { headers: { 'accept-encoding': asked } })
  expect(answer).toMatchObject({ status: 200, text })
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
  expect(answer.headers['content-encoding']).toBe(sent)
})

test.each(['gzip, br', 'identity'])(
  'a script may run as a worker that loads more of this origin, for %s',
  async (asked) => {
    const answer = await ask(port, '/assets/app-1.js', { headers: { 'accept-encoding': asked } })
    expect(answer.headers).toMatchObject(lowerCase({ ...HEADERS, ...SCRIPT_HEADERS }))
    expect(answer.headers['content-type']).toBe('application/javascript; charset=utf-8')
    const policy = answer.headers['content-security-policy']
    expect(policy).toContain("script-src 'self'; connect-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  },
)

test.each([
  ['a.bcmap', 'application/octet-stream'],
  ['a.pfb', 'application/x-font-type1'],
  ['a.ttf', 'font/ttf'],
  ['a.icc', 'application/vnd.iccprofile'],
  ['a.wasm', 'application/wasm'],
  ['a.js', 'application/javascript; charset=utf-8'],
  ['a.mjs', 'application/javascript; charset=utf-8'],
  ['LICENSE', 'application/octet-stream'],
])('%s of a folder of data comes as %s', async (name, type) => {
  const { status, text, headers } = await ask(port, `/assets/pdfjs-1/${name}`)
  expect([status, text, headers['content-type']]).toEqual([200, 'data', type])
  const isScript = type.startsWith('application/javascript')
  expect(headers).toMatchObject(lowerCase({ ...HEADERS, ...(isScript && SCRIPT_HEADERS) }))
})

test('a file that is gone is not kept', async () => {
  const { headers, text } = await ask(port, '/assets/app-2.js')
  expect(headers['cache-control']).toBe('no-store')
  expect(text).toBe('There is no such file.\n')
})

test.each(['/.vite/manifest.json', '/assets/../../secret.txt', '/..%2fsecret.txt', '/secret.txt'])(
  '%s leads to no file beside the build’s',
  async (path) => {
    expect((await ask(port, path)).text).not.toContain('secret')
  },
)

test('the build’s root has files, too, and HEAD has no body', async () => {
  expect((await ask(port, '/robots.txt')).text).toBe('User-agent: *')
  expect(await ask(port, '/vendors', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not for pages', async (method) => {
  const { status, headers } = await ask(port, '/vendors', { method })
  expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8'])
})
