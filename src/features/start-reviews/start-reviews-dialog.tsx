import '../../ui/dialog-styles.ts'
import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { Vendor } from '../../domain/vendor.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { NARROW, useMediaQuery } from '../../ui/use-media-query.ts'
import type { PlannedReview } from './plan/plan.ts'
import { PlanStep } from './plan/plan-step.tsx'
import { createReviewsQueue } from './reviews-queue.ts'
import { StartProgress } from './start-progress.tsx'
import { isActive, type StartQueue } from './start-queue.ts'

const ConfirmDialog = lazyPart(() => import('../../ui/confirm-dialog.tsx'))

interface StartReviewsDialogProps {
  vendors: readonly Vendor[]
  /** Called with the vendors whose reviews were started. */
  onClose: (started: readonly number[]) => void
}

/** First the plan, then its results. What runs is left only after a question. */
const StartReviewsDialog = ({ vendors, onClose }: StartReviewsDialogProps) => {
  const queryClient = useQueryClient()
  const [queue, setQueue] = useState<StartQueue<PlannedReview> | null>(null)
  const [wantsToClose, setWantsToClose] = useState(false)
  const isNarrow = useMediaQuery(NARROW)

  const isRunning = (): boolean => queue !== null && isActive(queue.getSnapshot().phase)
  const blocker = useBlocker({
    shouldBlockFn: isRunning,
    enableBeforeUnload: isRunning,
    withResolver: true,
  })
  const isAsked = wantsToClose || blocker.status === 'blocked'

  const close = (): void => {
    const items = queue?.getSnapshot().items ?? []
    onClose(items.filter(({ state }) => state.kind === 'started').map(({ job }) => job.vendorId))
  }
  const stopAndGo = async (): Promise<void> => {
    await queue?.stop()
    if (blocker.status === 'blocked') blocker.proceed()
    else close()
  }
  const stay = (): void => {
    setWantsToClose(false)
    blocker.reset?.()
  }

  return (
    <>
      <Modal
        opened
        onClose={() => (isRunning() ? setWantsToClose(true) : close())}
        closeOnEscape={!isAsked}
        closeOnClickOutside={false}
        fullScreen={isNarrow}
        title="Start reviews"
        size={760}
        centered
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {queue ? (
          <StartProgress queue={queue} onClose={close} />
        ) : (
          <PlanStep
            vendors={vendors}
            // A second click before the form is gone must not make a second queue.
            onStart={(plan) => setQueue((made) => made ?? createReviewsQueue(queryClient, plan))}
            onCancel={close}
          />
        )}
      </Modal>
      {isAsked && (
        <Suspense>
          <ConfirmDialog
            title="Stop starting reviews?"
            text="The review that is being started now is finished first; those that wait are not started."
            confirmLabel="Stop"
            cancelLabel="Go on"
            onConfirm={stopAndGo}
            onCancel={stay}
          />
        </Suspense>
      )}
    </>
  )
}

export default StartReviewsDialog
