import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { socReviews } from '../../api/soc-reviews.ts'
import { type Review, reviewTitle } from '../../domain/contract/review.ts'
import { previousReview } from '../../domain/previous-review.ts'
import { useIsIdle } from '../../ui/hooks/use-is-idle.ts'
import { HistoryIcon } from '../../ui/icons.tsx'

interface PreviousReviewLinkProps {
  vendorId: number
  review: Review
}

/**
 * A link to the vendor's latest completed SOC review before this one. It is looked for once the page
 * has been painted; nothing shows before it is known.
 */
export const PreviousReviewLink = ({ vendorId, review }: PreviousReviewLinkProps) => {
  const isIdle = useIsIdle()
  const { data } = useQuery({ ...socReviews(vendorId), enabled: isIdle })
  const previous = data && previousReview(data, review)
  if (!previous) return null
  const title = reviewTitle(previous)
  return (
    <nav aria-label="Previous review">
      <Link
        to="/vendors/$vendorId/security-reviews/$reviewId"
        params={{ vendorId, reviewId: previous.id }}
        title={`Previous: ${title}`}
      >
        <HistoryIcon />
        <span>
          Previous: <bdi>{title}</bdi>
        </span>
      </Link>
    </nav>
  )
}
