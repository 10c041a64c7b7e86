import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SocEdit } from '../../domain/soc/edit.ts'
import { toValues, type Values } from '../../domain/work/values.ts'
import { isUnfinished } from '../../domain/work/work.ts'
import { FAULTS, type Fault, FlakyService, VENDOR } from '../../testing/flaky-service.ts'
import {
  formOf,
  lastOf,
  reopened,
  type SaveRecord,
  startSave,
  untilOver,
  workFrom,
} from '../../testing/saves.ts'
import { edit, idOf } from '../../testing/soc-saves.ts'

/** One save, on a service that works and on one that fails: what was typed arrives exactly once. */

const REVIEW = 5000
const KEY = { vendorId: VENDOR, reviewId: REVIEW }

interface Move {
  from: [title: string, form: SocEdit]
  to: [title: string, form: SocEdit]
}

const MOVES: Readonly<Record<string, Move>> = {
  'an addition': { from: ['SOC 2', formOf(['a'])], to: ['SOC 2', formOf(['a', 'b'])] },
  'a rewording': { from: ['SOC 2', formOf(['a', 'b'])], to: ['SOC 2', formOf(['a', 'c'])] },
  'a list emptied': { from: ['SOC 2', formOf(['a', 'b'])], to: ['SOC 2', formOf([])] },
  'a field': { from: ['SOC 2', formOf([], 'Pell')], to: ['SOC 2', formOf([], 'Pell LLP')] },
  'a field emptied': { from: ['SOC 2', formOf([], 'Pell')], to: ['SOC 2', formOf([])] },
  'a title': { from: ['SOC 2', formOf([])], to: ['SOC 2 of 2026', formOf([])] },
  'all of it': {
    from: ['SOC 2', formOf(['a', 'a'], 'Pell')],
    to: ['SOC 2 of 2026', formOf(['b', 'a', 'a', 'b'], 'Marsh')],
  },
}

const held = ({ title, model }: FlakyService): Values => toValues(title, model.get())

/** Saves. If that fails, a page that opens later continues on a service that works again. */
const saveInTheEnd = async (service: FlakyService, move: Move): Promise<SaveRecord> => {
  service.title = move.from[0]
  let first: SaveRecord | undefined
  const end = await untilOver(
    service.untilDeath(() => {
      first = startSave(KEY, workFrom(move.from, move.to))
      return first.end
    }),
  )
  if (!(end instanceof Error)) {
    expect(end.kind).toBe('saved')
    return first as SaveRecord
  }
  service.faults = []
  const second = startSave(KEY, reopened(lastOf(first?.kept ?? [])))
  await expect(untilOver(second.end)).resolves.toMatchObject({ kind: 'saved' })
  return { ...second, kept: [...(first?.kept ?? []), ...second.kept] }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe.each(Object.entries(MOVES))('%s', (_, move) => {
  it('is written upon a fresh read, in two requests at most', async () => {
    const service = new FlakyService(REVIEW, move.from[1])
    const { kept } = await saveInTheEnd(service, move)
    expect(held(service)).toEqual(toValues(...move.to))
    // No read between a clear and its addition, so that the list is empty as briefly as possible.
    expect(service.methods.join(' ')).toMatch(/^GET PUT( PUT)?( GET)?$/)
    expect(isUnfinished(lastOf(kept))).toBe(false)
    expect(lastOf(kept).base).toEqual(lastOf(kept).mine)
  })

  it.each(FAULTS)('is there once, whichever request meets "%s"', async (fault) => {
    for (let at = 0; at < 4; at += 1) {
      const faults = [...Array.from({ length: at }, () => null), fault]
      const service = new FlakyService(REVIEW, move.from[1], faults)
      await saveInTheEnd(service, move)
      expect(held(service)).toEqual(toValues(...move.to))
    }
  })

  it('is written down before each request, with what that request does', async () => {
    const service = new FlakyService(REVIEW, move.from[1])
    service.title = move.from[0]
    const record = startSave(KEY, workFrom(move.from, move.to))
    const open: number[] = []
    service.afterPut = () =>
      open.push(lastOf(record.kept).journal.filter(({ endedAt }) => endedAt === null).length)
    await untilOver(record.end)
    expect(open.length).toBeGreaterThan(0)
    expect(open.every((count) => count === 1)).toBe(true)
  })
})

it('any form becomes any other, whatever goes wrong on the way', async () => {
  expect.hasAssertions()
  /** A reviewer is chosen by id. */
  const chosen = edit.map((form): SocEdit => {
    const { reviewer } = form.reviewerInformation
    if (reviewer !== null) form.reviewerInformation.reviewerUserId = idOf(reviewer)
    return form
  })
  const faults = fc.array(fc.option(fc.constantFrom<Fault>(...FAULTS)), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(edit, chosen, faults, async (base, target, wrong) => {
      const service = new FlakyService(REVIEW, base, wrong)
      const { kept } = await saveInTheEnd(service, {
        from: ['SOC 2', base],
        to: ['SOC 2', target],
      })
      const { reviewerUserId: _, ...reviewer } = target.reviewerInformation
      const shown = { ...target, reviewerInformation: reviewer }
      expect(held(service)).toEqual(toValues('SOC 2', shown))
      expect(isUnfinished(lastOf(kept))).toBe(false)
    }),
    { numRuns: 60 },
  )
})
