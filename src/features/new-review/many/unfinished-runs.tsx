import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { configQuery } from '../../../api/config.ts'
import { onceOf, unfinishedRunsQuery } from '../../../api/once/of-app.ts'
import type { Run, UnfinishedRun } from '../../../api/once/reviews/kept-runs.ts'
import { formatInstant } from '../../../lib/dates.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { Notice } from '../../../ui/notice.tsx'

const StartReviewsDialog = lazyPart(() => import('./start-reviews-dialog.tsx'))
const ConfirmDialog = lazyPart(() => import('../../../ui/confirm-dialog.tsx'))

const countOf = ({ done, total }: UnfinishedRun): string =>
  `${done} of ${total} ${total === 1 ? 'review' : 'reviews'} ${done === 1 ? 'was' : 'were'} started`

/**
 * Runs of reviews that an earlier page did not see through (a crash, a closed laptop): says so, and
 * goes on with one, or forgets it.
 */
export const UnfinishedRuns = () => {
  const queryClient = useQueryClient()
  const { data: config } = useQuery(configQuery)
  const { data: unfinished = [] } = useQuery(unfinishedRunsQuery)
  const { runs } = onceOf(queryClient)
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

  // Where nothing can be changed, nothing can be gone on with either.
  if (!config || config.readOnly) return null
  return (
    <>
      {!resumed &&
        unfinished.map((run) => (
          <Notice key={run.id} tone="warning" role="alert">
            <span>
              A run of reviews was not finished. It began on {formatInstant(run.startedAt)};{' '}
              {countOf(run)}.
            </span>
            <Button size="compact-sm" onClick={() => void goOn(run.id)}>
              Go on
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDiscarding(run.id)}>
              Discard
            </Button>
          </Notice>
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
            text="The reviews that it has not started are not started. Those that it has started stay."
            confirmLabel="Discard"
            onConfirm={discard}
            onCancel={() => setDiscarding(undefined)}
          />
        )}
      </Suspense>
    </>
  )
}
