import { useQuery } from '@tanstack/react-query'
import { useIsReadOnly } from '../../api/config.ts'
import { securityReviews } from '../../api/security-reviews.ts'
import type { ReviewAction } from '../../domain/contract/enums.ts'

/**
 * What can be done with a review now: exactly what the actions endpoint lists, and nothing behind a
 * read-only gateway.
 */
export const useOfferedActions = (vendorId: number, reviewId: number) => {
  const { data, error, refetch } = useQuery({
    ...securityReviews.actions(vendorId, reviewId),
    // The loader has just fetched the actions, so show its result.
    retryOnMount: false,
  })
  const isReadOnly = useIsReadOnly()
  return {
    offers: (action: ReviewAction): boolean => !isReadOnly && (data?.includes(action) ?? false),
    /** Whether the endpoint has answered. */
    isKnown: data !== undefined,
    isReadOnly,
    /** Why it is not known what can be done. */
    error: data === undefined ? error : null,
    refetch,
  }
}
