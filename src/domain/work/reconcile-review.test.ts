import { describe, expect, it } from 'vitest'
import { adding, CLEAR, type Names, taken } from '../../testing/reconciled.ts'
import {
  FINDINGS,
  FOLLOW_UP,
  formWith,
  type RequestDetails,
  requestTo,
  SERVICES,
  services,
  settled,
  takesAll,
  titleRequest,
  underWay,
  workAt,
} from '../../testing/works.ts'
import { isBetweenRequests, type ReconcileOptions, reconcile } from './reconcile.ts'
import { itemsAt, type Path, TITLE, type Value, type Values } from './values.ts'
import { newWork, type Work } from './work.ts'

const hold = (work: Work, theirs: Values, options: Partial<ReconcileOptions> = {}) =>
  reconcile(work, theirs, { isSettled: settled, maySend: takesAll, ...options })

const DONE = { kind: 'done' }
const sets = (path: Path, value: Value) => ({
  kind: 'send',
  plan: { from: expect.anything() as Values, to: { [path]: value }, clears: [], adds: {} },
})
const asks = (path: Path, base: Value, mine: Value, theirs: Value) => ({
  kind: 'ask',
  conflicts: [{ path, base, mine, theirs, held: theirs }],
})

describe('a review', () => {
  const OTHER = 'cpaFirm.cpaFirm'
  const base = { [TITLE]: 'A', [FOLLOW_UP]: null, [OTHER]: 'firm', [SERVICES]: services('a') }

  it('is sent in one request, and asked about only when all else is done', () => {
    const work = { ...newWork(base), mine: { ...base, [TITLE]: 'B', [FOLLOW_UP]: 'mine' } }
    const theirs = { ...base, [FOLLOW_UP]: 'theirs' }
    const first = hold(work, theirs)
    expect(first.step).toEqual(sets(TITLE, 'B'))
    const second = hold(first.work, { ...theirs, [TITLE]: 'B' })
    expect(second.step).toEqual(asks(FOLLOW_UP, null, 'mine', 'theirs'))
  })

  it('is waited for before anything of it is sent', () => {
    const mine = { ...base, [TITLE]: 'B', [FOLLOW_UP]: 'mine' }
    const work = { ...newWork(base), mine, journal: [titleRequest('A', 'B')] }
    expect(hold(work, base, { isSettled: underWay }).step).toEqual({ kind: 'wait' })
    expect(hold(work, base).step).toMatchObject({ plan: { to: { [TITLE]: 'B' } } })
  })

  it('keeps what the service would refuse, and sends the rest', () => {
    const mine = { ...base, [TITLE]: 'B', [FOLLOW_UP]: 'refused' }
    const work = { ...newWork(base), mine }
    const maySend = (path: Path, value: Value) => path !== FOLLOW_UP || value !== 'refused'
    expect(hold(work, base, { maySend }).step).toEqual(sets(TITLE, 'B'))
    const held = hold(work, { ...base, [TITLE]: 'B' }, { maySend })
    expect(held.step).toEqual(DONE)
    expect(held.work.mine[FOLLOW_UP]).toBe('refused')
    expect(held.work.base[FOLLOW_UP]).toBeNull()
  })

  it('keeps the values that a read does not show', () => {
    const work = { ...newWork(base), mine: { ...base, [FOLLOW_UP]: 'mine' } }
    const { work: next, step } = hold(work, { [TITLE]: 'C' })
    expect(step).toEqual(DONE)
    expect(next.base).toEqual({ ...base, [TITLE]: 'C' })
    expect(next.mine).toEqual({ ...base, [TITLE]: 'C', [FOLLOW_UP]: 'mine' })
  })

  it('forgets a decision once what was decided is saved', () => {
    const work: Work = {
      ...newWork(base),
      mine: { ...base, [FOLLOW_UP]: 'mine', [TITLE]: 'B' },
      decided: [TITLE, FOLLOW_UP],
    }
    expect(hold(work, base).work.decided).toEqual([TITLE, FOLLOW_UP])
    expect(hold(work, { ...base, [TITLE]: 'B' }).work.decided).toEqual([FOLLOW_UP])
  })
})

describe('a list beside other values', () => {
  it('is cleared with what is set, before anything is added', () => {
    const base = formWith({ [SERVICES]: services('a'), [FINDINGS]: [] })
    const mine = {
      ...base,
      [TITLE]: 'B',
      [SERVICES]: services('m'),
      [FINDINGS]: [{ description: 'f' }],
    }
    const work = { ...newWork(base), mine }
    expect(hold(work, base).step).toEqual({
      kind: 'send',
      plan: {
        from: expect.anything() as Values,
        to: { [TITLE]: 'B', [SERVICES]: services('m') },
        clears: [SERVICES],
        adds: {},
      },
    })
    const adder = { ...work, mine: { ...mine, [SERVICES]: services('a', 'm') } }
    expect(hold(adder, base).step).toEqual({
      kind: 'send',
      plan: {
        from: expect.anything() as Values,
        to: { [TITLE]: 'B', [SERVICES]: services('a', 'm'), [FINDINGS]: [{ description: 'f' }] },
        clears: [],
        adds: { [SERVICES]: services('m'), [FINDINGS]: [{ description: 'f' }] },
      },
    })
  })
})

describe('a list that is empty for a moment', () => {
  const between = (base: Names, theirs: Names, ...requests: RequestDetails[]): boolean => {
    const journal = requests.map((details) => requestTo(SERVICES, details))
    const work = workAt(SERVICES, services(...base), services(...base), ...journal)
    return isBetweenRequests(
      { ...work, base: { ...work.base, [TITLE]: 'A' } },
      {
        [TITLE]: '',
        [SERVICES]: services(...theirs),
      },
    )
  }

  it('may be between somebody’s clear and their addition', () => {
    expect(between(['a'], [])).toBe(true)
    expect(between(['a'], [], adding('b'))).toBe(true)
    expect(between(['a'], [], CLEAR, taken(adding('b')))).toBe(true)
  })

  it('is not where it holds something, never did, or was cleared by us', () => {
    expect(between(['a'], ['t'])).toBe(false)
    expect(between([], [])).toBe(false)
    expect(between(['a'], [], CLEAR)).toBe(false)
    expect(between(['a'], [], CLEAR, adding('b'))).toBe(false)
  })

  it('is looked for in all lists', () => {
    const work = newWork(formWith({ [SERVICES]: services('a') }))
    expect(isBetweenRequests(work, work.base)).toBe(false)
    expect(isBetweenRequests(work, formWith())).toBe(true)
    expect(itemsAt(formWith(), SERVICES)).toEqual([])
  })
})
