import { getResponse } from 'msw/utils/get-response'
import { afterEach, expect, it, vi } from 'vitest'
import { documentFilePath } from '../src/domain/contract/gateway-files.ts'
import { documentFiles } from './document-files.ts'
import { REPORT_VENDORS } from './seed/report-vendors.ts'
import { openTestPage, TEST_ORIGIN } from './testing.ts'

const { vendorId } = REPORT_VENDORS.cobaltFathom
const PDF = '%PDF-1.7 of a test'

/** Asks for the file of the vendor's newest document, in a scenario. */
const readFile = async (scenario = '', path?: string) => {
  const page = openTestPage()
  const [document] = (await page.read(`/vendors/${vendorId}/documents?sort=createdAt&sortDir=DESC`))
    .data as { id: number }[]
  const documentId = document?.id ?? 0
  page.play(scenario)
  const fetched: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    fetched.push(address)
    return new Response(PDF, { headers: { 'content-length': '18', 'x-amz-id': 'of the host' } })
  })
  const response = await getResponse(
    [documentFiles(page.handlers)],
    new Request(`${TEST_ORIGIN}${path ?? documentFilePath({ vendorId, documentId })}`),
  )
  return { response, fetched, documentId }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it('passes on the bytes of the file, and nothing else of its host', async () => {
  const { response, fetched, documentId } = await readFile()
  expect(fetched).toEqual([expect.stringContaining(`/${documentId}?expires=`)])
  expect(await response?.text()).toBe(PDF)
  expect(Object.fromEntries(response?.headers ?? [])).toEqual({
    'content-type': 'application/octet-stream',
    'content-length': '18',
    'x-gateway': 'forwarded',
    'x-request-id': response?.headers.get('x-request-id'),
  })
})

it.each([
  ['error-500@getVendorDocument', 500, 'forwarded'],
  ['error-403', 403, 'forwarded'],
  ['signed-out', 401, 'own'],
  ['nonsense', 502, 'own'],
  ['html', 200, null],
  ['offline', 0, null],
])('in the scenario %s answers as the gateway of live mode', async (scenario, status, mark) => {
  const { response, fetched } = await readFile(scenario)
  expect(response?.status).toBe(status)
  expect(response?.headers.get('x-gateway')).toBe(mark)
  expect(fetched).toEqual([])
})

it.each([
  [`/api/files/vendors/${vendorId}/documents/999999`, 'forwarded'],
  ['/api/files/vendors/1/documents/03', 'own'],
])('knows no file at %s', async (path, mark) => {
  const { response, fetched } = await readFile('', path)
  expect(response?.status).toBe(404)
  expect(response?.headers.get('x-gateway')).toBe(mark)
  expect(fetched).toEqual([])
})
