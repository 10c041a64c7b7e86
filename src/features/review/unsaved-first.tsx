import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { explainError } from '../../api/transport/explain-error.ts'
import { isUnsaved as isUnsavedWork } from '../../domain/work/work.ts'
import { useEditSnapshot, useReviewEditing, useWorkState } from '../../editing/review-editing.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { useOneAtATime } from '../../ui/hooks/use-one-at-a-time.ts'
import { DialogButtons } from '../../ui/layout/dialog-buttons.tsx'
import { Notice } from '../../ui/notice.tsx'

interface UnsavedFirstProps {
  /** Called when everything is saved, or the analyst continues without the work of other tabs. */
  onContinue: () => void
  onBack: () => void
}

/** Comes before a decision about a review with unsaved work: nothing is decided without it. */
export const UnsavedFirst = ({ onContinue, onBack }: UnsavedFirstProps) => {
  const { work, saving, isReadOnly } = useReviewEditing()
  const { isUnsaved } = useEditSnapshot()
  const { failure, isKept } = useWorkState()
  const { isBusy, error, run } = useOneAtATime()
  const [hasFailed, setHasFailed] = useState(false)
  const canSave = isUnsaved && !isReadOnly

  const saveAndContinue = async (): Promise<void> => {
    const result = await saving.save()
    if (result === 'saved' && !isUnsavedWork(work.getState().work)) onContinue()
    // This dialog would cover the question about a conflict, or the completed review.
    else if (result === 'conflict' || result === 'completed') onBack()
    else setHasFailed(true)
  }
  const reason = failure ?? error
  const sentence = reason === null ? saving.leftOut : explainError(reason).sentence
  return (
    <Stack gap={16}>
      <Notice tone="warning" role="alert" label="Unsaved changes">
        <span>
          <strong>Unsaved changes</strong>{' '}
          {canSave
            ? 'What you typed is not saved, so your decision would not take it into account.'
            : isUnsaved
              ? `What you typed was not saved, because the review is completed. It returns to the form when the review is reopened${isKept ? '' : ', if this tab stays open until then'}.`
              : 'Another tab has unsaved changes to this review. Your decision would not take them into account.'}
        </span>
      </Notice>
      {(hasFailed || error !== null) && (
        <ErrorState
          sentence={`${sentence ?? 'Not everything could be saved.'} Nothing was decided.`}
          requestId={explainError(reason).requestId}
        />
      )}
      <DialogButtons>
        <Button variant="default" disabled={isBusy} onClick={onBack}>
          Go back
        </Button>
        {canSave ? (
          <Button loading={isBusy} onClick={() => void run(saveAndContinue)}>
            Save and continue
          </Button>
        ) : (
          <Button onClick={onContinue}>Continue</Button>
        )}
      </DialogButtons>
    </Stack>
  )
}
