import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DOCUMENT_FILE, documentFilePath, documentOfPath } from './gateway-files.ts'

const id = fc.integer({ min: 1, max: 10 ** 15 - 1 })

it('a path and its document lead to each other', () => {
  const path = documentFilePath({ vendorId: 7, documentId: 3 })
  expect(path).toBe(`/api${DOCUMENT_FILE.replace('{vendorId}', '7').replace('{documentId}', '3')}`)
  fc.assert(
    fc.property(fc.record({ vendorId: id, documentId: id }), (ids) => {
      expect(documentOfPath(documentFilePath(ids))).toEqual(ids)
    }),
  )
})

it.each([
  '/api/files/vendors/07/documents/3',
  '/api/files/vendors/7/documents/0',
  '/api/files/vendors/7/documents/3/',
  '/api/files/vendors/7/documents/1234567890123456',
  '/x/api/files/vendors/7/documents/3',
  '/api/files/vendors/{vendorId}/documents/{documentId}',
])('%s is the path of none', (path) => {
  expect(documentOfPath(path)).toBeUndefined()
})
