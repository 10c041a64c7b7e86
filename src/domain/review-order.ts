import type { Review } from './contract/review.ts'
import { isClosed } from './deadline.ts'

type Ordered = Pick<Review, 'id' | 'reviewDeadlineAt' | 'status'>

/** What decides the place of a review; its deadline is NaN if it is not a date. */
interface Standing {
  id: number
  isClosed: boolean
  deadline: number
}

const standingOf = ({ id, reviewDeadlineAt, status }: Ordered): Standing => ({
  id,
  isClosed: isClosed(status),
  deadline: Date.parse(reviewDeadlineAt),
})

const compare = (a: Standing, b: Standing): number => {
  if (a.isClosed !== b.isClosed) return a.isClosed ? 1 : -1
  const unknown = Number(Number.isNaN(a.deadline)) - Number(Number.isNaN(b.deadline))
  const later = Number.isNaN(a.deadline - b.deadline) ? 0 : a.deadline - b.deadline
  return unknown || (a.isClosed ? -later : later) || a.id - b.id
}

/**
 * Orders reviews by urgency: open ones by earliest deadline, so that the most overdue is first, then
 * closed ones by latest deadline, for which alone the service gives a date. Among either, those
 * whose deadline is not a date come last. The service cannot sort by deadline (contract, point 9).
 */
export const byDeadline = (a: Ordered, b: Ordered): number => compare(standingOf(a), standingOf(b))

/**
 * Sorts reviews as {@link byDeadline} does. It reads each deadline once: a list of ten thousand is
 * sorted again with every page that comes.
 */
export const sortByDeadline = <R extends Ordered>(reviews: readonly R[]): R[] =>
  reviews
    .map((review) => ({ review, standing: standingOf(review) }))
    .toSorted((a, b) => compare(a.standing, b.standing))
    .map(({ review }) => review)

/** How many reviews are open. */
export const countOpen = (reviews: readonly Pick<Review, 'status'>[]): number =>
  reviews.filter(({ status }) => !isClosed(status)).length
