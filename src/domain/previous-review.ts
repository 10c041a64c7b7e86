import type { Review } from './contract/review.ts'

type Dated = Pick<Review, 'id' | 'requestedAt'>
type Finished = Dated & Pick<Review, 'status' | 'type'>

/** Orders reviews by the moment of their request; those of one moment, or of none, by their ids. */
const byRequest = (one: Dated, other: Dated): number => {
  const time = Date.parse(one.requestedAt) - Date.parse(other.requestedAt)
  return (Number.isNaN(time) ? 0 : time) || one.id - other.id
}

/**
 * Finds the completed SOC review of the same vendor that came last before a review, such as that of
 * the year before.
 * @param reviews reviews of the vendor, in any order; the review itself may be among them
 * @returns undefined if there is none
 */
export const previousReview = <R extends Finished>(
  reviews: readonly R[],
  review: Dated,
): R | undefined =>
  reviews
    .filter(
      (other) =>
        other.id !== review.id &&
        other.type === 'SOC_REPORT' &&
        other.status === 'COMPLETED' &&
        byRequest(other, review) < 0,
    )
    .toSorted(byRequest)
    .at(-1)
