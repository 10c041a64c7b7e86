import { Button, Text } from '@mantine/core'
import { explainError } from '../../api/transport/explain-error.ts'
import type { Review } from '../../domain/contract/review.ts'
import { whyNoAction } from '../../domain/review-actions.ts'
import { socProgress } from '../../domain/soc/completeness.ts'
import { RequestId } from '../../ui/layout/request-id.tsx'
import { useDecisionOutcome } from './decision-outcome.tsx'
import { useOfferedActions } from './use-offered-actions.ts'

interface ReviewRemarkProps {
  vendorId: number
  review: Review
}

/**
 * What was decided on this page, that a completed review is read-only, and why nothing can be
 * decided. It receives the focus after a decision.
 */
export const ReviewRemark = ({ vendorId, review }: ReviewRemarkProps) => {
  const { outcome, remark } = useDecisionOutcome()
  const actions = useOfferedActions(vendorId, review.id)
  const { offers, isKnown, mayEdit, isForOthers, error, refetch } = actions
  const isNothingOffered = isKnown && mayEdit && !offers('finalize') && !offers('reopen')
  const missing = review.socReviewForm ? socProgress(review.socReviewForm).missing.length : 0
  const isCompleted = review.status === 'COMPLETED'
  const sentences = [
    outcome,
    isCompleted && 'This review is completed and read-only.',
    isCompleted && offers('reopen') && 'Reopen it to change anything.',
    isNothingOffered &&
      (isForOthers ? 'Your role does not allow decisions.' : whyNoAction(review, missing)),
  ]
  const text = sentences.filter(Boolean).join(' ')
  return (
    <>
      <Text
        role="status"
        ref={remark}
        tabIndex={-1}
        fz={13}
        c="var(--cs-text-quiet)"
        // Takes no room beside what follows before there is something to say.
        pos={text ? 'static' : 'absolute'}
      >
        {text}
      </Text>
      {error && (
        <Text role="alert" fz={13}>
          {explainError(error).sentence} <RequestId id={explainError(error).requestId} />{' '}
          <Button size="compact-xs" variant="default" onClick={() => void refetch()}>
            Try again
          </Button>
        </Text>
      )}
    </>
  )
}
