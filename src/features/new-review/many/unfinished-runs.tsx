import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { configQuery, may } from '../../../api/config.ts'
import { once, unfinishedRunsQuery } from '../../../api/once/of-app.ts'
import type { Run, UnfinishedRun } from '../../../api/once/reviews/kept-runs.ts'
import { explainError } from '../../../api/transport/explain-error.ts'
import { formatInstant } from '../../../lib/dates.ts'
import { useOneAtATime } from '../../../ui/hooks/use-one-at-a-time.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { Notice } from '../../../ui/notice.tsx'

const StartReviewsDialog = lazyPart(() => import('./start-reviews-dialog.tsx'))
const ConfirmDialog = lazyPart(() => import('../../../ui/confirm-dialog.tsx'))

const countOf = ({ done, total }: UnfinishedRun): string =>
  `${done} of ${total} ${total === 1 ? 'review' : 'reviews'} ${done === 1 ? 'was' : 'were'} started`

interface UnfinishedRunNoticeProps {
  unfinished: UnfinishedRun
  onGoOn: () => Promise<void>
  onDiscard: () => void
}

/** One unfinished run. An error of continuing it shows beside that run only. */
const UnfinishedRunNotice = ({ unfinished, onGoOn, onDiscard }: UnfinishedRunNoticeProps) => {
  const { isBusy, error, run } = useOneAtATime()
  return (
    <Notice tone="warning" role="alert">
      <span>
        A run of reviews was not finished. It began on {formatInstant(unfinished.startedAt)};{' '}
        {countOf(unfinished)}. {error !== null && explainError(error).sentence}
      </span>
      <Button size="compact-sm" loading={isBusy} onClick={() => void run(onGoOn)}>
        {' '}
        Continue{' '}
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onDiscard}>
        Discard
      </Button>
    </Notice>
  )
}

/**
 * The runs that an earlier page left unfinished (a crash, a closed laptop), each to be continued or
 * discarded.
 */
export const UnfinishedRuns = () => {
  const queryClient = useQueryClient()
  const { data: config } = useQuery(configQuery)
  const { data: unfinished = [] } = useQuery(unfinishedRunsQuery)
  const { runs } = once()
  const [resumed, setResumed] = useState<Run>()
  const [discarding, setDiscarding] = useState<string>()
  const [isTaken, setIsTaken] = useState(false)
  const readAgain = (): Promise<void> => queryClient.invalidateQueries(unfinishedRunsQuery)

  const goOn = async (id: string): Promise<void> => {
    const run = await runs.resume(id)
    setResumed(run)
    setIsTaken(!run)
    if (!run) await readAgain()
  }
  const discard = async (): Promise<void> => {
    const isDiscarded = discarding === undefined || (await runs.discard(discarding))
    setIsTaken(!isDiscarded)
    setDiscarding(undefined)
    await readAgain()
  }

  // Somebody who may only read cannot continue a run.
  if (!config || !may(config, 'edit')) return null
  return (
    <>
      {!resumed &&
        unfinished.map((run) => (
          <UnfinishedRunNotice
            key={run.id}
            unfinished={run}
            onGoOn={() => goOn(run.id)}
            onDiscard={() => setDiscarding(run.id)}
          />
        ))}
      {isTaken && (
        <Notice>Another tab is carrying out this run of reviews, or it has ended.</Notice>
      )}
      <Suspense>
        {resumed && (
          <StartReviewsDialog
            of={{ run: resumed, apiVersion: config.apiVersion }}
            onClose={() => setResumed(undefined)}
          />
        )}
        {discarding !== undefined && (
          <ConfirmDialog
            title="Discard this run of reviews?"
            text="The reviews it has not started yet will not be started. Those it has started stay."
            confirmLabel="Discard"
            onConfirm={discard}
            onCancel={() => setDiscarding(undefined)}
          />
        )}
      </Suspense>
    </>
  )
}
