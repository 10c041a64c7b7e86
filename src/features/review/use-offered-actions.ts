import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../api/config.ts'
import { securityReviews } from '../../api/security-reviews.ts'
import type { ReviewAction } from '../../domain/contract/enums.ts'

/**
 * What can be done with a review now: exactly what the actions endpoint lists, and nothing that
 * the user may not do.
 */
export const useOfferedActions = (vendorId: number, reviewId: number) => {
  const { data, error, refetch } = useQuery({
    ...securityReviews.actions(vendorId, reviewId),
    // The loader has just fetched the actions, so show its result.
    retryOnMount: false,
  })
  const mayEdit = useMay('edit')
  const mayDecide = useMay('decide')
  const isListed = (action: ReviewAction): boolean => data?.includes(action) ?? false
  return {
    offers: (action: ReviewAction): boolean => mayDecide && isListed(action),
    /** Whether the endpoint has answered. */
    isKnown: data !== undefined,
    /** Whether the user may change reviews, though perhaps not decide on them. */
    mayEdit,
    /** Whether an action is there, but for somebody else. */
    isForOthers: !mayDecide && (isListed('finalize') || isListed('reopen')),
    /** Why it is not known what can be done. */
    error: data === undefined ? error : null,
    refetch,
  }
}
