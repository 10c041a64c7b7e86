import type { QueryClient } from '@tanstack/react-query'
import { once } from '../../../api/once/of-app.ts'
import type { Run, RunJob } from '../../../api/once/reviews/kept-runs.ts'
import { securityReviews } from '../../../api/security-reviews.ts'
import { vendors } from '../../../api/vendors.ts'
import { createStartQueue, type StartQueue } from './start-queue.ts'
import type { StartState } from './start-state.ts'

/** The state in which an earlier page left a job. */
const stateIn =
  ({ done }: Run) =>
  ({ vendorId, title }: RunJob): StartState | undefined => {
    const id = done.get(vendorId)
    if (id === undefined) return undefined
    return { kind: 'done', review: id === null ? null : { id, title } }
  }

/**
 * The queue that carries out a run. The lists are refreshed when the queue rests, not after every
 * review.
 * @param apiVersion the version of the API that creates reviews
 */
export const createReviewsQueue = (
  queryClient: QueryClient,
  run: Run,
  apiVersion: 1 | 2,
): StartQueue<RunJob> => {
  const { creations } = once()
  return createStartQueue({
    jobs: run.jobs,
    stateOf: stateIn(run),
    start: async ({ vendorId, request }, createAnyway) => {
      await run.ready
      return creations.create(vendorId, request, {
        apiVersion,
        createAnyway,
        runId: run.id,
        onUnkept: run.giveUpKeeping,
      })
    },
    onRest: () => {
      void queryClient.invalidateQueries({ queryKey: securityReviews.lists })
      void queryClient.invalidateQueries({ queryKey: vendors.all })
    },
  })
}
