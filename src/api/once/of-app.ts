import { queryOptions } from '@tanstack/react-query'
import { heldLocks, holdLock, withLock } from '../../lib/locks.ts'
import { service } from '../../lib/services.ts'
import { createCreations } from './reviews/creations.ts'
import { createCreationStore, creationsDb } from './reviews/kept-creations.ts'
import { createRuns, runsDb } from './reviews/kept-runs.ts'
import { newestReviews, sendNewReview } from './reviews/review-requests.ts'

/** The page's creations of reviews, and its runs of them. */
export const once = service(() => {
  const store = createCreationStore(creationsDb())
  return {
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
})

/** The runs that an earlier page left unfinished, read anew each time they are shown. */
export const unfinishedRunsQuery = queryOptions({
  queryKey: ['unfinished-runs'] as const,
  queryFn: () => once().runs.unfinished(),
  staleTime: 0,
})
