import { type Creations, createCreations } from '../../api/once/reviews/creations.ts'
import { createCreationStore, type KeptCreation } from '../../api/once/reviews/kept-creations.ts'
import { createRuns, type KeptRun, type Runs } from '../../api/once/reviews/kept-runs.ts'
import { newestReviews, sendNewReview } from '../../api/once/reviews/review-requests.ts'
import { dbOf, locksOf, type Shared, type Storage } from './fake-browser.ts'
import { Life, type ReviewWorld } from './review-world.ts'

/** The parts of a page that create reviews. */
export interface ReviewPage {
  life: Life
  creations: Creations
  runs: Runs
  /** Vendors whose review was sent although the browser could not record it. */
  unkept: ReadonlySet<number>
}

/** Opens a page of a browser. @param storage how its storage behaves; read on each access */
export const openPage = (
  world: ReviewWorld,
  { creations: creationsDb, runs: runsDb, locks }: Shared<KeptCreation, KeptRun>,
  storage: () => Storage,
): ReviewPage => {
  const life = new Life()
  const store = createCreationStore(dbOf(creationsDb, life, storage))
  const unkept = new Set<number>()
  const { lock, holdLock, heldLocks } = locksOf(locks, life)
  const creations = createCreations({
    list: (...asked) => world.from(life, () => newestReviews(...asked)),
    send: (...asked) => world.from(life, () => sendNewReview(...asked)),
    store: {
      ...store,
      keep: async (creation) => {
        const isKept = await store.keep(creation)
        if (!isKept) unkept.add(creation.vendorId)
        return isKept
      },
    },
    lock,
    holdLock,
    heldLocks,
  })
  const db = dbOf(runsDb, life, storage)
  return {
    life,
    creations,
    runs: createRuns({ db, creations: store, holdLock, heldLocks }),
    unkept,
  }
}
