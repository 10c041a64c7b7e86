import '../../../ui/dialog-styles.ts'
import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { once, unfinishedRunsQuery } from '../../../api/once/of-app.ts'
import type { Run, RunJob } from '../../../api/once/reviews/kept-runs.ts'
import type { Vendor } from '../../../domain/contract/vendor.ts'
import { NARROW, useMediaQuery } from '../../../ui/hooks/use-media-query.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { PlanStep } from './plan/plan-step.tsx'
import { createReviewsQueue } from './reviews-queue.ts'
import { StartProgress } from './start-progress.tsx'
import { isActive, type StartQueue } from './start-queue.ts'

const ConfirmDialog = lazyPart(() => import('../../../ui/confirm-dialog.tsx'))

interface StartReviewsDialogProps {
  /** The vendors to plan reviews for, or the run that an earlier page left unfinished. */
  of: { vendors: readonly Vendor[] } | { run: Run; apiVersion: 1 | 2 }
  /** Called with the vendors whose reviews were started. */
  onClose: (started: readonly number[]) => void
}

interface Running {
  run: Run
  queue: StartQueue<RunJob>
}

/** Shows the plan, then its results. Closing it during a run asks first. */
const StartReviewsDialog = ({ of, onClose }: StartReviewsDialogProps) => {
  const queryClient = useQueryClient()
  const carryOut = (run: Run, apiVersion: 1 | 2): Running => ({
    run,
    queue: createReviewsQueue(queryClient, run, apiVersion),
  })
  const [running, setRunning] = useState<Running | null>(() =>
    'run' in of ? carryOut(of.run, of.apiVersion) : null,
  )
  const hasBegun = useRef(false)
  const [wantsToClose, setWantsToClose] = useState(false)
  const isNarrow = useMediaQuery(NARROW)

  const isRunning = (): boolean => running !== null && isActive(running.queue.getState().phase)
  const blocker = useBlocker({
    shouldBlockFn: isRunning,
    enableBeforeUnload: isRunning,
    withResolver: true,
  })
  const isAsked = wantsToClose || blocker.status === 'blocked'

  const begin = (jobs: readonly RunJob[], apiVersion: 1 | 2): void => {
    // A second click before the form disappears must not start a second run.
    if (hasBegun.current) return
    hasBegun.current = true
    setRunning(carryOut(once().runs.begin(jobs), apiVersion))
  }
  const end = async (): Promise<void> => {
    await running?.run.end()
    await queryClient.invalidateQueries(unfinishedRunsQuery)
  }
  const close = (): void => {
    void end()
    const items = running?.queue.getState().items ?? []
    onClose(items.filter(({ state }) => state.kind === 'done').map(({ job }) => job.vendorId))
  }
  const stopAndGo = async (): Promise<void> => {
    await running?.queue.stop()
    if (blocker.status === 'blocked') {
      void end()
      blocker.proceed()
    } else close()
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
        {running ? (
          <StartProgress queue={running.queue} onClose={close} />
        ) : (
          <PlanStep vendors={'vendors' in of ? of.vendors : []} onStart={begin} onCancel={close} />
        )}
      </Modal>
      {isAsked && (
        <Suspense>
          <ConfirmDialog
            title="Stop starting reviews?"
            text="The review that is being started now is finished first. Those still waiting are not started."
            confirmLabel="Stop"
            cancelLabel="Continue"
            onConfirm={stopAndGo}
            onCancel={stay}
          />
        </Suspense>
      )}
    </>
  )
}

export default StartReviewsDialog
