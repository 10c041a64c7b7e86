import type { VendorDocument } from '../../src/domain/contract/document.ts'
import type { Questionnaire } from '../../src/domain/contract/questionnaire.ts'
import type { User } from '../../src/domain/contract/user.ts'
import type { Vendor } from '../../src/domain/contract/vendor.ts'
import {
  answerDocument,
  answerListedQuestionnaire,
  answerQuestionnaire,
  answerUser,
  answerVendor,
  reviewsByVendor,
} from './answers.ts'
import { type Context, findReview, findVendor, type ReviewIds, type VendorIds } from './context.ts'
import { notFound } from './errors.ts'
import { type PageAnswer, pageOf } from './paging.ts'
import type { Paging, Query } from './queries.ts'
import type { DocumentRecord, VendorRecord } from './records.ts'

/** The operations that only read: vendors, people, questionnaires and documents. */

const VENDOR_FILTERS = [
  'category',
  'impactLevel',
  'renewalDate',
  'renewalScheduleType',
  'risk',
  'status',
  'type',
] as const satisfies (keyof VendorRecord & keyof Query<'vendors'>)[]

/** @throws ServiceError 400 for an invalid cursor */
export const listVendors = (
  context: Context,
  _: unknown,
  query: Query<'vendors'>,
): PageAnswer<Vendor> => {
  const { store } = context
  const found = store
    .all('vendors')
    .filter((vendor) =>
      VENDOR_FILTERS.every((name) => query[name] === undefined || vendor[name] === query[name]),
    )
  const reviews = query.expand?.includes('latestSecurityReviews')
    ? reviewsByVendor(store)
    : undefined
  return pageOf(found, query, (vendor) =>
    answerVendor(store, vendor, query.expand, () => reviews?.get(vendor.id) ?? []),
  )
}

/** @throws ServiceError 404 */
export const getVendor = (
  context: Context,
  { vendorId }: VendorIds,
  { expand }: Query<'vendor'>,
): Vendor => {
  const vendor = findVendor(context, { vendorId })
  return answerVendor(context.store, vendor, expand, () =>
    context.store.all('reviews').filter((review) => review.vendorId === vendorId),
  )
}

/** A name filter finds every name that contains its text, ignoring case. */
const contains = (name: string | null | undefined, part: string | undefined): boolean =>
  part === undefined || (name ?? '').toLowerCase().includes(part.toLowerCase())

/** @throws ServiceError 400 for an invalid cursor */
export const listUsers = (
  { store }: Context,
  _: unknown,
  query: Query<'users'>,
): PageAnswer<User> => {
  const found = store
    .all('users')
    .filter(
      (user) =>
        contains(user.firstName, query.firstName) && contains(user.lastName, query.lastName),
    )
  return pageOf(found, query, (user) => answerUser(user, query.expand))
}

/** @throws ServiceError 404; 400 for an invalid cursor */
export const listVendorSecurityReviewSecurityQuestionnaires = (
  context: Context,
  ids: ReviewIds,
  query: Paging,
): PageAnswer<Questionnaire> => {
  findReview(context, ids)
  const records = context.store
    .all('questionnaires')
    .filter(({ reviewId }) => reviewId === ids.securityReviewId)
  return pageOf(records, query, answerQuestionnaire)
}

/**
 * All questionnaires of a vendor, including those of its reviews.
 * @throws ServiceError 404; 400 for an invalid cursor
 */
export const listVendorQuestionnaires = (
  context: Context,
  { vendorId }: VendorIds,
  query: Paging,
): PageAnswer<ReturnType<typeof answerListedQuestionnaire>> => {
  findVendor(context, { vendorId })
  const records = context.store.all('questionnaires').filter((one) => one.vendorId === vendorId)
  return pageOf(records, query, answerListedQuestionnaire)
}

const SIGNED_FOR_MS = 10 * 60_000

/** A download address that is valid for ten minutes (contract, point 13). */
const sign = ({ signedUrl, now }: Context, document: DocumentRecord): string =>
  signedUrl(document, now().getTime() + SIGNED_FOR_MS)

/** @throws ServiceError 404; 400 for an invalid cursor */
export const getVendorDocuments = (
  context: Context,
  { vendorId }: VendorIds,
  query: Query<'documents'>,
): PageAnswer<VendorDocument> => {
  findVendor(context, { vendorId })
  const records = context.store
    .all('documents')
    .filter(
      (document) => document.vendorId === vendorId && (!query.type || document.type === query.type),
    )
  const withDownload = query.expand?.includes('downloadUrl') ?? false
  return pageOf(records, query, (document) =>
    answerDocument(document, withDownload ? sign(context, document) : undefined),
  )
}

/** @throws ServiceError 404, also for the document of another vendor */
export const getVendorDocument = (
  context: Context,
  { vendorId, documentId }: VendorIds & { documentId: number },
): VendorDocument => {
  findVendor(context, { vendorId })
  const document = context.store.find('documents', documentId)
  if (document?.vendorId !== vendorId)
    throw notFound(`document ${documentId} of vendor ${vendorId}`)
  return answerDocument(document, sign(context, document))
}
