import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Review, reviewsSchema, reviewVendorId } from '../domain/contract/review.ts'
import { cursorAfter, type Pages, rowsOf } from './cursor-list.ts'
import { type ReviewFilters, securityReviews } from './security-reviews.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'

/** How many reviews are looked at; a vendor that has more has a newer one among them. */
const MOST = 100
/** Milliseconds. Last year's review does not change while this year's is filled in. */
const STALE_AFTER = 10 * 60_000

/** Whether filters leave out no review; the order does not matter. */
const isUnfiltered = (filters: unknown): boolean => {
  if (typeof filters !== 'object' || filters === null) return false
  const { sort: _sort, sortDir: _dir, ...chosen } = filters as ReviewFilters
  return Object.keys(chosen).length === 0
}

/** All SOC reviews of a vendor, if a list that holds them was read to its end; otherwise undefined. */
const listedReviews = (client: QueryClient, vendorId: number): Review[] | undefined => {
  const lists = client.getQueriesData<Pages<Review>>({
    queryKey: securityReviews.lists,
    predicate: ({ queryKey: [, , owner, filters], state }) =>
      (owner === vendorId || owner === 'all-vendors') &&
      isUnfiltered(filters) &&
      !state.isInvalidated,
  })
  const [, whole] = lists.find(([, pages]) => pages && cursorAfter(pages) === null) ?? []
  return (
    whole &&
    rowsOf(whole).filter(
      (row) => row.type === 'SOC_REPORT' && (reviewVendorId(row) ?? vendorId) === vendorId,
    )
  )
}

/**
 * The SOC reviews of a vendor; of more than {@link MOST}, the newest. A list that the app has read
 * already spares the request.
 */
export const socReviews = (vendorId: number) =>
  queryOptions({
    queryKey: [...securityReviews.lists, vendorId, 'soc'] as const,
    queryFn: async ({ client, signal }) => {
      const listed = listedReviews(client, vendorId)
      if (listed) return listed
      const { data } = await callApi({
        ...operationAt('listVendorSecurityReviews', { vendorId }),
        query: {
          size: MOST,
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
  })
