import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vendorDocumentSchema, vendorDocumentsSchema } from '../src/domain/contract/document.ts'
import { reviewSchema } from '../src/domain/contract/review-with-form.ts'
import { demoFile } from './reports/demo-files.ts'
import { LANDMARKS } from './seed/landmarks.ts'
import { REPORT_VENDORS } from './seed/report-vendors.ts'
import { createDemoServer } from './server.ts'
import { fileOf, formOf } from './testing.ts'

const server = createDemoServer()
let base = ''
const REVIEW = `/v2/vendors/${LANDMARKS.northwind.id}/security-reviews/${LANDMARKS.nearlyFinished.id}`

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${base}${path}`, { ...init, headers: { Authorization: 'Bearer test' } })
const control = (wish: object) =>
  fetch(`${base}/__demo`, { method: 'POST', body: JSON.stringify(wish) })
const title = async () => reviewSchema.parse(await (await ask(REVIEW)).json()).title
const rename = (text: string) =>
  ask(REVIEW, { method: 'PUT', body: JSON.stringify({ title: text }) })

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  await control({ scenario: '', reset: true })
})

describe('the server', () => {
  it('answers 404 in JSON for what it does not know', async () => {
    const response = await ask('/nothing/here')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ message: 'Not found' })
  })

  it('wants a key', async () => {
    const response = await fetch(`${base}/v2/vendors`)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      statusCode: 401,
      message: 'Unauthorized',
      code: 10_401,
    })
    expect((await ask('/v2/vendors')).status).toBe(200)
  })

  it('keeps what is written until it is reset', async () => {
    expect((await rename('Renamed')).status).toBe(200)
    expect(await title()).toBe('Renamed')
    await control({ reset: true })
    expect(await title()).toBe(LANDMARKS.nearlyFinished.title)
  })

  it('drops connections', async () => {
    await control({ scenario: 'drop-after@updateVendorSecurityReview*1' })
    await expect(rename('Kept')).rejects.toThrow()
    expect(await title()).toBe('Kept')
    expect((await rename('Again')).status).toBe(200)
  })

  it('logs the requests since the last reset', async () => {
    await ask('/v2/vendors?size=1')
    await rename('Renamed')
    const { requests } = (await (await fetch(`${base}/__demo`)).json()) as { requests: unknown }
    expect(requests).toEqual([
      { method: 'GET', path: '/v2/vendors?size=1' },
      { method: 'PUT', path: REVIEW },
    ])
  })

  it('lists the files that it accepted, byte for byte, each once', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256)
    const file = new File([bytes], 'відповіді.pdf', { type: 'application/pdf' })
    const upload = () =>
      ask(`/v2/vendors/${LANDMARKS.northwind.id}/documents`, {
        method: 'POST',
        body: formOf({}, 'file', file),
      })
    await control({ scenario: 'error-503@uploadVendorDocument*1' })
    expect((await upload()).status).toBe(503)
    await control({ scenario: 'drop-after@uploadVendorDocument*1' })
    await expect(upload()).rejects.toThrow()
    expect((await upload()).status).toBe(201)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const arrived = { name: file.name, type: file.type, size: 300_000, sha256 }
    const log = async () => (await (await fetch(`${base}/__demo`)).json()) as { uploads: unknown }
    expect((await log()).uploads).toEqual([arrived, arrived])
    await control({ reset: true })
    expect((await log()).uploads).toEqual([])
  })

  it('takes in nothing of a form that is given up on the way', async () => {
    await control({ scenario: 'slow' })
    const abort = new AbortController()
    const answer = fetch(`${base}/v2/vendors/${LANDMARKS.northwind.id}/documents`, {
      method: 'POST',
      headers: { Authorization: 'Bearer test' },
      body: formOf({}, 'file', fileOf('report.pdf')),
      signal: abort.signal,
    })
    setTimeout(() => abort.abort(), 300)
    await expect(answer).rejects.toThrow('abort')
    await new Promise((resolve) => setTimeout(resolve, 2_200))
    await expect((await fetch(`${base}/__demo`)).json()).resolves.toMatchObject({ uploads: [] })
  })

  it('creates by version 1 at the root', async () => {
    const response = await ask(`/vendors/${LANDMARKS.quietHarbor.id}/security-reviews`, {
      method: 'POST',
      body: JSON.stringify({
        title: 'By version 1',
        reviewDeadlineAt: '2026-12-24T10:00:00Z',
        requestedAt: '2026-11-20T08:00:00Z',
        securityReviewStatus: 'IN_PROGRESS',
        securityReviewType: 'SECURITY',
      }),
    })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ vendor: { id: LANDMARKS.quietHarbor.id } })
  })

  it('lets documents be downloaded without a key, until the address expires', async () => {
    const document = await ask(`/v2/vendors/${LANDMARKS.northwind.id}/documents/9004`)
    const { name, downloadUrl } = vendorDocumentSchema.parse(await document.json())
    const url = new URL(downloadUrl?.signedUrl ?? '')
    expect(url.origin).toBe(base)
    const response = await fetch(url)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/pdf',
    ])
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    expect(await response.text()).toMatch(/^%PDF-/)
    for (const expires of ['', 'soon', String(Date.now() - 1)]) {
      url.searchParams.set('expires', expires)
      expect((await fetch(url)).status).toBe(403)
    }
  })

  it('sends the reports that exist as files', async () => {
    const { vendorId, documents } = REPORT_VENDORS.dunmarrow
    const listed = await ask(`/v2/vendors/${vendorId}/documents?expand[]=downloadUrl`)
    const { data } = vendorDocumentsSchema.parse(await listed.json())
    expect(data.map(({ name }) => name).toSorted()).toEqual(
      documents.map(([name]) => name).toSorted(),
    )
    for (const { name, downloadUrl } of data) {
      const response = await fetch(downloadUrl?.signedUrl ?? '')
      const sent = new Uint8Array(await response.arrayBuffer())
      expect(Buffer.compare(sent, demoFile(name) ?? new Uint8Array())).toBe(0)
    }
  })

  it('gives documents an address on another host when it is started with one', async () => {
    const elsewhere = createDemoServer('https://files.countersign.test')
    await new Promise<void>((resolve) => {
      elsewhere.listen(0, '127.0.0.1', resolve)
    })
    const { port } = elsewhere.address() as AddressInfo
    const response = await fetch(
      `http://127.0.0.1:${port}/v2/vendors/${LANDMARKS.northwind.id}/documents/9004`,
      { headers: { Authorization: 'Bearer test' } },
    )
    const { downloadUrl } = vendorDocumentSchema.parse(await response.json())
    expect(downloadUrl?.signedUrl).toMatch(
      /^https:\/\/files\.countersign\.test\/__demo\/files\/9004\/[^/]+\?expires=\d+$/,
    )
    elsewhere.closeAllConnections()
    elsewhere.close()
  })

  it('counts a scenario anew when it is set', async () => {
    for (let round = 0; round < 2; round += 1) {
      await control({ scenario: 'error-429*1' })
      const throttled = await ask('/v2/users')
      expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1'])
      expect((await ask('/v2/users')).status).toBe(200)
    }
  })
})
