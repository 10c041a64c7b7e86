import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { resetServices } from '../../../lib/services.ts'
import { requestFor } from '../../../testing/creations.ts'
import { memoryDb } from '../../../testing/once/creation-store.ts'
import { noteOwner } from '../../transport/owner.ts'
import { createCreationStore, type KeptCreation } from './kept-creations.ts'
import { createRuns, type KeptRun, type RunJob } from './kept-runs.ts'

const job = (vendorId: number, isSkipped = false): RunJob => ({
  vendorId,
  vendorName: `Vendor ${vendorId}`,
  title: `Review ${vendorId}`,
  open: null,
  isSkipped,
  request: requestFor(`Review ${vendorId}`),
})
const JOBS = [job(1), job(2), job(3, true), job(4)]

/** A browser, whose pages share its databases and its locks. */
const browser = () => {
  const runsDb = memoryDb<KeptRun>()
  const creationsDb = memoryDb<KeptCreation>()
  const held = new Set<string>()
  const open = () => {
    const own = new Set<string>()
    const creations = createCreationStore(creationsDb)
    const runs = createRuns({
      db: runsDb,
      creations,
      holdLock: async (name) => {
        if (held.has(name)) return null
        held.add(name)
        own.add(name)
        return () => void held.delete(name)
      },
      heldLocks: async () => held,
    })
    return { runs, creations, crash: () => own.forEach((name) => held.delete(name)) }
  }
  return { open, runsDb, creationsDb }
}
const creation = (
  vendorId: number,
  runId: string,
  change: Partial<KeptCreation>,
): KeptCreation => ({
  version: 1,
  id: runId,
  vendorId,
  request: requestFor(`Review ${vendorId}`),
  hasFile: false,
  before: { ids: [], unreadable: 0 },
  sentAt: '2026-11-26T10:00:00Z',
  runId,
  outcome: 'unsure',
  reviewId: null,
  ...change,
})

beforeEach(() => {
  noteOwner({ company: 'acme', user: 'ada' })
})
afterEach(() => {
  resetServices()
})

describe('a run of reviews', () => {
  it('is offered once its page has ended, with what it has done', async () => {
    const { open } = browser()
    const [first, second] = [open(), open()]
    const run = first.runs.begin(JOBS)
    await run.ready
    await first.creations.keep(creation(1, run.id, { outcome: 'done', reviewId: 11 }))
    await first.creations.keep(creation(2, run.id, {}))
    await expect(second.runs.unfinished()).resolves.toEqual([])
    await expect(second.runs.resume(run.id)).resolves.toBeUndefined()
    await expect(second.runs.discard(run.id)).resolves.toBe(false)
    first.crash()
    await expect(second.runs.unfinished()).resolves.toMatchObject([
      { id: run.id, done: 1, total: 3 },
    ])
    const resumed = await second.runs.resume(run.id)
    expect(resumed?.jobs).toEqual(JOBS)
    expect(resumed?.done).toEqual(new Map([[1, 11]]))
    await expect(open().runs.resume(run.id)).resolves.toBeUndefined()
  })

  it('is forgotten when somebody has seen its end, but for what nobody can tell of', async () => {
    const { open, runsDb } = browser()
    const { runs, creations } = open()
    const run = runs.begin(JOBS)
    await run.ready
    await creations.keep(creation(1, run.id, { outcome: 'done', reviewId: 11 }))
    await creations.keep(creation(2, run.id, {}))
    await creations.keep(creation(4, run.id, { outcome: 'absent' }))
    await run.end()
    expect(runsDb.values.size).toBe(0)
    await expect(creations.all()).resolves.toMatchObject([{ vendorId: 2, runId: null }])
    // No page holds its lock any more.
    await expect(runs.discard(run.id)).resolves.toBe(true)
  })

  it('is not offered where all of it is done, nor to another owner', async () => {
    const { open } = browser()
    const { runs, creations, crash } = open()
    const run = runs.begin([job(1)])
    await run.ready
    crash()
    noteOwner({ company: 'acme', user: 'bob' })
    await expect(runs.unfinished()).resolves.toEqual([])
    await expect(runs.resume(run.id)).resolves.toBeUndefined()
    await expect(creations.all()).resolves.toEqual([])
    noteOwner({ company: 'acme', user: 'ada' })
    await expect(runs.unfinished()).resolves.toHaveLength(1)
    await creations.keep(creation(1, run.id, { outcome: 'done', reviewId: 11 }))
    await expect(runs.unfinished()).resolves.toEqual([])
  })

  it('waits for the owner, and keeps nothing while there is none', async () => {
    const { open, runsDb } = browser()
    const { runs, creations } = open()
    resetServices()
    const run = runs.begin(JOBS)
    await run.ready
    await expect(creations.keep(creation(1, run.id, {}))).resolves.toBe(false)
    await run.end()
    expect(runsDb.values.size).toBe(0)
    let isAnswered = false
    const unfinished = runs.unfinished().then(() => {
      isAnswered = true
    })
    await Promise.resolve()
    expect(isAnswered).toBe(false)
    noteOwner({ company: 'acme', user: 'ada' })
    await unfinished
  })

  it('is kept no longer once something of it cannot be kept', async () => {
    const { open, runsDb } = browser()
    const { runs, crash } = open()
    const run = runs.begin(JOBS)
    await run.ready
    await run.giveUpKeeping()
    crash()
    expect(runsDb.values.size).toBe(0)
    await expect(open().runs.unfinished()).resolves.toEqual([])
  })
})
