import { daysBetween, localDay } from '../lib/dates.ts'
import type { Open, ReviewStatus } from './contract/values.ts'

/** Due soon is within 7 days, as Drata's users know it. */
export const DUE_SOON_DAYS = 7

/** Where a review stands against its deadline. */
export interface Deadline {
  state: 'overdue' | 'due-soon' | 'later' | 'closed' | 'unknown'
  /** Days until the deadline; negative when overdue, null when the deadline is no date. */
  days: number | null
  /** "Overdue by 3 days", "Due today", "Due in 4 days"; empty for a review that is closed. */
  text: string
}

const plural = (count: number): string => `${count} day${count === 1 ? '' : 's'}`

/** Whether work on a review is over, so that its deadline no longer presses. */
export const isClosed = (status: Open<ReviewStatus>): boolean =>
  status === 'COMPLETED' || status === 'NOT_REQUIRED'

/**
 * Measures a deadline in calendar days of the reader's time zone: what is due at 23:00 today is due
 * today, and what is due at 01:00 tomorrow is due in one day, whatever the hour is now.
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
 * The earliest deadline among reviews that are still open.
 * @returns undefined where nothing is open
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
