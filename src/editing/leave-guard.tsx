import { useBlocker } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { isStorageLasting } from '../lib/lasting-storage.ts'
import { isLeaving, mayLoseInput } from '../ui/hooks/leaving.ts'
import { useStore } from '../ui/hooks/use-store.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { useReviewEditing, useWorkState } from './review-editing.ts'

const ConfirmDialog = lazyPart(() => import('../ui/confirm-dialog.tsx'))

const KEPT =
  'What you typed is not saved in Drata. It stays in this browser until you save or discard it, and is restored when you open the review again.'
const KEPT_FOR_NOW =
  'What you typed is not saved in Drata. It stays in this browser, and is restored when you open the review again, unless the browser deletes it first: some do after a week without a visit, or when space runs short.'
const NOT_KEPT =
  'What you typed is not saved in Drata, and this browser cannot keep it: its storage is full or blocked. It is lost when you close or reload this tab.'

/** Asks before the analyst leaves unsaved work. */
export const LeaveGuard = () => {
  const { tracker, isReadOnly, work } = useReviewEditing()
  const { isKept } = useWorkState()
  const isLasting = useStore(isStorageLasting())
  const isUnsaved = (): boolean => !isReadOnly && tracker.refresh().isUnsaved
  const { status, proceed, reset } = useBlocker({
    // Opening a panel changes the address too, but stays on the page.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: () => !isLeaving().getState() && isUnsaved(),
    withResolver: true,
  })
  useEffect(
    () => mayLoseInput(() => !work.getState().isKept && !isReadOnly && tracker.refresh().isUnsaved),
    [work, isReadOnly, tracker],
  )
  // What the dialog promises has to be true now.
  useEffect(() => {
    if (status === 'blocked') void work.keep()
  }, [status, work])
  // The router waits for an answer. Where the page ends while it is asked about (an error, say), the
  // answer is to stay.
  const stay = useRef(reset)
  useEffect(() => {
    stay.current = reset
  }, [reset])
  useEffect(() => () => stay.current?.(), [])
  return status === 'blocked' ? (
    <Suspense>
      <ConfirmDialog
        title="Leave with unsaved changes?"
        text={isKept ? (isLasting ? KEPT : KEPT_FOR_NOW) : NOT_KEPT}
        confirmLabel="Leave"
        cancelLabel="Stay"
        onConfirm={async () => proceed()}
        onCancel={reset}
      />
    </Suspense>
  ) : null
}
