import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reviewActionMutation } from '../../api/once/reviews/act-on-review.ts'
import type { Review } from '../../domain/contract/review.ts'
import classes from '../../ui/dialog.module.css'
import { Notice } from '../../ui/notice.tsx'
import { ActionError } from './action-error.tsx'

interface CompleteWithoutDecisionProps {
  vendorId: number
  review: Review
  onClose: (done?: string) => void
}

/** For deployments that can only mark a review complete: explains this, and offers it. */
export const CompleteWithoutDecision = (props: CompleteWithoutDecisionProps) => {
  const { vendorId, review, onClose } = props
  const mutation = useMutation(reviewActionMutation(useQueryClient(), vendorId, review.id))
  return (
    <div className={classes.form}>
      <Notice tone="warning">
        A decision or a note cannot be recorded here: this Drata deployment can only mark the review
        complete. Record the decision in Drata afterwards.
      </Notice>
      <ActionError error={mutation.error} />
      <div className={classes.buttons}>
        <Button variant="default" disabled={mutation.isPending} onClick={() => onClose()}>
          Cancel
        </Button>
        <Button
          loading={mutation.isPending}
          onClick={() =>
            mutation.mutate(
              { action: 'finalize' },
              {
                onSuccess: () => onClose('Marked complete. Record the decision in Drata.'),
              },
            )
          }
        >
          Mark complete
        </Button>
      </div>
    </div>
  )
}
