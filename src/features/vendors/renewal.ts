import { wordsOf } from '../../domain/contract/labels.ts'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { daysBetween, formatDay, isCalendarDay } from '../../lib/dates.ts'
import { visibleText } from '../../lib/text.ts'

type Renewal = Pick<Vendor, 'renewalDate' | 'renewalScheduleType' | 'renewalDateStatus'>

/** The day of the renewal. The service sends days with and without a time. */
const dayOf = ({ renewalDate }: Pick<Renewal, 'renewalDate'>): string | null =>
  visibleText(renewalDate)?.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1') ?? null

/** All that is known about the renewal: its day, how often, and its state; null if there is none. */
export const renewalOf = (vendor: Renewal): string | null => {
  const day = dayOf(vendor)
  if (day === null) return null
  const { renewalScheduleType, renewalDateStatus } = vendor
  return [
    formatDay(day),
    renewalScheduleType && wordsOf(renewalScheduleType),
    renewalDateStatus && wordsOf(renewalDateStatus),
  ]
    .filter(Boolean)
    .join(' · ')
}

const inDays = (days: number): string =>
  days === 0 ? 'today' : `in ${days} day${days === 1 ? '' : 's'}`

/**
 * The renewal in a few words, such as "Renews 12 Jan 2027 (in 47 days)"; null if there is none. A
 * day that is past, or that is no day, stands as it is: nobody says whether the vendor was renewed.
 * @param today the reader's calendar day
 */
export const renewalWords = (
  vendor: Pick<Renewal, 'renewalDate'>,
  today: string,
): string | null => {
  const day = dayOf(vendor)
  if (day === null) return null
  const days = isCalendarDay(day) ? daysBetween(today, day) : -1
  return days < 0 ? `Renewal ${formatDay(day)}` : `Renews ${formatDay(day)} (${inDays(days)})`
}
