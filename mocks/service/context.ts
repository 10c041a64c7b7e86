import type { Dialect } from '../../src/domain/review-actions.ts'
import { notFound } from './errors.ts'
import type { DocumentRecord, ReviewRecord, VendorRecord } from './records.ts'
import type { Store } from './store.ts'

/**
 * Where a document can be downloaded, without a key, until it expires.
 * @param expires in milliseconds since 1970
 */
export type SignedUrl = (document: DocumentRecord, expires: number) => string

/** What the operations work on. */
export interface Context {
  store: Store
  dialect: Dialect
  now: () => Date
  signedUrl: SignedUrl
}

/** @throws ServiceError 404 */
export const findVendor = ({ store }: Context, vendorId: number): VendorRecord => {
  const vendor = store.find('vendors', vendorId)
  if (!vendor) throw notFound(`vendor ${vendorId}`)
  return vendor
}

/** @throws ServiceError 404 for an unknown vendor or review, or a review of another vendor */
export const findReview = (
  context: Context,
  vendorId: number,
  securityReviewId: number,
): ReviewRecord => {
  findVendor(context, vendorId)
  const review = context.store.find('reviews', securityReviewId)
  if (review?.vendorId !== vendorId)
    throw notFound(`security review ${securityReviewId} of vendor ${vendorId}`)
  return review
}
