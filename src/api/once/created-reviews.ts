import type { ReviewCreateRequest } from '../../domain/requests.ts'
import { type Review, reviewsSchema } from '../../domain/review.ts'
import { ApiError } from '../api-error.ts'
import { callApi } from '../http.ts'
import { reviewsPath } from '../security-reviews.ts'

/**
 * Looks whether a review was created although the service did not say so. It has no idempotency keys
 * (contract, point 14), so a review is recognised by what was asked for, and by not having been there
 * before. Its own clock orders the list; the browser's says nothing.
 */

/** A creation whose outcome is unclear. */
export interface UnclearCreation {
  /** The ids from before it was sent; undefined where they could not be read. */
  known: ReadonlySet<number> | undefined
  error: ApiError
}

export type LookUpOutcome =
  | { kind: 'created'; review: Review }
  | { kind: 'unsure'; candidates: Review[]; error: ApiError }
  | { kind: 'absent' }

/** More than these cannot have been created since a request was sent. */
const NEWEST = { size: 50, sort: 'createdAt', sortDir: 'DESC' } as const

/**
 * The newest reviews of a vendor.
 * @returns the error where they cannot be read, since that is an answer too
 * @throws the signal's reason when it was aborted
 */
export const newestReviews = async (
  vendorId: number,
  signal?: AbortSignal,
): Promise<Review[] | ApiError> => {
  try {
    const { data } = await callApi({
      operation: 'listVendorSecurityReviews',
      path: reviewsPath(vendorId),
      query: NEWEST,
      schema: reviewsSchema,
      signal,
    })
    return data
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
}

/** The service may keep less than a second's fraction. */
const secondOf = (instant: string | undefined): number =>
  Math.floor(Date.parse(instant ?? '') / 1_000)

/** What a review is recognised by, in one text. */
export const traitsOf = (request: ReviewCreateRequest): string =>
  JSON.stringify([
    request.title?.trim() ?? '',
    request.securityReviewType,
    secondOf(request.reviewDeadlineAt),
    secondOf(request.requestedAt),
  ])

const isLike = (review: Review, request: ReviewCreateRequest): boolean =>
  traitsOf({
    title: review.title,
    securityReviewType: review.type as ReviewCreateRequest['securityReviewType'],
    securityReviewStatus: request.securityReviewStatus,
    reviewDeadlineAt: review.reviewDeadlineAt,
    ...(request.requestedAt !== undefined && { requestedAt: review.requestedAt }),
  }) === traitsOf(request)

/**
 * Judges over a creation whose outcome is unclear.
 * @param newest the list as it was after the creation's connection was over: only then does a review
 *   that is not in it certainly not exist
 */
export const judgeCreation = (
  request: ReviewCreateRequest,
  { known, error }: UnclearCreation,
  newest: readonly Review[] | ApiError,
): LookUpOutcome => {
  if (newest instanceof ApiError) return { kind: 'unsure', candidates: [], error }
  const candidates = newest.filter((review) => !known?.has(review.id) && isLike(review, request))
  const [first, ...others] = candidates
  if (!first) return { kind: 'absent' }
  // Without the ids from before, one that is alike may be an older one.
  return known && others.length === 0
    ? { kind: 'created', review: first }
    : { kind: 'unsure', candidates, error }
}
