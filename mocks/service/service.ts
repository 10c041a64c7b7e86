import type { Dialect } from '../../src/domain/review-actions.ts'
import { listSecurityReviewActions, performSecurityReviewAction } from './actions.ts'
import type { Context, SignedUrl } from './context.ts'
import {
  getVendor,
  getVendorDocument,
  getVendorDocuments,
  listUsers,
  listVendorQuestionnaires,
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
import { createVendorSecurityReviewV1 } from './reviews-v1.ts'
import type { Store } from './store.ts'
import {
  createVendorSecurityReviewWithFile,
  sendSecurityQuestionnaire,
  sendSecurityQuestionnaireForSecurityReview,
  uploadVendorDocument,
} from './uploads.ts'

const OPERATIONS = {
  listVendors,
  getVendor,
  listUsers,
  listVendorSecurityReviews,
  listVendorSecurityReviewsAcrossVendors,
  getVendorSecurityReview,
  updateVendorSecurityReview,
  createVendorSecurityReview,
  createVendorSecurityReviewWithFile,
  createVendorSecurityReviewV1,
  listSecurityReviewActions,
  performSecurityReviewAction,
  listVendorSecurityReviewSecurityQuestionnaires,
  sendSecurityQuestionnaireForSecurityReview,
  listVendorQuestionnaires,
  sendSecurityQuestionnaire,
  getVendorDocuments,
  getVendorDocument,
  uploadVendorDocument,
}
type Operations = typeof OPERATIONS

type Bound<F> = F extends (context: Context, ...rest: infer A) => infer R
  ? (...rest: A) => R
  : never

/** The operations of the contract, by their ids. Each throws ServiceError where it refuses. */
export type Service = { [K in keyof Operations]: Bound<Operations[K]> }

/** What a service may be given besides its store. */
export interface ServiceOptions {
  /** The newer one unless told otherwise. */
  dialect?: Dialect
  /** The clock. */
  now?: () => Date
  /** Addresses that lead nowhere unless told otherwise. */
  signedUrl?: SignedUrl | undefined
}

const nowhere: SignedUrl = ({ id }, expires) => `https://files.example.com/${id}?expires=${expires}`

/**
 * The model of the service: pure operations on a store, with no transport. Requests are taken to
 * be valid; the handlers see to that.
 */
export const createService = (
  store: Store,
  { dialect = '2026', now = () => new Date(), signedUrl = nowhere }: ServiceOptions = {},
): Service => {
  const context: Context = { store, dialect, now, signedUrl }
  return Object.fromEntries(
    Object.entries(OPERATIONS).map(([id, operation]) => [
      id,
      (operation as (context: Context, ...rest: unknown[]) => unknown).bind(null, context),
    ]),
  ) as unknown as Service
}
