import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { withLock } from '../../lib/local-db.ts'
import { heldLocks, holdLock } from '../../lib/locks.ts'
import { type Creations, createCreations } from './reviews/creations.ts'
import { createCreationStore, creationsDb } from './reviews/kept-creations.ts'
import { createRuns, type Runs, runsDb } from './reviews/kept-runs.ts'
import { newestReviews, sendNewReview } from './reviews/review-requests.ts'

/** One of each for each app, which is what a query client stands for. */
const apps = new WeakMap<QueryClient, { creations: Creations; runs: Runs }>()

/** @returns what creates an app's reviews, and what keeps its runs of them */
export const onceOf = (queryClient: QueryClient): { creations: Creations; runs: Runs } => {
  const known = apps.get(queryClient)
  if (known) return known
  const store = createCreationStore(creationsDb())
  const made = {
    creations: createCreations({
      list: newestReviews,
      send: sendNewReview,
      store,
      lock: withLock,
      holdLock,
      heldLocks,
    }),
    runs: createRuns({ db: runsDb(), creations: store, holdLock, heldLocks }),
  }
  apps.set(queryClient, made)
  return made
}

/** The runs that an earlier page broke off, asked anew each time they are looked at. */
export const unfinishedRunsQuery = queryOptions({
  queryKey: ['unfinished-runs'] as const,
  queryFn: ({ client }) => onceOf(client).runs.unfinished(),
  staleTime: 0,
})
