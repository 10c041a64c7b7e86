import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { SortDirection, SortField } from '../domain/contract/values.ts'
import { vendorSchema, vendorsSchema } from '../domain/contract/vendor.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'

/** The order in which the service lists. */
export interface ServiceOrder {
  sort: SortField
  sortDir: SortDirection
}

const PAGE_SIZE = 50
const root = ['vendors'] as const

/** Keys and functions of everything that reads vendors. */
export const vendors = {
  all: root,
  list: ({ sort, sortDir }: ServiceOrder) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', { sort, sortDir }] as const,
      queryFn: ({ pageParam, signal }) =>
        callApi({
          ...operationAt('listVendors'),
          query: {
            size: PAGE_SIZE,
            sort,
            sortDir,
            expand: ['latestSecurityReviews'],
            ...(pageParam === null ? { includeTotalCount: true } : { cursor: pageParam }),
          },
          schema: vendorsSchema,
          signal,
          isForShow: true,
        }),
      initialPageParam: null as string | null,
      getNextPageParam: ({ cursor }) => cursor,
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
