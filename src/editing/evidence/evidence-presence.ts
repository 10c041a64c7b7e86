import type { ReviewKey } from '../../api/saving/save-work.ts'
import { localDb } from '../../lib/local-db.ts'
import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'
import { reportReading } from './report-reading.ts'

/**
 * Whether the form in front has anything to show of a report: one was read beside it, or this browser
 * keeps sources of its values. The code that shows them loads only then.
 */
export const evidencePresence = service(() => createStore(false))

const hasKeptSources = async ({ vendorId, reviewId }: ReviewKey): Promise<boolean> => {
  // The keys are enough. What reads the records comes with the code that shows them.
  const db = localDb<never>('sources', { safeParse: () => ({ success: false }) })
  return (await db.keys()).some((key) => key.endsWith(` ${vendorId}/${reviewId}`))
}

/** Keeps {@link evidencePresence} true to a review. @returns a function that stops */
export const watchEvidence = (review: ReviewKey): (() => void) => {
  const { getState, subscribe } = reportReading()
  const { setState } = evidencePresence()
  let isOver = false
  const look = (): void => {
    const now = getState()
    // It stays once the report is closed, for what was used of it.
    if (now.state === 'read' && now.reading.fields !== null) setState(true)
  }
  setState(false)
  look()
  const stop = subscribe(look)
  void hasKeptSources(review).then((isKept) => {
    if (isKept && !isOver) setState(true)
  })
  return () => {
    isOver = true
    stop()
    setState(false)
  }
}
