import { Button, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { reviewActionMutation } from '../../api/once/reviews/act-on-review.ts'
import type { Review } from '../../domain/contract/review.ts'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'
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
    <Stack gap={16}>
      <Notice tone="warning">
        A decision or a note cannot be recorded here: this Drata deployment can only mark the review
        complete. Record the decision in Drata afterwards.
      </Notice>
      <ActionError error={mutation.error} />
      <DialogButtons>
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
      </DialogButtons>
    </Stack>
  )
}
