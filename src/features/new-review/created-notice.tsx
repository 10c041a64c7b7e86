import { Button, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import {
  labelOf,
  NOT_STATED,
  VENDOR_CATEGORY_LABELS,
  VENDOR_RISK_LABELS,
} from '../../domain/contract/labels.ts'
import { reviewTitle } from '../../domain/contract/review.ts'
import type { ReviewV1 } from '../../domain/contract/review-v1.ts'
import { displayName } from '../../domain/contract/user.ts'
import { type Fact, FactList } from '../../ui/fact-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Created } from './use-creation.ts'

const factsOf = ({ name, category, risk }: NonNullable<ReviewV1['vendor']>): Fact[] => [
  ['Vendor', name],
  ['Category', labelOf(VENDOR_CATEGORY_LABELS, category)],
  ['Risk', labelOf(VENDOR_RISK_LABELS, risk)],
]

/** The outcome of a report that the service did not accept together with the review. */
const REPORT_SENTENCES: Record<NonNullable<Created['report']>, string> = {
  done: 'Drata did not accept the report together with the review. It was uploaded to the documents instead.',
  absent:
    'Drata did not accept the report together with the review, and uploading it separately failed. Upload it on the review’s page.',
  unsure:
    'Drata did not accept the report together with the review, and the separate upload may not have arrived. Check the documents before you upload it again.',
}

interface CreatedNoticeProps {
  vendorId: number
  created: Created
  /** Whether the user canceled, too late. */
  isCanceled: boolean
}

/**
 * Says that a review was created, in the three cases whose page does not open immediately. Version
 * 1 answers with the vendor and the people, which are shown here, but without title and form, so
 * the page has to read the review first. The other cases are a creation that was canceled too late,
 * and a review without its report.
 */
export const CreatedNotice = ({ vendorId, created, isCanceled }: CreatedNoticeProps) => {
  const { review, answerV1, report } = created
  const heading = useRef<HTMLHeadingElement>(null)
  // The form has disappeared, and the focused control with it.
  useEffect(() => heading.current?.focus(), [])
  const vendor = answerV1?.vendor
  return (
    <Stack component="section" aria-labelledby="created-heading" gap={16} maw={640} pt={8}>
      <h2 id="created-heading" ref={heading} tabIndex={-1}>
        Review created
      </h2>
      {isCanceled && <p>It was too late to cancel: the review had already been created.</p>}
      {report && (
        <Notice tone={report === 'done' ? 'neutral' : 'warning'}>{REPORT_SENTENCES[report]}</Notice>
      )}
      <FactList
        facts={[
          ['Title', reviewTitle(review)],
          ...(vendor ? factsOf(vendor) : []),
          ['Reviewer', review.user ? displayName(review.user) : NOT_STATED],
          ['Requester', review.requesterUser ? displayName(review.requesterUser) : NOT_STATED],
        ]}
      />
      <Button
        style={{ alignSelf: 'start' }}
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
    </Stack>
  )
}
