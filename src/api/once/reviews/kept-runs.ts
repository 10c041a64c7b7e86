import * as z from 'zod/mini'
import { reviewCreateRequest } from '../../../domain/contract/requests.ts'
import { newId } from '../../../lib/ids.ts'
import { type LocalDb, localDb } from '../../../lib/local-db.ts'
import { knownOwner, whenOwnerKnown } from '../../transport/owner.ts'
import type { CreationStore } from './kept-creations.ts'

/**
 * Runs of reviews, kept in this browser from their beginning until somebody has seen their end. A run
 * is kept as what it is to do; what has become of each review is read from the kept creations.
 */

const runJob = z.object({
  vendorId: z.number(),
  vendorName: z.string(),
  title: z.string(),
  /** What an open review of the vendor's is called; null where there is none. */
  open: z.nullable(z.string()),
  /** It stays among the results, but nothing is sent for it. */
  isSkipped: z.boolean(),
  request: reviewCreateRequest,
})
/** One review of a run. */
export type RunJob = z.infer<typeof runJob>

const keptRun = z.object({
  version: z.literal(1),
  id: z.string(),
  /** By this computer's clock, which may be wrong: it is shown, and decides nothing. */
  startedAt: z.string(),
  jobs: z.array(runJob),
})
/** A run as this browser keeps it. */
export type KeptRun = z.infer<typeof keptRun>

/** A run that a page is carrying out, alone among all tabs. */
export interface Run {
  id: string
  jobs: readonly RunJob[]
  /** The vendors whose review an earlier page has created, with the review's id where it is known. */
  done: ReadonlyMap<number, number | null>
  /** When this browser has kept the run, or cannot. Nothing is to be sent before. */
  ready: Promise<unknown>
  /** Keeps the run no longer: what is sent next could not be kept, so it could be sent again. */
  giveUpKeeping: () => Promise<void>
  /** Ends the run: somebody has seen what became of it. */
  end: () => Promise<void>
}

/** A run that an earlier page broke off. */
export interface UnfinishedRun extends Pick<KeptRun, 'id' | 'startedAt'> {
  /** How many reviews it was to create, and how many of them it certainly has. */
  total: number
  done: number
}

export interface Runs {
  begin: (jobs: readonly RunJob[]) => Run
  /** The owner's runs that nobody is carrying out, the newest first. */
  unfinished: () => Promise<UnfinishedRun[]>
  /** @returns undefined where it is gone, or another tab is carrying it out */
  resume: (id: string) => Promise<Run | undefined>
  /** Forgets a run. @returns whether it did; another tab may be carrying it out */
  discard: (id: string) => Promise<boolean>
}

/** What keeping runs asks of the browser. */
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

/** Makes what keeps the runs of a page. */
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
      // An unsure one stays: it is looked for before the vendor gets another review.
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
