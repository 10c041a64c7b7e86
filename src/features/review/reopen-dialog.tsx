import '../../ui/form-styles.ts'
import { Button, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { reviewActionMutation } from '../../api/once/reviews/act-on-review.ts'
import { DECISION_LABELS, labelOf } from '../../domain/contract/labels.ts'
import { type Review, reviewTitle } from '../../domain/contract/review.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { CheckBox } from '../../ui/fields/check-box.tsx'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'
import { ActionError } from './action-error.tsx'

interface ReopenDialogProps {
  vendorId: number
  review: Review
  /** Shown instead of the question while it is set. */
  before?: ReactNode
  /** @param done a sentence about what was done; undefined if canceled */
  onClose: (done?: string) => void
}

/** A sentence about what happens to the decision. */
const fateOfDecision = (review: Review, isReset: boolean): string => {
  if (review.decision === null || review.decision === 'PENDING')
    return 'The review has no decision yet, so there is none to keep.'
  const decision = `“${labelOf(DECISION_LABELS, review.decision)}”`
  return isReset
    ? `The decision ${decision} is reset to pending.`
    : `The decision ${decision} stays until a new one is made.`
}

/** Asks what reopening should do to the decision. */
const ReopenDialog = ({ vendorId, review, before, onClose }: ReopenDialogProps) => {
  const mutation = useMutation(reviewActionMutation(useQueryClient(), vendorId, review.id))
  const [isReset, setIsReset] = useState(false)

  const reopen = (event: SyntheticEvent): void => {
    event.preventDefault()
    mutation.mutate(
      { action: 'reopen', ...(isReset && { resetDecision: true }) },
      { onSuccess: () => onClose('Reopened.') },
    )
  }

  return (
    <Dialog onClose={() => onClose()} isBusy={mutation.isPending} title="Reopen review" centered>
      {before ?? (
        <Stack component="form" gap={16} onSubmit={reopen}>
          <p>
            <bdi>{reviewTitle(review)}</bdi> can be edited again.
          </p>
          <CheckBox
            label="Reset the decision to pending"
            checked={isReset}
            onChange={({ currentTarget }) => setIsReset(currentTarget.checked)}
          />
          <FieldNote kind="hint" role="status">
            {fateOfDecision(review, isReset)}
          </FieldNote>
          <ActionError error={mutation.error} />
          <DialogButtons>
            <Button variant="default" disabled={mutation.isPending} onClick={() => onClose()}>
              Cancel
            </Button>
            <Button type="submit" loading={mutation.isPending}>
              Reopen review
            </Button>
          </DialogButtons>
        </Stack>
      )}
    </Dialog>
  )
}

export default ReopenDialog
