import { daysBetween, localDay } from '../lib/dates.ts'
import type { Open, ReviewStatus } from './contract/enums.ts'

/** A review is due soon within 7 days, as in Drata. */
export const DUE_SOON_DAYS = 7

/** The state of a review's deadline. */
export interface Deadline {
  state: 'overdue' | 'due-soon' | 'later' | 'closed' | 'unknown'
  /** Days until the deadline; negative if overdue, null if the deadline is not a date. */
  days: number | null
  /** "Overdue by 3 days", "Due today", "Due in 4 days"; empty for a closed review. */
  text: string
}

const plural = (count: number): string => `${count} day${count === 1 ? '' : 's'}`

/** Whether a review is closed, so that its deadline no longer matters. */
export const isClosed = (status: Open<ReviewStatus>): boolean =>
  status === 'COMPLETED' || status === 'NOT_REQUIRED'

/**
 * Measures a deadline in calendar days of the reader's time zone. A deadline at 23:00 today is due
 * today, and one at 01:00 tomorrow is due in one day, at any hour.
 *
 * @param deadlineAt an instant
 * @param today the reader's calendar day
 */
export const deadlineOf = (
  { reviewDeadlineAt, status }: { reviewDeadlineAt: string; status: Open<ReviewStatus> },
  today: string,
): Deadline => {
  const moment = new Date(reviewDeadlineAt)
  const days = Number.isNaN(moment.getTime()) ? Number.NaN : daysBetween(today, localDay(moment))
  if (Number.isNaN(days)) return { state: 'unknown', days: null, text: '' }
  if (isClosed(status)) return { state: 'closed', days, text: '' }
  if (days < 0) return { state: 'overdue', days, text: `Overdue by ${plural(-days)}` }
  const text = days === 0 ? 'Due today' : `Due in ${plural(days)}`
  return { state: days <= DUE_SOON_DAYS ? 'due-soon' : 'later', days, text }
}

/**
 * The earliest deadline of the open reviews.
 * @returns undefined if none is open
 */
export const nextDeadline = <R extends { reviewDeadlineAt: string; status: Open<ReviewStatus> }>(
  reviews: readonly R[],
): R | undefined =>
  reviews
    .filter(
      ({ reviewDeadlineAt, status }) =>
        !isClosed(status) && !Number.isNaN(Date.parse(reviewDeadlineAt)),
    )
    .reduce<R | undefined>(
      (first, candidate) =>
        first && Date.parse(first.reviewDeadlineAt) <= Date.parse(candidate.reviewDeadlineAt)
          ? first
          : candidate,
      undefined,
    )
