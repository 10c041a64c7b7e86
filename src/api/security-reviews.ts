import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  ReviewActionRequest,
  ReviewListQuery,
  ReviewUpdateRequest,
} from '../domain/contract/requests.ts'
import {
  type Review,
  type ReviewActionResult,
  reviewActionResultSchema,
  reviewActionsSchema,
  reviewSchema,
  reviewsSchema,
} from '../domain/contract/review.ts'
import { cursorList } from './cursor-list.ts'
import { ApiError } from './transport/api-error.ts'
import { callApi } from './transport/http.ts'
import { operationAt } from './transport/operation-at.ts'
import { callPatiently } from './transport/repeat.ts'
import { vendors } from './vendors.ts'

/** What a list of reviews can be narrowed and ordered by. */
export type ReviewFilters = Omit<
  ReviewListQuery,
  'cursor' | 'size' | 'includeTotalCount' | 'expand' | 'vendorIds'
>

const PAGE_SIZE = 100
/** The list over all vendors is ordered here, so it is wanted whole: the fewest requests. */
const ACROSS_PAGE_SIZE = 500

const root = ['security-reviews'] as const

export const securityReviews = {
  all: root,
  lists: [...root, 'list'] as const,
  list: (vendorId: number, filters: ReviewFilters) =>
    cursorList([...root, 'list', vendorId, filters], {
      ...operationAt('listVendorSecurityReviews', { vendorId }),
      query: { size: PAGE_SIZE, ...filters, expand: ['user'] },
      schema: reviewsSchema,
    }),
  acrossVendors: (filters: ReviewFilters) =>
    cursorList([...root, 'list', 'all-vendors', filters], {
      ...operationAt('listVendorSecurityReviewsAcrossVendors'),
      query: { size: ACROSS_PAGE_SIZE, ...filters, expand: ['user', 'vendor'] },
      schema: reviewsSchema,
    }),
  /** The one that was created last; null where there is none. */
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
      queryFn: ({ signal }) =>
        callApi({ ...reviewRequest(vendorId, reviewId), signal, isForShow: true }),
    }),
  /** The actions that the service offers now; a deployment that answers 422 offers none. */
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
          if (error instanceof ApiError && error.status === 422) return []
          throw error
        }
      },
    }),
}

const reviewRequest = (vendorId: number, reviewId: number) =>
  ({
    ...operationAt('getVendorSecurityReview', { vendorId, securityReviewId: reviewId }),
    query: { expand: ['user', 'requesterUser'] },
    schema: reviewSchema,
  }) as const

/** Reads a review with its form and its people, as the service has it now. */
export const readReview = (
  vendorId: number,
  reviewId: number,
  signal?: AbortSignal,
): Promise<Review> => callPatiently({ ...reviewRequest(vendorId, reviewId), signal, isKept: true })

/**
 * Changes a review's title and form. Never repeated here, not even what a busy service did not take:
 * lists are appended (contract, point 1), so a save reads again before it writes again.
 */
export const updateReview = (
  vendorId: number,
  reviewId: number,
  body: ReviewUpdateRequest,
): Promise<Review> =>
  callApi({
    ...operationAt('updateVendorSecurityReview', { vendorId, securityReviewId: reviewId }),
    body,
    schema: reviewSchema,
  })

/** Primes the cache with what the page of a review needs. */
export const primeReview = async (
  queryClient: QueryClient,
  vendorId: number,
  reviewId: number,
): Promise<void> => {
  // The buttons may come a moment later; the review and the vendor's name may not.
  queryClient.query(securityReviews.actions(vendorId, reviewId)).catch(() => undefined)
  await Promise.all([
    queryClient.query({ ...vendors.detail(vendorId), staleTime: 'static' }),
    queryClient.query({ ...securityReviews.detail(vendorId, reviewId), staleTime: 'static' }),
  ])
}

/** Whether a review stands where an action was to bring it. */
const isDone = (review: Review, request: ReviewActionRequest): boolean =>
  request.action === 'finalize'
    ? review.status === 'COMPLETED' &&
      (request.decision === undefined || review.decision === request.decision)
    : review.status !== 'COMPLETED' && (!request.resetDecision || review.decision === 'PENDING')

/** A review as an action that succeeded left it, where it cannot be read. */
const afterAction = (
  review: Review,
  request: ReviewActionRequest,
  { newStatus = review.status }: ReviewActionResult,
): Review => {
  const status = newStatus
  if (request.action === 'reopen')
    return { ...review, status, ...(request.resetDecision && { decision: 'PENDING' }) }
  const { decision = review.decision, note = review.note } = request
  return { ...review, status, decision, note }
}

/**
 * Finalizes or reopens a review. After an unclear outcome the review is read before anything is
 * said: if it stands where it was to stand, the action succeeded.
 */
const performAction = async (
  vendorId: number,
  reviewId: number,
  request: ReviewActionRequest,
): Promise<ReviewActionResult> => {
  try {
    const result = await callPatiently({
      ...operationAt('performSecurityReviewAction', { vendorId, securityReviewId: reviewId }),
      body: request,
      schema: reviewActionResultSchema,
    })
    if (result.success === false)
      throw new ApiError('performSecurityReviewAction', { status: 422, message: result.message })
    return result
  } catch (error) {
    if (!(error instanceof ApiError) || !error.isOutcomeUnclear) throw error
    const review = await readReview(vendorId, reviewId).catch(() => undefined)
    if (review === undefined || !isDone(review, request)) throw error
    return { success: true, newStatus: review.status, message: '' }
  }
}

/**
 * The mutation behind "Finalize" and "Reopen". It is pending until the page agrees with the service
 * again, and it refreshes after a failure as well, since a failure often means that someone else
 * was there first.
 */
export const reviewActionMutation = (
  queryClient: QueryClient,
  vendorId: number,
  reviewId: number,
) =>
  mutationOptions({
    mutationKey: [...root, 'action', vendorId, reviewId],
    mutationFn: (request: ReviewActionRequest) => performAction(vendorId, reviewId, request),
    onSuccess: (result, request) => {
      queryClient.setQueryData(
        securityReviews.detail(vendorId, reviewId).queryKey,
        (before: Review | undefined) => before && afterAction(before, request, result),
      )
      void queryClient.resetQueries(securityReviews.actions(vendorId, reviewId))
    },
    onSettled: async () => {
      await Promise.all([
        queryClient.invalidateQueries(securityReviews.detail(vendorId, reviewId)),
        queryClient.invalidateQueries(securityReviews.actions(vendorId, reviewId)),
        queryClient.invalidateQueries({ queryKey: securityReviews.lists }),
        queryClient.invalidateQueries({ queryKey: vendors.all }),
      ])
    },
  })

/** How services say that they know no such field: the validators' own phrases. */
const UNKNOWN_FIELD =
  /property (decision|note) should not exist|^"?(decision|note)"? is not allowed(?=$|[.,]| ")|(unrecogni[sz]ed|unknown|unexpected|additional) (keys?|propert(y|ies)|fields?):? "?(decision|note)\b/i

/**
 * Whether a deployment of 2025 refused an action because it knows neither decision nor note.
 * Only then may the review be completed without them: any other 400 must not lead there, since a
 * service of 2026 approves silently when the decision is left out.
 */
export const isDecisionUnknownToService = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 400 && UNKNOWN_FIELD.test(error.message)
