import { infiniteQueryOptions } from '@tanstack/react-query'
import {
  type VendorDocument,
  vendorDocumentSchema,
  vendorDocumentsSchema,
} from '../domain/contract/document.ts'
import type { Page } from '../domain/contract/page.ts'
import type { ListOptions, ListQuery } from './questionnaires.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'
import { callPatiently } from './transport/repeat.ts'

const root = ['documents'] as const

const fetchPage = (
  vendorId: number,
  query: ListQuery,
  options: ListOptions = {},
): Promise<Page<VendorDocument>> =>
  (options.isForShow ? callApi : callPatiently)({
    ...operationAt('getVendorDocuments', { vendorId }),
    query,
    schema: vendorDocumentsSchema,
    ...options,
  })

/** Keys and functions of everything that reads documents, which are always the vendor's. */
export const documents = {
  all: root,
  fetchPage,
  vendor: (vendorId: number) => [...root, vendorId] as const,
  list: (vendorId: number) =>
    infiniteQueryOptions({
      queryKey: [...root, vendorId, 'list'] as const,
      queryFn: ({ pageParam, signal }) =>
        fetchPage(
          vendorId,
          {
            size: 100,
            sort: 'createdAt',
            sortDir: 'DESC',
            ...(pageParam === null ? { includeTotalCount: true } : { cursor: pageParam }),
          },
          { signal, isForShow: true },
        ),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
    }),
}

/**
 * A fresh address to download a document from; it lives for about ten minutes (contract, point 13).
 * @returns null where the service gives none
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
