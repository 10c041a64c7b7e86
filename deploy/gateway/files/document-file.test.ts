import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ask } from '../testing/ask.ts'
import { filesFrom } from '../testing/files-from.ts'
import { portOf, type ServiceStandIn, startService } from '../testing/service-stand-in.ts'
import {
  FROM_APP,
  fakeSignIn,
  KEY,
  type RunningGateway,
  signedInAs,
  startGateway,
  WITH_SIGN_IN,
} from '../testing/start-gateway.ts'
import { connectToFiles, type FileSource } from './file-source.ts'

const PATH = '/api/files/vendors/7/documents/3'
const ADDRESS = 'https://files.example.com/report.pdf?signature=secret-of-the-address'
const PDF = '%PDF-1.7 of a test'

let service: ServiceStandIn
let host: Server
let handle: (response: ServerResponse) => void
let asked: { url: string | undefined; headers: Record<string, unknown> }[] = []
let gateway: RunningGateway

/** Leads every allowed name to a host of this test. */
const toTestHost = filesFrom(() => `http://127.0.0.1:${portOf(host)}`)

const startWith = async (env: Record<string, string> = {}, files: FileSource = toTestHost) => {
  gateway = await startGateway(
    { DRATA_API_URL: service.url, DRATA_FILE_HOSTS: 'files.example.com', ...env },
    { files, ...(env.OIDC_ISSUER !== undefined && { signIn: fakeSignIn }) },
  )
}
const answerDocument = (signedUrl: unknown, status = 200) =>
  service.answerWith((response) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id: 3, downloadUrl: { signedUrl } })),
  )
const read = (headers: Record<string, string> = FROM_APP, path = PATH) =>
  ask(gateway.port, path, { headers: { host: 'localhost', ...headers } })
const messageOf = ({ text }: { text: string }) => (JSON.parse(text) as { message: string }).message

beforeAll(async () => {
  service = await startService()
  host = createServer(({ url, headers }, response) => {
    asked.push({ url, headers })
    handle(response)
  })
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(async () => {
  host.close()
  await service.close()
})
afterEach(async () => {
  await gateway.app.close()
  service.answerWith(undefined)
  service.takeReceived()
  asked = []
})

test('the file of a document comes as bytes that no browser shows', async () => {
  await startWith()
  answerDocument(ADDRESS)
  handle = (response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'a=b', refresh: '0; url=/x' })
      .end(PDF)
  const answer = await read()
  expect(answer).toMatchObject({ status: 200, text: PDF })
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'x-gateway': 'forwarded',
  })
  expect(answer.headers).not.toHaveProperty('set-cookie')
  expect(answer.headers).not.toHaveProperty('refresh')
  expect(service.takeReceived().map(({ target }) => target)).toEqual(['/v2/vendors/7/documents/3'])
  expect(asked.map(({ url }) => url)).toEqual(['/report.pdf?signature=secret-of-the-address'])
  expect(JSON.stringify(asked)).not.toContain(KEY)
  expect(JSON.stringify(answer)).not.toContain('secret-of-the-address')
})

test.each([
  ['https://elsewhere.example.com/report.pdf', 403, 'This document lies on elsewhere.example.com,'],
  ['http://files.example.com/report.pdf', 403, 'an address for this document that the gateway'],
  ['https://169.254.169.254/latest/meta-data', 403, 'This document lies on 169.254.169.254,'],
  [null, 502, 'Drata gave no address'],
  ['', 502, 'Drata gave no address'],
  [5, 502, 'Drata gave no address'],
])('nothing is fetched from %s', async (address, status, words) => {
  await startWith()
  answerDocument(address)
  const answer = await read()
  expect(answer.status).toBe(status)
  expect(messageOf(answer)).toContain(words)
  expect(asked).toEqual([])
})

test.each([
  ['redirects', (response: ServerResponse) => response.writeHead(302, { location: '/x' }).end()],
  ['refuses', (response: ServerResponse) => response.writeHead(403).end('<Error>Expired</Error>')],
  ['breaks off', (response: ServerResponse) => response.destroy()],
])('the page learns that a host %s', async (_what, act) => {
  await startWith()
  answerDocument(ADDRESS)
  handle = act
  const answer = await read()
  expect(answer.status).toBe(502)
  expect(messageOf(answer)).toContain('did not give it to the gateway')
  expect(asked).toHaveLength(1)
})

test('a file that says it is too large is not begun', async () => {
  await startWith()
  answerDocument(ADDRESS)
  handle = (response) => {
    response.writeHead(200, { 'content-length': 500_000_000 }).write('%PDF')
  }
  const answer = await read()
  expect(answer.status).toBe(413)
  expect(messageOf(answer)).toContain('larger than the 200 MB')
})

test('a file that grows beyond the limit breaks off', async () => {
  await startWith()
  answerDocument(ADDRESS)
  const piece = Buffer.alloc(4 * 1024 * 1024)
  let sent = 0
  handle = (response) => {
    const more = (): void => {
      while (response.writable && sent < 400 * 1024 * 1024) {
        sent += piece.length
        if (!response.write(piece)) return void response.once('drain', more)
      }
      response.end()
    }
    more()
  }
  await expect(read()).rejects.toThrow(/aborted|hang up|reset/i)
  expect(sent).toBeLessThan(400 * 1024 * 1024)
})

test('an answer of the service that is an error is passed on', async () => {
  await startWith()
  service.answerWith((response) =>
    response
      .writeHead(404, { 'content-type': 'application/json' })
      .end('{"statusCode":404,"message":"No such document","code":1}'),
  )
  const answer = await read()
  expect(answer).toMatchObject({ status: 404, headers: { 'x-gateway': 'forwarded' } })
  expect(messageOf(answer)).toBe('No such document')
})

test('a service that cannot be reached, and a missing key, are named', async () => {
  await startWith({ DRATA_API_URL: 'http://127.0.0.1:1' })
  expect(messageOf(await read())).toContain('could not reach the Drata API')
  await gateway.app.close()
  await startWith({ DRATA_API_KEY: '' })
  expect((await read()).status).toBe(401)
})

test('only signed-in users and pages of the app are answered', async () => {
  await startWith(WITH_SIGN_IN)
  answerDocument(ADDRESS)
  handle = (response) => response.end(PDF)
  expect((await read()).status).toBe(401)
  expect((await read({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect(service.takeReceived()).toEqual([])
  expect((await read(signedInAs({ role: 'read' }))).text).toBe(PDF)
})

test.each([
  '/api/files/vendors/7/documents/3?address=https://evil.test/',
  '/api/files/vendors/7/documents/03',
  '/api/files/vendors/7/documents/3/',
  '/api/files/vendors/7/documents/-3',
  '/api/files/vendors/7/documents/3%2F..%2F4',
  '/api/files/https://evil.test/',
])('an address in the request leads nowhere: %s', async (path) => {
  await startWith()
  answerDocument(null)
  const answer = await read(FROM_APP, path)
  expect([404, 502]).toContain(answer.status)
  expect(asked).toEqual([])
})

test('a name that leads inside gets no connection', async () => {
  const files = connectToFiles(1_000)
  await expect(
    files.open(`https://localhost:${portOf(host)}/`, AbortSignal.timeout(5_000)),
  ).rejects.toThrow('localhost leads to a private address.')
  await files.close()
  await startWith()
})
