import type { QueryClient } from '@tanstack/react-query'
import type { Review } from '../../domain/contract/review.ts'
import { securityReviews } from '../security-reviews.ts'
import { vendors } from '../vendors.ts'
import type { ReviewKey } from './save-work.ts'

/** Updates the cache with a review that a save has read, and refetches what depends on it. */
export const cacheReview = async (
  queryClient: QueryClient,
  { vendorId, reviewId }: ReviewKey,
  review: Review,
): Promise<void> => {
  // The answer to a write leaves out people that a read includes.
  queryClient.setQueryData(
    securityReviews.detail(vendorId, reviewId).queryKey,
    (before: Review | undefined): Review => ({ ...before, ...review }),
  )
  await Promise.all([
    queryClient.invalidateQueries(securityReviews.actions(vendorId, reviewId)),
    queryClient.invalidateQueries({ queryKey: securityReviews.lists }),
    queryClient.invalidateQueries({ queryKey: vendors.all }),
  ])
}
