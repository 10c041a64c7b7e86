import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'

/** Links to the form for a new review of a vendor. */
export const NewReviewLink = ({ vendorId }: { vendorId: number }) => (
  <Button
    size="xs"
    renderRoot={(root) => (
      <Link {...root} to="/vendors/$vendorId/security-reviews/new" params={{ vendorId }} />
    )}
  >
    New review
  </Button>
)
