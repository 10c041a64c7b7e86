import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import type { Review } from '../../../domain/contract/review.ts'
import { plain } from '../plain-text.ts'
import type { LookupResult } from '../send-once.ts'
import type { ReviewListing } from './review-requests.ts'

/**
 * Finds out whether a review was created without an answer. There are no idempotency keys
 * (contract, point 14). A review is recognised by the requested values and by its absence from the
 * earlier list. The browser's clock plays no part.
 */

/** The reviews listed before the request. */
export interface ReviewsBefore {
  ids: readonly number[]
  /** The number of unreadable rows, each of which may be any review. */
  unreadable: number
}

/** The most candidates shown if none of them fits better than the others. */
const MOST_SHOWN = 5

/** The parts of a list to remember. */
export const beforeOf = ({ data, unreadable }: ReviewListing): ReviewsBefore => ({
  ids: data.map(({ id }) => id),
  unreadable,
})

/** An instant in whole seconds, since the service may drop fractions. */
const secondOf = (instant: string | undefined): number =>
  Math.floor(Date.parse(instant ?? '') / 1_000)

/** The values that identify a review, as one text. */
export const traitsOf = (request: ReviewCreateRequest): string =>
  JSON.stringify([
    plain(request.title ?? ''),
    request.securityReviewType,
    secondOf(request.reviewDeadlineAt),
    secondOf(request.requestedAt),
  ])

/** Whether a review matches the request in every value. */
export const isLike = (review: Review, request: ReviewCreateRequest): boolean =>
  traitsOf({
    title: review.title,
    securityReviewType: review.type as ReviewCreateRequest['securityReviewType'],
    securityReviewStatus: request.securityReviewStatus,
    reviewDeadlineAt: review.reviewDeadlineAt,
    ...(request.requestedAt !== undefined && { requestedAt: review.requestedAt }),
  }) === traitsOf(request)

/**
 * Decides whether an unanswered creation went through. A service may change the values of a review,
 * so the creation counts as absent only if no new review is listed.
 * @param before the earlier list; null if unknown
 * @param listing must be read after the request ended: before that, a missing review proves nothing
 * @param isTaken whether a review is already the result of another creation
 */
export const judgeCreation = (
  request: ReviewCreateRequest,
  before: ReviewsBefore | null,
  { data, unreadable }: ReviewListing,
  isTaken: (reviewId: number) => boolean,
): LookupResult<Review, { review: Review }> => {
  const added = data.filter(({ id }) => !before?.ids.includes(id) && !isTaken(id))
  const alike = added.filter((review) => isLike(review, request))
  const [review, ...others] = alike
  if (review && others.length === 0 && before) return { outcome: 'done', review }
  if (review) return { outcome: 'unsure', candidates: alike }
  const mayBeAny = unreadable > (before?.unreadable ?? 0)
  if (added.length > 0 || mayBeAny)
    return { outcome: 'unsure', candidates: added.slice(0, MOST_SHOWN) }
  return { outcome: 'absent' }
}
