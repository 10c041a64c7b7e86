import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'

interface NewReviewLinkProps {
  vendorId: number
  /** Whether it stands at the end of its line. */
  isAtEnd?: boolean
}

/** Links to the form for a new review of a vendor. */
export const NewReviewLink = ({ vendorId, isAtEnd = false }: NewReviewLinkProps) => (
  <Button
    size="xs"
    {...(isAtEnd && { ml: 'auto' })}
    renderRoot={(root) => (
      <Link {...root} to="/vendors/$vendorId/security-reviews/new" params={{ vendorId }} />
    )}
  >
    New review
  </Button>
)
