import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { request as httpRequest, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type AuditLog, openAuditLog } from './audit/audit-log.ts'
import { verifyChain } from './audit/chain.ts'
import { ask } from './testing/ask.ts'
import { type ServiceStandIn, startService } from './testing/service-stand-in.ts'
import {
  FROM_APP,
  fakeSignIn,
  type RunningGateway,
  signedInAs,
  startGateway,
  WITH_SIGN_IN,
} from './testing/start-gateway.ts'

const users = '/api/v2/users'
const review = '/api/v2/vendors/7/security-reviews/3'
const actions = `${review}/actions`
const documents = '/api/v2/vendors/7/documents'

let service: ServiceStandIn
let folder = ''
let count = 0
let path = ''
let gateway: RunningGateway
const accessLines: Record<string, unknown>[] = []

const start = async (env: Record<string, string> = {}, auditLog?: AuditLog) => {
  count += 1
  path = join(folder, `${count}.jsonl`)
  gateway = await startGateway(
    { ...WITH_SIGN_IN, DRATA_API_URL: service.url, ...env },
    {
      signIn: fakeSignIn,
      hasPages: true,
      auditLog: auditLog ?? (await openAuditLog(path)),
      accessLog: { info: (line: unknown) => accessLines.push(line as Record<string, unknown>) },
    },
  )
}

beforeAll(async () => {
  service = await startService()
  folder = await mkdtemp(join(tmpdir(), 'signed-in-'))
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  service.takeReceived()
  service.answerWith(undefined)
  accessLines.length = 0
})
afterEach(() => gateway.app.close())

const logged = async () => {
  const text = await readFile(path, 'utf8')
  const lines = text === '' ? [] : text.trimEnd().split('\n')
  expect(await verifyChain(lines)).toMatchObject({ isWhole: true })
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}
const put = (headers: Record<string, string>, body = '{"title":"x"}') =>
  ask(gateway.port, review, { method: 'PUT', body, headers })
const finalize = (headers: Record<string, string>) =>
  ask(gateway.port, actions, { method: 'POST', body: '{"action":"finalize"}', headers })

describe('who is not signed in', () => {
  test('learns where to sign in, and reaches nothing', async () => {
    await start()
    for (const [method, target] of [
      ['GET', users],
      ['PUT', review],
      ['GET', '/api/config'],
      ['POST', '/csp-report'],
    ] as const) {
      const { status, headers } = await ask(gateway.port, target, { method, headers: FROM_APP })
      expect([target, status, headers['x-sign-in']]).toEqual([target, 401, '/sign-in/start'])
    }
    const named = { ...FROM_APP, 'x-write-id': 'a' }
    await ask(gateway.port, review, { method: 'PUT', headers: named })
    expect([service.takeReceived(), [...gateway.store.values]]).toEqual([[], []])
    expect(await logged()).toEqual([])
  })

  test('may sign in, and ask whether the gateway runs', async () => {
    await start()
    const statusOf = async (target: string) => (await ask(gateway.port, target)).status
    expect(await statusOf('/sign-in/start')).toBe(200)
    for (const other of ['/sign-in/../vendors', '/assets/../vendors', '/vendors'])
      expect([other, await statusOf(other)]).toEqual([other, 302])
    expect(await statusOf('/healthz')).toBe(200)
    expect(await statusOf('/readyz')).toBe(200)
    gateway.store.isBroken = true
    expect(await statusOf('/readyz')).toBe(503)
  })
})

describe('roles', () => {
  test('let each do what its operations need', async () => {
    await start()
    const statuses = async (role: 'read' | 'edit' | 'decide') => {
      const headers = signedInAs({ role })
      const read = await ask(gateway.port, users, { headers })
      return [read.status, (await put(headers)).status, (await finalize(headers)).status]
    }
    expect(await statuses('read')).toEqual([200, 403, 403])
    expect(await statuses('edit')).toEqual([200, 200, 403])
    expect(await statuses('decide')).toEqual([200, 200, 200])
    const { text } = await finalize(signedInAs({ role: 'edit' }))
    expect(JSON.parse(text)).toMatchObject({
      message: 'Your role does not let you finalize or reopen reviews.',
    })
  })

  test('who has no mail address is named by the provider, so that two do not count as one', async () => {
    await start()
    const userOf = async (subject: string) => {
      const headers = signedInAs({ subject, email: null })
      const { text } = await ask(gateway.port, '/api/config', { headers })
      return (JSON.parse(text) as { user: unknown }).user
    }
    expect(await userOf('ada')).toBe('ada')
    expect(await userOf('ben')).toBe('ben')
  })

  test('are told to the page', async () => {
    await start()
    const { text } = await ask(gateway.port, '/api/config', {
      headers: signedInAs({ role: 'read' }),
    })
    expect(JSON.parse(text)).toMatchObject({
      user: 'ada@countersign.test',
      role: 'read',
      readOnly: true,
    })
  })

  test('need a fresh sign-in to decide where the company says so', async () => {
    await start({ FRESH_SIGN_IN_SECONDS: '600' })
    const stale = signedInAs({ authenticatedAt: Math.floor(Date.now() / 1_000) - 700 })
    const { status, headers } = await finalize(stale)
    expect([status, headers['x-gateway'], headers['x-sign-in']]).toEqual([
      401,
      'own',
      '/sign-in/start?fresh=1',
    ])
    expect((await put(stale)).status).toBe(200)
    expect((await finalize(signedInAs())).status).toBe(200)
  })
})

describe('the audit log', () => {
  test('has a line before a write is forwarded, and one after', async () => {
    await start()
    const before: unknown[] = []
    service.answerWith((response) => {
      void logged().then((lines) => {
        before.push(...lines)
        response.end('{}')
      })
    })
    const headers = { ...signedInAs(), 'x-write-id': 'one', 'content-type': 'application/json' }
    const body = { action: 'finalize', decision: 'APPROVED', note: 'a secret' }
    const { headers: answered } = await ask(gateway.port, actions, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    })
    const common = {
      user: 'ada@countersign.test',
      subject: 'ada',
      groups: ['leads'],
      address: '127.0.0.1',
      operation: 'performSecurityReviewAction',
      vendorId: 7,
      reviewId: 3,
      action: 'finalize',
      decision: 'APPROVED',
      writeId: 'one',
      requestId: answered['x-request-id'],
    }
    const changes = { set: ['action', 'decision', 'note'], cleared: [], added: {}, others: 0 }
    expect(before).toMatchObject([{ event: 'asked', ...common, changes, outcome: null }])
    expect(await logged()).toMatchObject([
      { event: 'asked' },
      { event: 'answered', ...common, outcome: 'done', status: 200 },
    ])
    expect(JSON.stringify(await logged())).not.toContain('a secret')
  })

  test('has the names and the sizes of files', async () => {
    await start()
    const part = (name: string, text: string) =>
      `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n`
    const body = `${part('a.csv', '1,2')}${part('b.csv', 'secret')}--x--\r\n`
    const headers = { ...signedInAs(), 'content-type': 'multipart/form-data; boundary=x' }
    expect((await ask(gateway.port, documents, { method: 'POST', body, headers })).status).toBe(200)
    expect(service.takeReceived()).toMatchObject([{ text: body }])
    const [, answered] = await logged()
    expect(answered).toMatchObject({
      operation: 'uploadVendorDocument',
      files: [
        { name: 'a.csv', bytes: 3 },
        { name: 'b.csv', bytes: 6 },
      ],
    })
  })

  test('says what was refused, and what nothing is known of', async () => {
    await start()
    service.answerWith((response) => response.writeHead(422).end('{}'))
    await put(signedInAs())
    service.answerWith((response) => response.destroy())
    expect((await put(signedInAs())).status).toBe(502)
    expect((await logged()).map(({ outcome, status }) => [outcome, status])).toEqual([
      [null, null],
      ['refused', 422],
      [null, null],
      ['unknown', null],
    ])
  })

  test('says that nothing is known where the browser goes away', async () => {
    await start()
    const { promise: reached, resolve } = Promise.withResolvers<ServerResponse>()
    service.answerWith(resolve)
    const write = httpRequest({
      host: '127.0.0.1',
      port: gateway.port,
      path: review,
      method: 'PUT',
      headers: signedInAs(),
    })
    write.on('error', () => undefined).end('{}')
    const response = await reached
    write.destroy()
    await expect
      .poll(async () => (await logged()).map(({ outcome }) => outcome))
      .toEqual([null, 'unknown'])
    response.end('{}')
  })

  test('that cannot be written lets nothing be forwarded', async () => {
    const append = () => Promise.reject(new Error('The disk is full.'))
    await start({}, { append, close: () => Promise.resolve() })
    const { status, text } = await put(signedInAs())
    expect([status, JSON.parse(text)]).toEqual([
      503,
      {
        statusCode: 503,
        message: 'The gateway could not write its audit log, so nothing was forwarded.',
        code: 0,
      },
    ])
    expect(service.takeReceived()).toEqual([])
    expect((await ask(gateway.port, users, { headers: signedInAs() })).status).toBe(200)
  })
})

test('the access log has a line for each request, without its query', async () => {
  await start()
  await ask(gateway.port, `${users}?secret=tell-nobody`, { headers: signedInAs() })
  await ask(gateway.port, '/x"%0d%0a{"time":"forged"}?secret=tell-nobody')
  await expect.poll(() => accessLines.length).toBe(2)
  expect(accessLines).toMatchObject([
    { user: 'ada@countersign.test', method: 'GET', path: users, status: 200, upstream: 200 },
    { user: '', path: '/x"%0d%0a{"time":"forged"}', status: 302, upstream: null },
  ])
  expect(accessLines[0]?.bytes).toBeGreaterThan(100)
  expect(JSON.stringify(accessLines)).not.toContain('tell-nobody')
})
