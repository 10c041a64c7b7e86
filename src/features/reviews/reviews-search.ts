import * as z from 'zod/mini'
import type { ReviewFilters } from '../../api/security-reviews.ts'
import {
  DECISIONS,
  REVIEW_STATUSES,
  REVIEW_TYPES,
  SORT_DIRECTIONS,
  SORT_FIELDS,
} from '../../domain/contract/enums.ts'
import { choice, choices, day } from '../../domain/search-schema.ts'

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

/** The search parameters of one vendor's list. */
export const vendorReviewsSearch = z.object({
  ...filterFields,
  sort: choice(SORT_FIELDS, 'updatedAt'),
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
  sort: 'updatedAt',
  dir: 'DESC',
} satisfies VendorReviewsSearch

/** Whether the address sets any filter. */
export const isFiltered = (search: ReviewFiltersSearch): boolean =>
  search.status.length + search.type.length + search.decision.length > 0 ||
  [search.createdFrom, search.createdTo, search.updatedFrom, search.updatedTo].some(Boolean)

/** Turns the filters of the address into the query that the service expects. */
export const toFilters = (
  search: ReviewFiltersSearch & Partial<VendorReviewsSearch>,
): ReviewFilters => ({
  ...(search.status.length > 0 && { status: search.status }),
  ...(search.type.length > 0 && { type: search.type }),
  ...(search.decision.length > 0 && { decision: search.decision }),
  ...(search.createdFrom && { createdAtFrom: search.createdFrom }),
  ...(search.createdTo && { createdAtTo: search.createdTo }),
  ...(search.updatedFrom && { updatedAtFrom: search.updatedFrom }),
  ...(search.updatedTo && { updatedAtTo: search.updatedTo }),
  ...(search.sort && { sort: search.sort }),
  ...(search.dir && { sortDir: search.dir }),
})
