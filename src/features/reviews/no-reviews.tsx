import { Button } from '@mantine/core'
import { EmptyState } from '../../ui/notice.tsx'
import { NewReviewLink } from './new-review-link.tsx'

interface NoReviewsProps {
  vendorId: number
  /** Whether the vendor has no reviews. Otherwise the filters hide them. */
  isNoneYet: boolean
  onShowAll: () => void
}

/** Replaces an empty list of a vendor's reviews. */
export const NoReviews = ({ vendorId, isNoneYet, onShowAll }: NoReviewsProps) =>
  isNoneYet ? (
    <EmptyState title="No security reviews yet">
      <p style={{ marginBottom: 12 }}>Start the first one: most of it is filled in for you.</p>
      <NewReviewLink vendorId={vendorId} />
    </EmptyState>
  ) : (
    <EmptyState title="No review matches the filters">
      <p style={{ marginBottom: 12 }}>
        Change the filters or clear them to see all of this vendor’s reviews.
      </p>
      <Button size="xs" variant="default" onClick={onShowAll}>
        Show all reviews
      </Button>
    </EmptyState>
  )
