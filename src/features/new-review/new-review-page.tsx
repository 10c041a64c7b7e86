import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Config, readOnlySentence } from '../../api/config.ts'
import type { Review } from '../../domain/contract/review.ts'
import { type Vendor, vendorName } from '../../domain/contract/vendor.ts'
import { newReviewDefaults } from '../../domain/new-review.ts'
import { useToday } from '../../ui/hooks/use-today.ts'
import { Notice } from '../../ui/notice.tsx'
import { CreatedNotice } from './created-notice.tsx'
import { NewReviewForm } from './new-review-form.tsx'
import type { Created } from './use-creation.ts'

interface NewReviewProps {
  vendor: Vendor
  /** The vendor's newest review; the next one is usually similar. */
  lastReview: Review | undefined
  config: Config
}

/**
 * Starts a review of a vendor: shows the form, then opens the page of the review, built from the
 * answer. Three outcomes are shown here instead: the answer of version 1, which lacks what that
 * page needs and has more about the vendor; a review that was canceled too late; and a review that
 * the service created without its report.
 */
export const NewReview = ({ vendor, lastReview, config }: NewReviewProps) => {
  const navigate = useNavigate()
  const today = useToday()
  const [defaults] = useState(() => newReviewDefaults(vendorName(vendor), lastReview, today))
  const [confirmed, setConfirmed] = useState<{ created: Created; isCanceled: boolean }>()

  const onCreated = (created: Created, isCanceled: boolean): void => {
    if (created.answerV1 || created.report || isCanceled) setConfirmed({ created, isCanceled })
    else
      void navigate({
        to: '/vendors/$vendorId/security-reviews/$reviewId',
        params: { vendorId: vendor.id, reviewId: created.review.id },
        replace: true,
      })
  }

  const readOnly = readOnlySentence(config)
  if (readOnly !== undefined)
    return <Notice tone="warning">{readOnly} Create the review in Drata.</Notice>
  return confirmed ? (
    <CreatedNotice vendorId={vendor.id} {...confirmed} />
  ) : (
    <NewReviewForm
      vendorId={vendor.id}
      defaults={defaults}
      apiVersion={config.apiVersion}
      onCreated={onCreated}
    />
  )
}
