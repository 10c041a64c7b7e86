import type { Review } from './contract/review.ts'
import { isClosed } from './deadline.ts'

type Ordered = Pick<Review, 'id' | 'reviewDeadlineAt' | 'status'>

/**
 * Orders reviews by urgency: open ones by earliest deadline, then closed ones by latest deadline,
 * then those whose deadline is not a date. The service cannot sort by deadline.
 */
export const byDeadline = (a: Ordered, b: Ordered): number => {
  const closedA = isClosed(a.status)
  if (closedA !== isClosed(b.status)) return closedA ? 1 : -1
  const [timeA, timeB] = [Date.parse(a.reviewDeadlineAt), Date.parse(b.reviewDeadlineAt)]
  const unknown = Number(Number.isNaN(timeA)) - Number(Number.isNaN(timeB))
  const earlier = Number.isNaN(timeA - timeB) ? 0 : timeA - timeB
  return unknown || (closedA ? -earlier : earlier) || a.id - b.id
}
