import { useBlocker } from '@tanstack/react-router'
import { Suspense, useEffect, useEffectEvent } from 'react'
import { isLeaving, mayLoseInput } from '../../ui/hooks/leaving.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'

const ConfirmDialog = lazyPart(() => import('../../ui/confirm-dialog.tsx'))

interface LeaveGuardProps {
  isPending: boolean
  /** Whether input would be lost; called when the user leaves. */
  isUnsaved: () => boolean
}

/** Asks before the user leaves a review that is not created yet. */
export const LeaveGuard = ({ isPending, isUnsaved }: LeaveGuardProps) => {
  const losesInput = useEffectEvent(isUnsaved)
  useEffect(() => mayLoseInput(() => losesInput()), [])
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: () => !isLeaving().getState() && isUnsaved(),
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Suspense>
      <ConfirmDialog
        title={isPending ? 'Leave while the review is being created?' : 'Leave without creating?'}
        text={
          isPending
            ? 'The review is still created if nothing goes wrong, but this page can no longer tell you. Check the vendor’s reviews before you create it again.'
            : 'The review is not created, and what you entered is lost.'
        }
        confirmLabel="Leave"
        cancelLabel="Stay"
        onConfirm={async () => proceed()}
        onCancel={reset}
      />
    </Suspense>
  )
}
