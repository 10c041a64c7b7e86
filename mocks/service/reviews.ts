import type {
  ReviewCreateRequest,
  ReviewListQuery,
  ReviewUpdateRequest,
} from '../../src/domain/contract/requests.ts'
import type { Review } from '../../src/domain/contract/review.ts'
import { displayName } from '../../src/domain/contract/user.ts'
import { answerReview, formOf } from './answers.ts'
import { type Context, findReview, findVendor, type ReviewIds, type VendorIds } from './context.ts'
import { malformed, notFound, ServiceError } from './errors.ts'
import { type PageAnswer, pageOf } from './paging.ts'
import type { Query } from './queries.ts'
import type { ReviewRecord } from './records.ts'
import { applySocForm, emptySocForm } from './soc-form.ts'

const among = (allowed: readonly string[] | undefined, value: string | null): boolean =>
  !allowed?.length || (value !== null && allowed.includes(value))

/** Days are inclusive, and days of UTC. */
const within = (instant: string, from: string | undefined, to: string | undefined): boolean => {
  const day = instant.slice(0, 10)
  return (from === undefined || day >= from) && (to === undefined || day <= to)
}

const matches = (record: ReviewRecord, query: ReviewListQuery): boolean =>
  among(query.status, record.status) &&
  among(query.type, record.type) &&
  among(query.decision, record.decision) &&
  within(record.createdAt, query.createdAtFrom, query.createdAtTo) &&
  within(record.updatedAt, query.updatedAtFrom, query.updatedAtTo) &&
  (!query.vendorIds?.length || query.vendorIds.includes(record.vendorId))

/** @throws ServiceError 404 for an unknown vendor, 400 for an invalid cursor */
export const listVendorSecurityReviews = (
  context: Context,
  { vendorId }: VendorIds,
  query: ReviewListQuery,
): PageAnswer<Review> => {
  findVendor(context, { vendorId })
  const records = context.store
    .all('reviews')
    .filter((record) => record.vendorId === vendorId && matches(record, query))
  return pageOf(records, query, (record) =>
    answerReview(context.store, record, { expand: query.expand }),
  )
}

/**
 * @throws ServiceError 404 in the dialect of 2025, which has no such list; 400 for an invalid
 *   cursor
 */
export const listVendorSecurityReviewsAcrossVendors = (
  context: Context,
  _: unknown,
  query: ReviewListQuery,
): PageAnswer<Review> => {
  if (context.dialect === '2025') throw notFound('GET /vendor-security-reviews')
  const found = context.store.all('reviews').filter((record) => matches(record, query))
  return pageOf(found, query, (record) =>
    answerReview(context.store, record, { expand: query.expand, acrossVendors: true }),
  )
}

/** @throws ServiceError 404 */
export const getVendorSecurityReview = (
  context: Context,
  ids: ReviewIds,
  { expand }: Query<'review'>,
): Review =>
  answerReview(context.store, findReview(context, ids), {
    expand,
    withForm: true,
  })

/**
 * Changes a review's title and form, and nothing else. The status stays even when the first field
 * of a form is filled in: the contract does not say that it changes.
 * @throws ServiceError 404; 422 for a completed review, as a service may; 400 for a reviewer that
 *   does not exist, or the form of a review that is no SOC report
 */
export const updateVendorSecurityReview = (
  context: Context,
  ids: ReviewIds,
  { title, socForm }: ReviewUpdateRequest,
): Review => {
  const before = findReview(context, ids)
  if (before.status === 'COMPLETED')
    throw new ServiceError(
      422,
      `Security review ${before.id} is completed and cannot be changed before it is reopened.`,
    )
  if (socForm && before.type !== 'SOC_REPORT')
    throw malformed('socForm can only be saved on a review of type SOC_REPORT')
  const nameOfUser = (userId: number): string => {
    const user = context.store.find('users', userId)
    if (!user) throw malformed(`reviewerUserId ${userId} is not a user`)
    return displayName(user)
  }
  const after: ReviewRecord = {
    ...before,
    title: title ?? before.title,
    ...(socForm && { socReviewForm: applySocForm(formOf(before), socForm, nameOfUser) }),
    updatedAt: context.now().toISOString(),
  }
  context.store.put('reviews', after)
  return answerReview(context.store, after, { withForm: true })
}

/** The platform's admin. This is the requester where a vendor has no owner (contract, point 23). */
const adminOf = ({ store }: Context): number | null =>
  store.all('users').find(({ roles }) => roles?.includes('ADMIN'))?.id ?? null

/**
 * Adds a review, with an empty form if it is of a SOC report.
 * @throws ServiceError 404 for an unknown vendor, 400 for a requester that does not exist
 */
export const addReview = (
  context: Context,
  { vendorId }: VendorIds,
  request: ReviewCreateRequest,
): ReviewRecord => {
  const vendor = findVendor(context, { vendorId })
  const requesterUserId = request.requesterUserId ?? vendor.userId ?? adminOf(context)
  if (requesterUserId !== null && !context.store.find('users', requesterUserId))
    throw malformed(`requesterUserId ${requesterUserId} is not a user`)
  const now = context.now().toISOString()
  const record: ReviewRecord = {
    id: context.store.nextId('reviews'),
    vendorId,
    requestedAt: request.requestedAt ?? now,
    reviewDeadlineAt: request.reviewDeadlineAt,
    decision: 'PENDING',
    title: request.title ?? null,
    note: request.note ?? null,
    status: request.securityReviewStatus,
    type: request.securityReviewType,
    userId: null,
    requesterUserId,
    ...(request.securityReviewType === 'SOC_REPORT' && { socReviewForm: emptySocForm() }),
    createdAt: now,
    updatedAt: now,
  }
  context.store.put('reviews', record)
  return record
}

/** Adds a review. @throws ServiceError as {@link addReview} */
export const createVendorSecurityReview = (
  context: Context,
  { vendorId }: VendorIds,
  request: ReviewCreateRequest,
): Review =>
  answerReview(context.store, addReview(context, { vendorId }, request), { withForm: true })
