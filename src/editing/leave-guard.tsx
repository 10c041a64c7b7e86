import { useBlocker } from '@tanstack/react-router'
import { Suspense } from 'react'
import { lazyPart } from '../ui/lazy-part.tsx'
import { useReviewEditing } from './review-editing.ts'

const ConfirmDialog = lazyPart(() => import('../ui/confirm-dialog.tsx'))

/** Asks before unsaved work is left behind; a form without changes never asks. */
export const LeaveGuard = () => {
  const { tracker, isReadOnly } = useReviewEditing()
  const isUnsaved = (): boolean => !isReadOnly && tracker.refresh().isDirty
  const { status, proceed, reset } = useBlocker({
    // Open panels change the address too, but leave nothing behind.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  return status === 'blocked' ? (
    <Suspense>
      <ConfirmDialog
        title="Leave with unsaved changes?"
        text="What you typed is not saved in Drata. It stays in this browser for 30 days and is restored when you open the review again."
        confirmLabel="Leave"
        cancelLabel="Stay"
        onConfirm={async () => proceed()}
        onCancel={reset}
      />
    </Suspense>
  ) : null
}
