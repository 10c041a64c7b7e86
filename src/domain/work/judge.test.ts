import { describe, expect, it } from 'vitest'
import {
  FOLLOW_UP,
  type RequestDetails,
  requestTo,
  SERVICES,
  services,
  settled,
  underWay,
} from '../../testing/works.ts'
import { type IsSettled, judgeField, judgeList } from './judge.ts'
import { type Path, REVIEWER, type Value } from './values.ts'
import { openAt } from './work.ts'

const judge = (
  base: readonly string[],
  requests: readonly RequestDetails[],
  now: readonly string[],
  isSettled: IsSettled = settled,
) => {
  const from = services(...base)
  const journal = requests.map((details) => requestTo(SERVICES, { from, ...details }))
  const sent = openAt({ journal }, SERVICES)
  return judgeList('services', services(...base), sent, services(...now), isSettled)
}
const isSettledAt =
  (moment: number | null): IsSettled =>
  (endedAt) =>
    endedAt === moment

const UNTOUCHED = { kind: 'untouched' }
const WAIT = { kind: 'wait' }
const unsure = (isCleared: boolean) => ({ kind: 'unsure', isCleared })
const arrived = (...base: string[]) => ({ kind: 'arrived', base: services(...base) })
const cleared = (...others: string[]) => ({ kind: 'cleared', others: services(...others) })
const doubled = (...others: string[]) => ({ kind: 'doubled', others: services(...others) })

describe('a list that we sent nothing to', () => {
  it.each([[['a']], [[]], [['t']]])('stands as others left it: %j', (now) => {
    expect(judge(['a'], [], now, underWay)).toEqual(UNTOUCHED)
  })
})

describe('an addition', () => {
  const adds = (...names: string[]): RequestDetails => ({ adds: services(...names) })

  it.each([
    ['alone', ['a', 'b'], ['m'], ['a', 'b', 'm']],
    ['behind what a colleague added', ['a', 'b'], ['m'], ['a', 'b', 't', 'm']],
    ['before what a colleague added', ['a', 'b'], ['m'], ['a', 'b', 'm', 't']],
    ['where a colleague has removed an item', ['a', 'b'], ['m'], ['b', 'm']],
    ['where a colleague has moved the items', ['a', 'b'], ['m'], ['b', 'm', 'a']],
    ['torn apart', ['a'], ['m', 'n'], ['a', 'm', 't', 'n']],
    ['of the words of the base', ['m'], ['m'], ['m', 'm']],
    ['of one item twice', ['a'], ['m', 'm'], ['m', 'a', 'm']],
    ['of no items', ['a'], [], ['a']],
  ])('has arrived %s', (_, base, added, now) => {
    expect(judge(base, [adds(...added)], now, underWay)).toEqual(arrived(...base, ...added))
  })

  it('has arrived in the letters of the service (B4)', () => {
    const [sent, shown] = ['Cafe\u0301  Nord ', 'Café Nord']
    expect(judge(['a'], [adds(sent)], ['a', shown])).toEqual(arrived('a', sent))
  })

  it.each([
    ['nothing of it is there', ['a'], ['m'], ['a']],
    ['only the base has its words', ['m'], ['m'], ['m']],
    ['an item of the base is gone', ['a', 'b'], ['m'], ['b']],
  ])('is lost where %s', (_, base, added, now) => {
    expect(judge(base, [adds(...added)], now)).toEqual(UNTOUCHED)
  })

  it.each([
    ['a part of it is there (B4)', ['m', 'n'], ['a', 'm']],
    ['one of two equal items is there', ['m', 'm'], ['a', 'm']],
    ['it may be there in other words (B4)', ['m'], ['a', 't']],
    ['words end as its words do', ['m'], ['a', 'them']],
  ])('is unsure where %s', (_, added, now) => {
    expect(judge(['a'], [adds(...added)], now)).toEqual(unsure(false))
  })

  it.each([[['a']], [['a', 't']], [['a', 'm']]])('can still arrive after a read of %j', (now) => {
    expect(judge(['a'], [adds('m', 'n')], now, underWay)).toEqual(WAIT)
  })

  it.each([[['a']], [['a', 't']], [[]]])('that was taken is never lost: %j', (now) => {
    const taken: RequestDetails = { ...adds('m'), outcome: 'taken' }
    expect(judge(['a'], [taken], now, underWay)).toEqual(unsure(false))
  })

  it('is waited for by the moment at which it ended', () => {
    expect(judge(['a'], [{ ...adds('m'), endedAt: 7 }], ['a'], isSettledAt(7))).toEqual(UNTOUCHED)
    expect(judge(['a'], [{ ...adds('m'), endedAt: null }], ['a'], isSettledAt(7))).toEqual(WAIT)
  })
})

describe('a clear without its addition', () => {
  const CLEAR: RequestDetails = { isClear: true }

  it.each([[[]], [['t']], [['a', 'b']]])('that was taken is done: %j', (now) => {
    expect(judge(['a', 'b'], [{ ...CLEAR, outcome: 'taken' }], now, underWay)).toEqual(
      cleared(...now),
    )
  })

  it('is done where the list is empty, whatever may still arrive', () => {
    expect(judge(['a', 'b'], [CLEAR], [], underWay)).toEqual(cleared())
  })

  it('is lost where the list stands as before', () => {
    expect(judge(['a', 'b'], [CLEAR], ['a', 'b'])).toEqual(UNTOUCHED)
  })

  it.each([[['a']], [['a', 'b', 't']], [['a', 't']], [['b', 'a']]])(
    'may be done where others have changed the list: %j',
    (now) => {
      expect(judge(['a', 'b'], [CLEAR], now)).toEqual(cleared(...now))
    },
  )

  it('can still arrive', () => {
    expect(judge(['a', 'b'], [CLEAR], ['a', 'b'], underWay)).toEqual(WAIT)
    const late = { ...CLEAR, endedAt: 7 }
    expect(judge(['a'], [late], ['a'], isSettledAt(7))).toEqual(UNTOUCHED)
  })
})

describe('an addition to a list that we cleared', () => {
  const CLEAR: RequestDetails = { isClear: true, outcome: 'taken' }
  const fill = (...names: string[]): RequestDetails[] => [CLEAR, { adds: services(...names) }]
  const taken = (...names: string[]): RequestDetails[] => [
    CLEAR,
    { adds: services(...names), outcome: 'taken' },
  ]

  it.each([
    [['a', 'm']],
    [['t', 'a', 'm']],
    [['a', 'm', 't']],
    // As many items as were cleared, in other words: they may be new items of somebody else.
    [['t', 'u', 'a', 'm']],
  ])('has arrived in %j', (now) => {
    expect(judge(['a', 'b'], fill('a', 'm'), now, underWay)).toEqual(arrived('a', 'm'))
  })

  it('is to be sent where the list is empty', () => {
    expect(judge(['a', 'b'], fill('a', 'm'), [])).toEqual(cleared())
    expect(judge(['a', 'b'], fill('a', 'm'), [], underWay)).toEqual(WAIT)
  })

  it.each([[['t']], [['a']], [['a', 'other words']]])('is unsure in %j', (now) => {
    expect(judge(['a', 'b'], fill('a', 'm'), now)).toEqual(unsure(true))
    expect(judge(['a', 'b'], fill('a', 'm'), now, underWay)).toEqual(WAIT)
  })

  it.each([[[]], [['t']]])('that was taken is never sent again: %j', (now) => {
    expect(judge(['a', 'b'], taken('a', 'm'), now, underWay)).toEqual(unsure(true))
  })

  it('is doubled where a colleague has written the base anew at the same time (A5)', () => {
    const both = ['a', 'b', 'a', 'm']
    expect(judge(['a', 'b'], taken('a', 'm'), both)).toEqual(doubled('a', 'b'))
  })

  it('is doubled where the colleague has written a part of the base anew', () => {
    expect(judge(['a', 'b'], taken('m'), ['a', 'm'])).toEqual(doubled('a'))
  })

  it('is doubled where the colleague has reworded an item of the base', () => {
    const base = ['two of nine leavers kept access']
    const theirs = 'two of ten leavers kept access'
    const now = [theirs, 'none kept access']
    expect(judge(base, taken('none kept access'), now)).toEqual(doubled(theirs))
  })

  it('takes the run that stands last for ours, and what is around it for theirs', () => {
    expect(judge(['m', 't'], taken('m'), ['m', 't', 'm'])).toEqual(doubled('m', 't'))
    expect(judge(['t', 'u', 'v'], taken('m', 'n'), ['t', 'u', 'm', 'n', 'v'])).toEqual(
      doubled('t', 'u', 'v'),
    )
  })

  it('takes items that stand together for ours, not the last ones of their words', () => {
    expect(judge(['t', 'n'], taken('m', 'n'), ['m', 'n', 't', 'n'])).toEqual(doubled('t', 'n'))
    expect(judge(['t', 'n'], taken('m', 'n'), ['t', 'm', 'n', 'n'])).toEqual(doubled('t', 'n'))
  })

  it('takes the last ones for ours where they do not stand together', () => {
    expect(judge(['m', 't'], taken('m', 'n'), ['m', 't', 'n', 'u', 'm'])).toEqual(
      doubled('m', 't', 'u'),
    )
  })
})

describe('a field', () => {
  const judgeAt = (
    path: Path,
    base: Value,
    requests: readonly RequestDetails[],
    now: Value,
    isSettled: IsSettled = settled,
  ) => {
    const journal = requests.map((details) => requestTo(path, details))
    return judgeField(path, base, openAt({ journal }, path), now, isSettled)
  }
  const UNCLEAR: RequestDetails = { to: 'mine' }
  const TAKEN: RequestDetails = { to: 'mine', outcome: 'taken' }

  it.each([
    ['nothing was sent', 'before', [], 'theirs', 'untouched'],
    ['ours is there', 'before', [UNCLEAR], 'mine', 'arrived'],
    ['ours is there in the letters of the service', 'before', [UNCLEAR], ' mine', 'arrived'],
    ['it stands as before', 'before', [UNCLEAR], 'before', 'untouched'],
    ['others have written', 'before', [UNCLEAR], 'theirs', 'untouched'],
    ['a change of space may not have arrived', 'mine ', [UNCLEAR], 'mine ', 'untouched'],
    ['ours was taken and is there', 'before', [TAKEN], 'mine', 'arrived'],
    ['a change of space was taken', 'mine ', [TAKEN], 'mine ', 'arrived'],
    ['ours was taken and others have written', 'before', [TAKEN], 'theirs', 'unsure'],
    ['ours was taken and others went back', 'before', [TAKEN], 'before', 'unsure'],
    ['an earlier one of ours is there', 'before', [UNCLEAR, { to: 'more' }], 'mine', 'arrived'],
    ['a later one decides', 'before', [TAKEN, { to: 'more' }], 'theirs', 'untouched'],
  ])('where %s', (_, base, requests, now, verdict) => {
    expect(judgeAt(FOLLOW_UP, base, requests, now)).toBe(verdict)
  })

  it.each([
    ['before', 'wait'],
    ['theirs', 'wait'],
    ['mine', 'arrived'],
  ])('shows %j while ours can still arrive', (now, verdict) => {
    expect(judgeAt(FOLLOW_UP, 'before', [UNCLEAR], now, underWay)).toBe(verdict)
  })

  it('is waited for by the moment at which the last request ended', () => {
    const requests = [
      { ...UNCLEAR, endedAt: 1 },
      { ...UNCLEAR, endedAt: 7 },
    ]
    expect(judgeAt(FOLLOW_UP, 'before', requests, 'before', isSettledAt(7))).toBe('untouched')
    expect(judgeAt(FOLLOW_UP, 'before', requests, 'before', isSettledAt(1))).toBe('wait')
  })

  it('may show a reviewer under another name than the one who was sent', () => {
    const sent: RequestDetails = { to: { name: 'Ann Lee', userId: 1 }, outcome: 'taken' }
    const none = { name: null }
    expect(judgeAt(REVIEWER, none, [sent], { name: 'A. Lee' })).toBe('arrived')
    expect(judgeAt(REVIEWER, none, [sent], { name: 'Ann Lee' })).toBe('arrived')
    expect(judgeAt(REVIEWER, none, [sent], none)).toBe('unsure')
    expect(judgeAt(REVIEWER, none, [{ ...sent, outcome: 'unclear' }], { name: 'Bo' })).toBe(
      'untouched',
    )
  })
})
