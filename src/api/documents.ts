import { vendorDocumentSchema, vendorDocumentsSchema } from '../domain/contract/document.ts'
import { cursorList } from './cursor-list.ts'
import { operationAt } from './transport/operation-at.ts'
import { callPatiently } from './transport/repeat.ts'

const root = ['documents'] as const

const request = (vendorId: number) => ({
  ...operationAt('getVendorDocuments', { vendorId }),
  schema: vendorDocumentsSchema,
})

export const documents = {
  all: root,
  request,
  vendor: (vendorId: number) => [...root, vendorId] as const,
  list: (vendorId: number) =>
    cursorList([...root, vendorId, 'list'], {
      ...request(vendorId),
      query: { size: 100, sort: 'createdAt', sortDir: 'DESC' },
    }),
}

/**
 * A fresh download address for a document. It lives for a minute, perhaps ten (contract, point 21),
 * so it is requested on the click and never stored.
 * @returns null if the service gives none
 * @throws ApiError
 */
export const downloadAddress = async (
  vendorId: number,
  documentId: number,
): Promise<string | null> => {
  const { downloadUrl } = await callPatiently({
    ...operationAt('getVendorDocument', { vendorId, documentId }),
    schema: vendorDocumentSchema,
  })
  return downloadUrl?.signedUrl || null
}
