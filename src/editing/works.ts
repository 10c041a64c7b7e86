import { appQueryClient } from '../api/query-client.ts'
import { cacheReview } from '../api/saving/cache-review.ts'
import { reviewService } from '../api/saving/review-service.ts'
import type { ReviewKey } from '../api/saving/save-work.ts'
import { createTabs, type Tabs } from '../api/saving/tabs.ts'
import { announceSave } from '../api/saving/watch-review.ts'
import { storedWork } from '../api/saving/work-schema.ts'
import { createWorkStore, type WorkStore } from '../api/saving/work-store.ts'
import { whenOwnerKnown } from '../api/transport/owner.ts'
import { localDay } from '../lib/dates.ts'
import { localDb } from '../lib/local-db.ts'
import { withLock } from '../lib/locks.ts'
import { service } from '../lib/services.ts'
import { createReviewWork } from './review-work.ts'
import type { ReviewWork } from './work-state.ts'

/** The work on all reviews in this tab. Unsaved work outlives the page that it was typed on. */
export interface Works {
  of: (key: ReviewKey) => ReviewWork
  store: WorkStore
  tabs: Tabs
}

export const works = service((): Works => {
  const tabs = createTabs()
  const store = createWorkStore({ db: localDb('work', storedWork), tabs, owner: whenOwnerKnown })
  const ofReviews = new Map<string, ReviewWork>()
  const nameOf = ({ vendorId, reviewId }: ReviewKey): string => `${vendorId}/${reviewId}`
  return {
    store,
    tabs,
    of: (key) => {
      const name = nameOf(key)
      const known = ofReviews.get(name)
      if (known) return known
      const work = createReviewWork(key, {
        service: reviewService,
        store,
        lock: (of, run) => withLock(`save/${nameOf(of)}`, run),
        cache: (of, review) => cacheReview(appQueryClient(), of, review),
        announce: (of) => void announceSave(of, tabs),
        today: () => localDay(new Date()),
      })
      ofReviews.set(name, work)
      return work
    },
  }
})
