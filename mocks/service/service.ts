import type { Dialect } from '../../src/domain/review-actions.ts'
import { listSecurityReviewActions, performSecurityReviewAction } from './actions.ts'
import type { Context } from './context.ts'
import {
  getVendor,
  getVendorDocument,
  getVendorDocuments,
  listUsers,
  listVendorSecurityReviewSecurityQuestionnaires,
  listVendors,
} from './directory.ts'
import {
  createVendorSecurityReview,
  getVendorSecurityReview,
  listVendorSecurityReviews,
  listVendorSecurityReviewsAcrossVendors,
  updateVendorSecurityReview,
} from './reviews.ts'
import type { Store } from './store.ts'

const OPERATIONS = {
  listVendors,
  getVendor,
  listUsers,
  listVendorSecurityReviews,
  listVendorSecurityReviewsAcrossVendors,
  getVendorSecurityReview,
  updateVendorSecurityReview,
  createVendorSecurityReview,
  listSecurityReviewActions,
  performSecurityReviewAction,
  listVendorSecurityReviewSecurityQuestionnaires,
  getVendorDocuments,
  getVendorDocument,
}
type Operations = typeof OPERATIONS

type Bound<F> = F extends (context: Context, ...rest: infer A) => infer R
  ? (...rest: A) => R
  : never

/** The operations of the contract, by their ids. Each throws ServiceError where it refuses. */
export type Service = { [K in keyof Operations]: Bound<Operations[K]> }

/**
 * The model of the service: pure operations on a store, with no transport. Requests are taken to
 * be valid; the handlers see to that.
 *
 * @param options dialect: the newer one unless told otherwise; now: the clock
 */
export const createService = (
  store: Store,
  { dialect = '2026', now = () => new Date() }: { dialect?: Dialect; now?: () => Date } = {},
): Service => {
  const context: Context = { store, dialect, now }
  return Object.fromEntries(
    Object.entries(OPERATIONS).map(([id, operation]) => [
      id,
      (operation as (context: Context, ...rest: unknown[]) => unknown).bind(null, context),
    ]),
  ) as unknown as Service
}
