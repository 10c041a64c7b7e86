import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { once, unfinishedRunsQuery } from '../../../api/once/of-app.ts'
import type { Run, RunJob } from '../../../api/once/reviews/kept-runs.ts'
import type { Vendor } from '../../../domain/contract/vendor.ts'
import { Dialog } from '../../../ui/dialog.tsx'
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

/** Shows the plan, then its results. Closing it before all reviews are started asks first. */
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

  /** Whether reviews are being started, or wait after a stop. */
  const isUnfinished = (): boolean => {
    if (!running) return false
    const { phase, items } = running.queue.getState()
    return isActive(phase) || items.some(({ state }) => state.kind === 'waiting')
  }
  const blocker = useBlocker({
    shouldBlockFn: isUnfinished,
    enableBeforeUnload: isUnfinished,
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
      <Dialog
        onClose={() => (isUnfinished() ? setWantsToClose(true) : close())}
        // A run asks in its own words.
        {...(running && { holdsInput: false })}
        closesOnClickBeside={false}
        fullScreen={isNarrow}
        title="Start reviews"
        size={760}
        centered
      >
        {running ? (
          <StartProgress queue={running.queue} onClose={close} />
        ) : (
          <PlanStep vendors={'vendors' in of ? of.vendors : []} onStart={begin} onCancel={close} />
        )}
      </Dialog>
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
