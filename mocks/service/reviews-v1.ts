import type { ReviewCreateRequestV1 } from '../../src/domain/contract/requests.ts'
import type { ReviewV1 } from '../../src/domain/contract/review-v1.ts'
import { latestReviews } from './answers.ts'
import { type Context, findVendor, type VendorIds } from './context.ts'
import { addReview } from './reviews.ts'
import type { Store } from './store.ts'

const personOf = (store: Store, id: number | null): ReviewV1['user'] => {
  const user = id === null ? undefined : store.find('users', id)
  if (!user) return null
  const { email, firstName = null, lastName = null, jobTitle = null } = user
  return { id: user.id, email, firstName, lastName, jobTitle }
}

/**
 * Adds a review by version 1 of the API, which answers with the vendor and both users embedded
 * (contract, point 11).
 * @throws ServiceError 404 for an unknown vendor, 400 for a requester that does not exist
 */
export const createVendorSecurityReviewV1 = (
  context: Context,
  { vendorId }: VendorIds,
  request: ReviewCreateRequestV1,
): ReviewV1 => {
  const { store } = context
  const record = addReview(context, { vendorId }, request)
  const { id, requestedAt, reviewDeadlineAt, decision, note, status, type } = record
  const {
    name,
    category,
    risk,
    critical,
    hasPii,
    status: vendorStatus,
  } = findVendor(context, { vendorId })
  const reviews = store.all('reviews').filter((review) => review.vendorId === vendorId)
  return {
    id,
    requestedAt,
    reviewDeadlineAt,
    decision,
    note,
    status,
    type,
    user: personOf(store, record.userId),
    requesterUser: personOf(store, record.requesterUserId),
    vendor: {
      id: vendorId,
      name,
      category,
      risk,
      critical,
      hasPii,
      status: vendorStatus,
      latestSecurityReviews: latestReviews(reviews),
    },
  }
}
