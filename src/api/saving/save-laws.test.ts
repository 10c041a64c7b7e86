import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SaveIntent } from '../../domain/save-plan.ts'
import { emptySocEdit, isSame, type SocEdit } from '../../domain/soc-edit.ts'
import { FAULTS, type Fault, FlakyService, skipWaits, VENDOR } from '../../testing/flaky-service.ts'
import { edit, idOf, intent, shown } from '../../testing/soc-saves.ts'
import { readReview } from '../security-reviews.ts'
import {
  describeUnfinished,
  discardSave,
  resumeSave,
  saveReview,
  unfinishedSaves,
} from './save-review.ts'

/** The laws of the save plan, through every layer: what the network does, what is kept, what is sent. */

const numRuns = 300
const TIMEOUT_MS = 60_000
/** Every case has a review of its own: what this page remembers goes by the review. */
let reviewId = 1_000

beforeEach(() => {
  skipWaits()
  // A page that dies lets go of its locks; one that only seems dead to this test would not.
  vi.stubGlobal('navigator', {})
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const serviceOf = (holds: SocEdit, faults: readonly (Fault | null)[]): FlakyService =>
  new FlakyService(++reviewId, holds, faults)
const unfinished = (service: FlakyService) => unfinishedSaves(VENDOR, service.reviewId)

/** The first attempt, which may end in any way. */
const attempt = (service: FlakyService, save: SaveIntent) =>
  service.untilDeath(() =>
    saveReview({ vendorId: VENDOR, reviewId: service.reviewId, intent: save }),
  )
const isSaved = (outcome: Awaited<ReturnType<typeof attempt>>): boolean =>
  !(outcome instanceof Error) && outcome.kind !== 'conflict'

/** Opens the page again and again, until nothing is left unfinished. */
const finishAll = async (service: FlakyService): Promise<void> => {
  for (let opened = 0; opened < 20; opened++) {
    const [kept] = await unfinished(service)
    if (!kept) return
    const outcome = await service.untilDeath(() => resumeSave(kept))
    if (!(outcome instanceof Error)) expect(outcome.kind).toBe('saved')
  }
  throw new Error('The save goes on for ever.')
}

const discardAll = async (service: FlakyService): Promise<void> => {
  for (let opened = 0; opened < 20; opened++) {
    const [kept] = await unfinished(service)
    if (!kept) return
    const outcome = await service.untilDeath(() =>
      kept.isUndo ? resumeSave(kept) : discardSave(kept, idOf),
    )
    if (!(outcome instanceof Error)) expect(outcome.kind).toBe('saved')
  }
  throw new Error('The undo goes on for ever.')
}

const lawOfFinishing = async (save: SaveIntent, faults: readonly (Fault | null)[]) => {
  const service = serviceOf(save.base, faults)
  const outcome = await attempt(service, save)
  const isKept = (await unfinished(service)).length > 0
  await finishAll(service)
  // What failed and is not kept has certainly written nothing.
  expect(service.model.get()).toEqual(shown(isSaved(outcome) || isKept ? save.target : save.base))
}

const lawOfDiscarding = async (save: SaveIntent, faults: readonly (Fault | null)[]) => {
  const service = serviceOf(save.base, faults)
  const outcome = await attempt(service, save)
  if (isSaved(outcome)) {
    await finishAll(service)
    expect(service.model.get()).toEqual(shown(save.target))
    return
  }
  await discardAll(service)
  expect(service.model.get()).toEqual(shown(save.base))
}

/** A plan of two requests, so of four with the reads around them: a change, an addition, a field. */
const twoRequests = (): SaveIntent => {
  const base = emptySocEdit()
  base.findings.findings = [{ description: 'a' }, { description: 'b' }]
  base.endUserControls.userControls = [{ description: 'c', inPlace: false }]
  const target = structuredClone(base)
  target.findings.findings = [{ description: 'b' }, { description: 'x' }]
  target.endUserControls.userControls.push({ description: 'd', inPlace: true })
  target.cpaFirm.cpaFirm = 'Pell'
  return { base, target }
}

describe.each(FAULTS)('%s', (fault) => {
  // Once, and so often that the app's own repeats are used up.
  const times = [1, 12]
  it.each([0, 1, 2, 3].flatMap((at) => times.map((count) => [at, count] as const)))(
    'at request %i, %i times: the save can be finished, and discarded',
    async (at, count) => {
      const faults = [
        ...Array.from({ length: at }, () => null),
        ...Array.from({ length: count }, () => fault),
      ]
      await expect(lawOfFinishing(twoRequests(), faults)).resolves.toBeUndefined()
      await expect(lawOfDiscarding(twoRequests(), faults)).resolves.toBeUndefined()
    },
  )
})

const faults = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, fc.constantFrom(...FAULTS)),
  { maxLength: 12 },
)

describe('whatever goes wrong', () => {
  it(
    'a save that is finished later gives exactly what was to be there',
    () =>
      expect(
        fc.assert(fc.asyncProperty(intent, faults, lawOfFinishing), { numRuns }),
      ).resolves.toBeUndefined(),
    TIMEOUT_MS,
  )

  it(
    'a save that is discarded gives exactly what was there',
    () =>
      expect(
        fc.assert(fc.asyncProperty(intent, faults, lawOfDiscarding), { numRuns }),
      ).resolves.toBeUndefined(),
    TIMEOUT_MS,
  )

  it(
    'a save that is retried, typed on meanwhile, gives exactly what is in the form',
    () =>
      fc.assert(
        fc.asyncProperty(intent, edit, faults, async (save, typed, wrong) => {
          const service = serviceOf(save.base, wrong)
          const target = { ...typed, reviewerInformation: save.target.reviewerInformation }
          const first = await attempt(service, save)
          // A dead page retries nothing; one whose save succeeded starts from elsewhere.
          if (!(first instanceof Error) || first.message === 'The page died.')
            return finishAll(service)
          service.faults = service.faults.filter((fault) => !fault?.startsWith('dies'))
          for (let turn = 0; turn < 20; turn++) {
            const outcome = await attempt(service, { base: save.base, target })
            if (outcome instanceof Error) continue
            expect(['saved', 'unchanged']).toContain(outcome.kind)
            break
          }
          await finishAll(service)
          expect(service.model.get()).toEqual(shown(target))
        }),
        { numRuns },
      ),
    TIMEOUT_MS,
  )

  it(
    'what is said of an unfinished save is so',
    () =>
      fc.assert(
        fc.asyncProperty(intent, faults, async (save, wrong) => {
          const service = serviceOf(save.base, wrong)
          await attempt(service, save)
          service.faults = []
          const [kept] = await unfinished(service)
          if (!kept) return
          const review = await readReview(VENDOR, service.reviewId)
          const { kind } = describeUnfinished(kept, review)
          const holds = service.model.get()
          expect(kind === 'finished').toBe(isSame(holds, shown(save.target)))
          if (kind === 'untouched') expect(holds).toEqual(shown(save.base))
          await finishAll(service)
        }),
        { numRuns },
      ),
    TIMEOUT_MS,
  )
})

describe('requests', () => {
  it(
    'are no more than they have to be',
    () =>
      fc.assert(
        fc.asyncProperty(intent, async (save) => {
          const service = serviceOf(save.base, [])
          await attempt(service, save)
          const isChanged = !isSame(shown(save.base), shown(save.target))
          expect(service.puts.length).toBeLessThanOrEqual(2)
          expect(service.puts.length > 0).toBe(isChanged)
          expect(service.requests.length).toBeLessThanOrEqual(service.puts.length + 2)
          await expect(unfinished(service)).resolves.toEqual([])
        }),
        { numRuns },
      ),
    TIMEOUT_MS,
  )
})
