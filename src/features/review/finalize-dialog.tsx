import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import {
  isDecisionUnknownToService,
  reviewActionMutation,
} from '../../api/once/reviews/act-on-review.ts'
import { FINAL_DECISIONS, LIMITS } from '../../domain/contract/enums.ts'
import { DECISION_LABELS } from '../../domain/contract/labels.ts'
import { finalizeForm } from '../../domain/contract/requests.ts'
import { type Review, reviewTitle } from '../../domain/contract/review.ts'
import { decisionSummary } from '../../domain/soc/decision-summary.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { FieldNote } from '../../ui/fields/field-note.tsx'
import { RadioGroupField } from '../../ui/fields/radio-group-field.tsx'
import { TextAreaField } from '../../ui/fields/text-area-field.tsx'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'
import { ActionError } from './action-error.tsx'
import { CompleteWithoutDecision } from './complete-without-decision.tsx'

const DECISION_OPTIONS = FINAL_DECISIONS.map((value) => ({ value, label: DECISION_LABELS[value] }))

interface FinalizeDialogProps {
  vendorId: number
  review: Review
  /** Shown instead of the question while it is set. */
  before?: ReactNode
  /** @param done a sentence about what was done; undefined if canceled */
  onClose: (done?: string) => void
}

/**
 * Asks for the decision. It must be chosen and is always sent, because the service would approve
 * silently without one.
 */
const FinalizeDialog = ({ vendorId, review, before, onClose }: FinalizeDialogProps) => {
  const mutation = useMutation(reviewActionMutation(useQueryClient(), vendorId, review.id))
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(finalizeForm),
    defaultValues: { note: '' },
  })

  const [decision, note] = useWatch({ control, name: ['decision', 'note'] })
  const hasConditions = decision === 'APPROVED_WITH_CONDITIONS'
  /** Whether the analyst was asked about conditions that nobody has written down. */
  const [isAsked, setIsAsked] = useState(false)
  const lacksConditions = hasConditions && note.trim() === ''

  const finalize = handleSubmit((values) => {
    const words = values.note.trim() && { note: values.note }
    if (lacksConditions && !isAsked) setIsAsked(true)
    else
      mutation.mutate(
        { action: 'finalize', decision: values.decision, ...words },
        {
          onSuccess: () => onClose(`Finalized: ${DECISION_LABELS[values.decision].toLowerCase()}.`),
        },
      )
  })

  return (
    <Dialog onClose={() => onClose()} isBusy={mutation.isPending} title="Finalize review" centered>
      {before ? (
        before
      ) : isDecisionUnknownToService(mutation.error) ? (
        <CompleteWithoutDecision vendorId={vendorId} review={review} onClose={onClose} />
      ) : (
        <form onSubmit={finalize} noValidate>
          <Stack gap={16}>
            <FieldNote kind="hint">
              <bdi>{reviewTitle(review)}</bdi> will be completed and read-only until it is reopened.
            </FieldNote>
            {review.socReviewForm && <FactList facts={decisionSummary(review.socReviewForm)} />}
            <RadioGroupField
              control={control}
              name="decision"
              label="Decision"
              options={DECISION_OPTIONS}
            />
            <TextAreaField
              control={control}
              name="note"
              label="Note"
              limit={LIMITS.note}
              {...(hasConditions && { description: 'State the conditions.' })}
            />
            <ActionError error={mutation.error} />
            {isAsked && lacksConditions && (
              <Text role="alert" c="var(--cs-warning)">
                Finalize without stating the conditions?
              </Text>
            )}
            <DialogButtons>
              <Button variant="default" disabled={mutation.isPending} onClick={() => onClose()}>
                Cancel
              </Button>
              <Button type="submit" loading={mutation.isPending}>
                Finalize review
              </Button>
            </DialogButtons>
          </Stack>
        </form>
      )}
    </Dialog>
  )
}

export default FinalizeDialog
