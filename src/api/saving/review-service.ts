import { readReview, updateReview } from '../security-reviews.ts'
import type { ReviewService } from './save-work.ts'

/** The service as saves use it, through the gateway. */
export const reviewService: ReviewService = {
  read: ({ vendorId, reviewId }) => readReview(vendorId, reviewId),
  update: ({ vendorId, reviewId }, body) => updateReview(vendorId, reviewId, body),
}
