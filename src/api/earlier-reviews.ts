import { type InfiniteData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Page } from '../domain/contract/cursor-page.ts'
import { type Review, reviewsSchema, reviewVendorId } from '../domain/contract/review.ts'
import { cursorAfter, rowsOf } from './cursor-list.ts'
import { type ReviewFilters, securityReviews } from './security-reviews.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'

/** How many reviews are looked at; a vendor that has more has a newer one among them. */
const MOST = 100
/** Milliseconds. Last year's review does not change while this year's is filled in. */
const STALE_AFTER = 10 * 60_000

/** The reviews of a vendor, where a list that holds all of them has been read to its end. */
const listedReviews = (client: QueryClient, vendorId: number) => {
  const lists = client.getQueriesData<InfiniteData<Page<Review>, string | null>>({
    queryKey: securityReviews.lists,
    predicate: ({ queryKey: [, , owner, filters] }) => {
      const { sort: _sort, sortDir: _dir, ...chosen } = Object(filters) as ReviewFilters
      const isOfVendor = owner === vendorId || owner === 'all-vendors'
      return isOfVendor && typeof filters === 'object' && Object.keys(chosen).length === 0
    },
  })
  for (const [queryKey, pages] of lists)
    if (pages && cursorAfter(pages) === null)
      return {
        rows: rowsOf(pages).filter((row) => (reviewVendorId(row) ?? vendorId) === vendorId),
        updatedAt: client.getQueryState(queryKey)?.dataUpdatedAt,
      }
  return undefined
}

/**
 * Reviews of a vendor among which its latest completed SOC reviews are. A list that the app has
 * read already spares the request.
 */
export const earlierReviews = (client: QueryClient, vendorId: number) => {
  const known = listedReviews(client, vendorId)
  return queryOptions({
    queryKey: [...securityReviews.lists, vendorId, 'completed-soc'] as const,
    queryFn: async ({ signal }) => {
      const { data } = await callApi({
        ...operationAt('listVendorSecurityReviews', { vendorId }),
        query: {
          size: MOST,
          status: ['COMPLETED'],
          type: ['SOC_REPORT'],
          sort: 'createdAt',
          sortDir: 'DESC',
        },
        schema: reviewsSchema,
        signal,
        isForShow: true,
      })
      return data
    },
    staleTime: STALE_AFTER,
    ...(known && { initialData: known.rows, initialDataUpdatedAt: known.updatedAt }),
  })
}
