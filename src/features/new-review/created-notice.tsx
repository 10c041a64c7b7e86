import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import {
  labelOf,
  NOT_STATED,
  VENDOR_CATEGORY_LABELS,
  VENDOR_RISK_LABELS,
} from '../../domain/labels.ts'
import { reviewTitle } from '../../domain/review.ts'
import { displayName } from '../../domain/user.ts'
import { FactList } from '../../ui/fact-list.tsx'
import classes from './new-review.module.css'
import type { Created } from './use-creation.ts'

/**
 * Says that a review was created by version 1, with the vendor and the people that it answers; it
 * answers neither the title nor the form, so the review's own page has to be read.
 */
export const CreatedNotice = ({ vendorId, created }: { vendorId: number; created: Created }) => {
  const { review, answerV1 } = created
  const heading = useRef<HTMLHeadingElement>(null)
  // The form is gone, and with it what had the focus.
  useEffect(() => heading.current?.focus(), [])
  const vendor = answerV1?.vendor
  return (
    <section aria-labelledby="created-heading" className={classes.created}>
      <h2 id="created-heading" ref={heading} tabIndex={-1}>
        Review created
      </h2>
      <FactList
        facts={[
          ['Title', reviewTitle(review)],
          ['Vendor', vendor?.name],
          ['Category', labelOf(VENDOR_CATEGORY_LABELS, vendor?.category)],
          ['Risk', labelOf(VENDOR_RISK_LABELS, vendor?.risk)],
          ['Reviewer', review.user ? displayName(review.user) : NOT_STATED],
          ['Requester', review.requesterUser ? displayName(review.requesterUser) : NOT_STATED],
        ]}
      />
      <Button
        className={classes.create}
        renderRoot={(root) => (
          <Link
            {...root}
            to="/vendors/$vendorId/security-reviews/$reviewId"
            params={{ vendorId, reviewId: review.id }}
          />
        )}
      >
        Open review
      </Button>
    </section>
  )
}
