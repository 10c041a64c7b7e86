import { queryOptions } from '@tanstack/react-query'
import type { SortDirection, SortField } from '../domain/contract/enums.ts'
import { vendorSchema, vendorsSchema } from '../domain/contract/vendor.ts'
import { cursorList } from './cursor-list.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'

/** A sort order of the service. */
export interface ServiceOrder {
  sort: SortField
  sortDir: SortDirection
}

const PAGE_SIZE = 50
const root = ['vendors'] as const

export const vendors = {
  all: root,
  /**
   * Requested without `statuses`, which would leave out vendors without a status (contract, point
   * 22).
   */
  list: ({ sort, sortDir }: ServiceOrder) =>
    cursorList([...root, 'list', { sort, sortDir }], {
      ...operationAt('listVendors'),
      query: { size: PAGE_SIZE, sort, sortDir, expand: ['latestSecurityReviews'] },
      schema: vendorsSchema,
    }),
  detail: (vendorId: number) =>
    queryOptions({
      queryKey: [...root, 'detail', vendorId] as const,
      queryFn: ({ signal }) =>
        callApi({
          ...operationAt('getVendor', { vendorId }),
          query: { expand: ['vendorUser', 'vendorRelationshipContact'] },
          schema: vendorSchema,
          signal,
          isForShow: true,
        }),
    }),
}
