import * as z from 'zod/mini'
import { reviewCreateRequest } from '../../../domain/contract/requests.ts'
import { newId } from '../../../lib/ids.ts'
import { type LocalDb, localDb } from '../../../lib/local-db.ts'
import { knownOwner, whenOwnerKnown } from '../../transport/owner.ts'
import type { CreationStore } from './kept-creations.ts'

/**
 * Runs of reviews, kept in this browser from their start until the analyst has seen how they ended.
 * A run is stored as its jobs; the outcome of each review is read from the kept creations.
 */

const runJob = z.object({
  vendorId: z.number(),
  vendorName: z.string(),
  title: z.string(),
  /** The title of the vendor's open review; null if there is none. */
  open: z.nullable(z.string()),
  /** It is listed among the results, but no request is sent for it. */
  isSkipped: z.boolean(),
  request: reviewCreateRequest,
})
/** One review of a run. */
export type RunJob = z.infer<typeof runJob>

const keptRun = z.object({
  version: z.literal(1),
  id: z.string(),
  /** By this computer's clock, which may be wrong: it is only shown, and never decides anything. */
  startedAt: z.string(),
  jobs: z.array(runJob),
})
/** A run as stored in this browser. */
export type KeptRun = z.infer<typeof keptRun>

/** A run that this page is carrying out; no other tab can do so at the same time. */
export interface Run {
  id: string
  jobs: readonly RunJob[]
  /** The vendors whose review an earlier page created, with the review's id if known. */
  done: ReadonlyMap<number, number | null>
  /** Resolves once the run is stored or cannot be. Nothing may be sent before. */
  ready: Promise<unknown>
  /**
   * Deletes the stored run. Called if later creations cannot be stored: a resumed run could send
   * them again.
   */
  giveUpKeeping: () => Promise<void>
  /** Ends the run: the analyst has seen its results. */
  end: () => Promise<void>
}

/** A run that an earlier page left unfinished. */
export interface UnfinishedRun extends Pick<KeptRun, 'id' | 'startedAt'> {
  /** How many reviews it was to create, and how many it certainly created. */
  total: number
  done: number
}

export interface Runs {
  begin: (jobs: readonly RunJob[]) => Run
  /** The owner's runs that no tab is carrying out, newest first. */
  unfinished: () => Promise<UnfinishedRun[]>
  /** @returns undefined if it no longer exists or another tab is carrying it out */
  resume: (id: string) => Promise<Run | undefined>
  /** Deletes a run. @returns whether it did; another tab may be carrying it out */
  discard: (id: string) => Promise<boolean>
}

/** What keeping runs needs from the browser. */
export interface RunPorts {
  db: LocalDb<KeptRun>
  creations: CreationStore
  /** See `lib/locks.ts`. */
  holdLock: (name: string) => Promise<(() => void) | null>
  heldLocks: () => Promise<ReadonlySet<string>>
}

/** Opens the database of runs. */
export const runsDb = (): LocalDb<KeptRun> => localDb('runs', keptRun)

const lockOf = (id: string): string => `run/${id}`

/** Makes the {@link Runs} of a page. */
export const createRuns = ({ db, creations, holdLock, heldLocks }: RunPorts): Runs => {
  const keyOf = (id: string): string | null => {
    const owner = knownOwner()
    return owner === null ? null : `${owner} ${id}`
  }
  const doneOf = async (runId: string): Promise<Map<number, number | null>> => {
    const kept = (await creations.all()).filter((creation) => creation.runId === runId)
    return new Map(
      kept
        .filter(({ outcome }) => outcome === 'done')
        .map(({ vendorId, reviewId }) => [vendorId, reviewId]),
    )
  }
  const forget = async (id: string): Promise<void> => {
    const key = keyOf(id)
    if (key !== null) await db.delete(key)
    for (const creation of await creations.all()) {
      if (creation.runId !== id) continue
      // Keep an unsure creation: it is looked up before the vendor gets another review.
      if (creation.outcome === 'unsure') await creations.keep({ ...creation, runId: null })
      else await creations.forget(creation)
    }
  }
  const runOf = (
    { id, jobs }: Pick<KeptRun, 'id' | 'jobs'>,
    done: Run['done'],
    ready: Promise<unknown>,
    lock: Promise<(() => void) | null>,
  ): Run => {
    let forgotten: Promise<void> | undefined
    return {
      id,
      jobs,
      done,
      ready,
      giveUpKeeping: () => (forgotten ??= forget(id)),
      end: async () => {
        await ready
        await forget(id)
        const letGo = await lock
        letGo?.()
      },
    }
  }

  return {
    begin: (jobs) => {
      const run: KeptRun = {
        version: 1,
        id: newId(),
        startedAt: new Date().toISOString(),
        jobs: [...jobs],
      }
      const lock = holdLock(lockOf(run.id))
      const key = keyOf(run.id)
      const ready = lock.then(() => (key === null ? false : db.set(key, run)))
      return runOf(run, new Map(), ready, lock)
    },
    unfinished: async () => {
      const owner = await whenOwnerKnown()
      const held = await heldLocks()
      const unfinished: UnfinishedRun[] = []
      for (const [key, { id, startedAt, jobs }] of await db.entries()) {
        if (!key.startsWith(`${owner} `) || held.has(lockOf(id))) continue
        const done = await doneOf(id)
        const meant = jobs.filter(({ isSkipped }) => !isSkipped)
        const left = meant.filter(({ vendorId }) => !done.has(vendorId))
        if (left.length > 0)
          unfinished.push({
            id,
            startedAt,
            total: meant.length,
            done: meant.length - left.length,
          })
      }
      return unfinished.toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
    },
    resume: async (id) => {
      const lock = await holdLock(lockOf(id))
      if (lock === null) return undefined
      const key = keyOf(id)
      const run = key === null ? undefined : await db.get(key)
      if (!run) {
        lock()
        return undefined
      }
      return runOf(run, await doneOf(id), Promise.resolve(), Promise.resolve(lock))
    },
    discard: async (id) => {
      const lock = await holdLock(lockOf(id))
      if (lock === null) return false
      await forget(id)
      lock()
      return true
    },
  }
}
