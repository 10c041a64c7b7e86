import { useBlocker } from '@tanstack/react-router'
import { Suspense } from 'react'
import { lazyPart } from '../../ui/lazy-part.tsx'

const ConfirmDialog = lazyPart(() => import('../../ui/confirm-dialog.tsx'))

interface LeaveGuardProps {
  isPending: boolean
  /** Whether something would be lost now; asked at the moment of leaving. */
  isUnsaved: () => boolean
}

/** Asks before a review that is not created yet is left behind. */
export const LeaveGuard = ({ isPending, isUnsaved }: LeaveGuardProps) => {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
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
