import type { Dialect } from '../../src/domain/review-actions.ts'
import { notFound } from './errors.ts'
import type { DocumentRecord, ReviewRecord, VendorRecord } from './records.ts'
import type { Store } from './store.ts'

/**
 * Where a document can be downloaded, without a key, until it expires.
 * @param expires in milliseconds since 1970
 */
export type SignedUrl = (document: DocumentRecord, expires: number) => string

/**
 * What the operations work on. An operation is a function of the context, the ids in its path, and
 * its query, body or form, which were validated before. It knows nothing of HTTP.
 */
export interface Context {
  store: Store
  dialect: Dialect
  now: () => Date
  signedUrl: SignedUrl
}

/** The options of a service, besides its store. */
export interface ContextOptions {
  /** The default is the newer one. */
  dialect?: Dialect
  /** The clock; that of the system by default. */
  now?: () => Date
  /** The default makes addresses that lead nowhere. */
  signedUrl?: SignedUrl | undefined
}

const nowhere: SignedUrl = ({ id }, expires) => `https://files.example.com/${id}?expires=${expires}`

export const createContext = (
  store: Store,
  { dialect = '2026', now = () => new Date(), signedUrl = nowhere }: ContextOptions = {},
): Context => ({ store, dialect, now, signedUrl })

/** The ids in the address of a vendor. */
export interface VendorIds {
  vendorId: number
}

/** The ids in the address of a review. */
export interface ReviewIds extends VendorIds {
  securityReviewId: number
}

/** @throws ServiceError 404 */
export const findVendor = ({ store }: Context, { vendorId }: VendorIds): VendorRecord => {
  const vendor = store.find('vendors', vendorId)
  if (!vendor) throw notFound(`vendor ${vendorId}`)
  return vendor
}

/** @throws ServiceError 404 for an unknown vendor or review, or a review of another vendor */
export const findReview = (
  context: Context,
  { vendorId, securityReviewId }: ReviewIds,
): ReviewRecord => {
  findVendor(context, { vendorId })
  const review = context.store.find('reviews', securityReviewId)
  if (review?.vendorId !== vendorId)
    throw notFound(`security review ${securityReviewId} of vendor ${vendorId}`)
  return review
}
