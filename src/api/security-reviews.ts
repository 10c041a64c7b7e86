import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ReviewListQuery, ReviewUpdateRequest } from '../domain/contract/requests.ts'
import {
  type Review,
  reviewActionsSchema,
  reviewsSchema,
  reviewVendorId,
} from '../domain/contract/review.ts'
import { cursorList, type Pages, rowsOf } from './cursor-list.ts'
import { isRefusal } from './transport/api-error.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'
import { callPatiently } from './transport/repeat.ts'
import { vendors } from './vendors.ts'

/** The filters and sort order of a list of reviews. */
export type ReviewFilters = Omit<
  ReviewListQuery,
  'cursor' | 'size' | 'includeTotalCount' | 'expand' | 'vendorIds'
>

const PAGE_SIZE = 100
/**
 * A list that the service does not sort is sorted in the page, so all of it is needed: use the
 * fewest requests.
 */
const WHOLE_LIST_PAGE_SIZE = 500

const root = ['security-reviews'] as const

export const securityReviews = {
  all: root,
  lists: [...root, 'list'] as const,
  list: (vendorId: number, filters: ReviewFilters) =>
    cursorList([...root, 'list', vendorId, filters], {
      ...operationAt('listVendorSecurityReviews', { vendorId }),
      query: {
        size: filters.sort ? PAGE_SIZE : WHOLE_LIST_PAGE_SIZE,
        ...filters,
        expand: ['user'],
      },
      schema: reviewsSchema,
    }),
  acrossVendors: (filters: ReviewFilters) =>
    cursorList([...root, 'list', 'all-vendors', filters], {
      ...operationAt('listVendorSecurityReviewsAcrossVendors'),
      query: { size: WHOLE_LIST_PAGE_SIZE, ...filters, expand: ['user', 'vendor'] },
      schema: reviewsSchema,
    }),
  /** The review that was created last; null if there is none. */
  newest: (vendorId: number) =>
    queryOptions({
      queryKey: [...root, 'list', vendorId, 'newest'] as const,
      queryFn: async ({ signal }) => {
        const { data } = await callApi({
          ...operationAt('listVendorSecurityReviews', { vendorId }),
          query: { size: 1, sort: 'createdAt', sortDir: 'DESC' },
          schema: reviewsSchema,
          signal,
        })
        return data[0] ?? null
      },
    }),
  detail: (vendorId: number, reviewId: number) =>
    queryOptions({
      queryKey: [...root, 'detail', vendorId, reviewId] as const,
      queryFn: async ({ signal }) =>
        callApi({ ...(await reviewRequest(vendorId, reviewId)), signal, isForShow: true }),
    }),
  /** The actions that the service offers now. A deployment that answers 422 offers none. */
  actions: (vendorId: number, reviewId: number) =>
    queryOptions({
      queryKey: [...root, 'actions', vendorId, reviewId] as const,
      queryFn: async ({ signal }) => {
        try {
          const { data } = await callApi({
            ...operationAt('listSecurityReviewActions', { vendorId, securityReviewId: reviewId }),
            schema: reviewActionsSchema,
            signal,
            isForShow: true,
          })
          return data.map(({ action }) => action)
        } catch (error) {
          if (isRefusal(error, 422)) return []
          throw error
        }
      },
    }),
}

/**
 * A review without its form, from a list that was read before. It is what a page can show of a review at
 * once, while the review itself is read.
 */
export const listedReview = (
  queryClient: QueryClient,
  vendorId: number,
  reviewId: number,
): Review | undefined => {
  const lists = queryClient.getQueriesData<Pages<Review>>({
    queryKey: securityReviews.lists,
    predicate: ({ state: { data } }) =>
      typeof data === 'object' && data !== null && 'pages' in data,
  })
  for (const [key, pages] of lists) {
    const found = pages && rowsOf(pages).find(({ id }) => id === reviewId)
    // A vendor's own list need not name the vendor, which is in its key.
    if (found && (reviewVendorId(found) ?? key[2]) === vendorId) return found
  }
  return undefined
}

/** Whether the service cannot list the reviews of all vendors, as a deployment of 2025 cannot. */
export const isAcrossVendorsUnknown = (error: unknown): boolean => isRefusal(error, 404)

/** How a review is read with its form: a part that pages without a form need not load. */
const reviewSchema = async () =>
  (await import('../domain/contract/review-with-form.ts')).reviewSchema

const reviewRequest = async (vendorId: number, reviewId: number) => ({
  ...operationAt('getVendorSecurityReview', { vendorId, securityReviewId: reviewId }),
  query: { expand: ['user', 'requesterUser'] },
  schema: await reviewSchema(),
})

/** Reads a review with its form and its people, always from the service. */
export const readReview = async (
  vendorId: number,
  reviewId: number,
  signal?: AbortSignal,
): Promise<Review> =>
  callPatiently({ ...(await reviewRequest(vendorId, reviewId)), signal, isKept: true })

/**
 * Changes a review's title and form. It is never repeated here, even if the service was busy: lists
 * are appended (contract, point 1), so a save reads again before it writes again.
 */
export const updateReview = async (
  vendorId: number,
  reviewId: number,
  body: ReviewUpdateRequest,
): Promise<Review> =>
  callApi({
    ...operationAt('updateVendorSecurityReview', { vendorId, securityReviewId: reviewId }),
    body,
    schema: await reviewSchema(),
  })

/** Loads the data of a review's page into the cache. */
export const primeReview = async (
  queryClient: QueryClient,
  vendorId: number,
  reviewId: number,
): Promise<void> => {
  // The page can show without the actions, but not without the review and the vendor's name.
  queryClient.query(securityReviews.actions(vendorId, reviewId)).catch(() => undefined)
  await Promise.all([
    queryClient.query({ ...vendors.detail(vendorId), staleTime: 'static' }),
    queryClient.query({ ...securityReviews.detail(vendorId, reviewId), staleTime: 'static' }),
  ])
}
