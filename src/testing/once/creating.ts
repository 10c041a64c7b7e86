import { vi } from 'vitest'
import { ARRIVAL_MS } from '../../api/once/arrival.ts'
import { type CreateOptions, createCreations } from '../../api/once/reviews/creations.ts'
import { newestReviews, sendNewReview } from '../../api/once/reviews/review-requests.ts'
import { requestFor, rowOf } from '../creations.ts'
import { memoryStore } from './creation-store.ts'
import { locksOf } from './fake-browser.ts'
import { Life } from './review-world.ts'

export const TITLE = 'SOC 2, number 1'
export const request = () => requestFor(TITLE)
/** The requested review, as a list holds it. */
export const row = (id: number, change: Readonly<Record<string, unknown>> = {}) =>
  rowOf(request(), id, change)

/** A page that creates reviews of vendor 7. It shares store and locks with other tabs. */
export const creatingPage = (store = memoryStore(), locks = new Map<string, Life>()) => {
  const { lock, holdLock, heldLocks } = locksOf(locks, new Life())
  const { create, accept } = createCreations({
    list: newestReviews,
    send: sendNewReview,
    store,
    lock,
    holdLock,
    heldLocks,
  })
  const begin = (options: Partial<CreateOptions> = {}, asked = request(), vendorId = 7) =>
    create(vendorId, asked, { apiVersion: 2, ...options })
  return {
    store,
    accept,
    /** Starts the creation; the test must advance the clock. */
    begin,
    /** Creates the review, and advances the clock as far as that may need. */
    create: async (...asked: Parameters<typeof begin>) => {
      const creation = begin(...asked)
      await vi.advanceTimersByTimeAsync(2 * ARRIVAL_MS)
      return creation
    },
  }
}
