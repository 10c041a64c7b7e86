import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import type { Review } from '../../../domain/contract/review.ts'
import { plain } from '../plain-text.ts'
import type { LookupResult } from '../send-once.ts'
import type { ReviewListing } from './review-requests.ts'

/**
 * Finds out whether a review was created although the service did not say so. There are no
 * idempotency keys (contract, point 14): a review is recognised by what was asked for, and by not
 * having been in the list before. The browser's clock plays no part.
 */

/** What was there before a review was sent. */
export interface ReviewsBefore {
  ids: readonly number[]
  /** How many rows could not be read: each may be any review. */
  unreadable: number
}

/** How many reviews are shown as what it may be, where nothing speaks for one of them. */
const MOST_SHOWN = 5

/** What is to be remembered of a list. */
export const beforeOf = ({ data, unreadable }: ReviewListing): ReviewsBefore => ({
  ids: data.map(({ id }) => id),
  unreadable,
})

/** The service may keep less than a second's fraction. */
const secondOf = (instant: string | undefined): number =>
  Math.floor(Date.parse(instant ?? '') / 1_000)

/** What a review is recognised by, in one text. */
export const traitsOf = (request: ReviewCreateRequest): string =>
  JSON.stringify([
    plain(request.title ?? ''),
    request.securityReviewType,
    secondOf(request.reviewDeadlineAt),
    secondOf(request.requestedAt),
  ])

/** Whether a review is, in every word, what was asked for. */
export const isLike = (review: Review, request: ReviewCreateRequest): boolean =>
  traitsOf({
    title: review.title,
    securityReviewType: review.type as ReviewCreateRequest['securityReviewType'],
    securityReviewStatus: request.securityReviewStatus,
    reviewDeadlineAt: review.reviewDeadlineAt,
    ...(request.requestedAt !== undefined && { requestedAt: review.requestedAt }),
  }) === traitsOf(request)

/**
 * Decides whether a creation whose answer was lost went through. A service may show the review in
 * other words, so it is absent only where nothing is there that was not there before.
 * @param before null where it is not known
 * @param listing must be read after the request ended: before that, a missing review proves nothing
 * @param isTaken whether another creation accounts for a review
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
