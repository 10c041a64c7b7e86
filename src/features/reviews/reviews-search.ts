import * as z from 'zod/mini'
import type { ReviewFilters } from '../../api/security-reviews.ts'
import {
  DECISIONS,
  REVIEW_STATUSES,
  REVIEW_TYPES,
  SORT_DIRECTIONS,
  SORT_FIELDS,
} from '../../domain/contract/enums.ts'
import type { Review } from '../../domain/contract/review.ts'
import { choice, choices, day } from '../../domain/search-schema.ts'
import { addDays, localDay } from '../../lib/dates.ts'

const filterFields = {
  status: choices(REVIEW_STATUSES),
  type: choices(REVIEW_TYPES),
  decision: choices(DECISIONS),
  createdFrom: day(),
  createdTo: day(),
  updatedFrom: day(),
  updatedTo: day(),
}

/**
 * The search parameters of the list of all vendors' reviews, which is always sorted by deadline.
 */
export const reviewFiltersSearch = z.object(filterFields)
export type ReviewFiltersSearch = z.infer<typeof reviewFiltersSearch>

/**
 * The orders of one vendor's list: by deadline, which the page sorts, or what the service sorts by.
 */
const REVIEW_SORTS = ['deadline', ...SORT_FIELDS] as const

/** The search parameters of one vendor's list. The order by deadline has one direction. */
export const vendorReviewsSearch = z.object({
  ...filterFields,
  sort: choice(REVIEW_SORTS, 'deadline'),
  dir: choice(SORT_DIRECTIONS, 'DESC'),
})
export type VendorReviewsSearch = z.infer<typeof vendorReviewsSearch>

/** Values that are left out of the address. */
export const REVIEW_FILTER_DEFAULTS = {
  status: [],
  type: [],
  decision: [],
  createdFrom: undefined,
  createdTo: undefined,
  updatedFrom: undefined,
  updatedTo: undefined,
} satisfies ReviewFiltersSearch
export const VENDOR_REVIEWS_DEFAULTS = {
  ...REVIEW_FILTER_DEFAULTS,
  sort: 'deadline',
  dir: 'DESC',
} satisfies VendorReviewsSearch

/** Whether the address asks for reviews of some days. */
export const hasDays = (search: ReviewFiltersSearch): boolean =>
  [search.createdFrom, search.createdTo, search.updatedFrom, search.updatedTo].some(Boolean)

/** Whether the address sets any filter. */
export const isFiltered = (search: ReviewFiltersSearch): boolean =>
  search.status.length + search.type.length + search.decision.length > 0 || hasDays(search)

const isWithin = (
  instant: string | undefined,
  from: string | undefined,
  to: string | undefined,
): boolean => {
  const time = Date.parse(instant ?? '')
  // The service has found the review, and does not say when it was.
  if (Number.isNaN(time)) return true
  const day = localDay(new Date(time))
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

/**
 * Whether a review was created and updated on the days of the filters. They are days of the reader's
 * time zone, like all moments on the screen. The service counts days of another one, so it is asked
 * for more, see {@link toFilters}.
 */
export const isOnDays = (
  { createdAt, updatedAt }: Pick<Review, 'createdAt' | 'updatedAt'>,
  search: ReviewFiltersSearch,
): boolean =>
  isWithin(createdAt, search.createdFrom, search.createdTo) &&
  isWithin(updatedAt, search.updatedFrom, search.updatedTo)

/** The day before or after a day; the day itself at the ends of the calendar. */
const beside = (day: string, days: 1 | -1): string => {
  const isEnd = days > 0 ? day > '9999-12-30' : day < '0001-01-02'
  return isEnd ? day : addDays(day, days)
}

/**
 * Turns the filters of the address into the query that the service expects. Its days belong to a time
 * zone that it does not name (contract, point 27). With one day more at each end, it sends every
 * review of the reader's days, whichever zone that is; {@link isOnDays} drops the others. The order by deadline is the page's own.
 */
export const toFilters = (
  search: ReviewFiltersSearch & Partial<VendorReviewsSearch>,
): ReviewFilters => ({
  ...(search.status.length > 0 && { status: search.status }),
  ...(search.type.length > 0 && { type: search.type }),
  ...(search.decision.length > 0 && { decision: search.decision }),
  ...(search.createdFrom && { createdAtFrom: beside(search.createdFrom, -1) }),
  ...(search.createdTo && { createdAtTo: beside(search.createdTo, 1) }),
  ...(search.updatedFrom && { updatedAtFrom: beside(search.updatedFrom, -1) }),
  ...(search.updatedTo && { updatedAtTo: beside(search.updatedTo, 1) }),
  ...(search.sort &&
    search.sort !== 'deadline' && { sort: search.sort, sortDir: search.dir ?? 'DESC' }),
})
