import { describe, expect, it } from 'vitest'
import {
  adding,
  agreedList,
  endOfList,
  inNames,
  type Names,
  reconcileList,
  type Sides,
  stepOfList,
} from '../../testing/reconciled.ts'
import { namesOf, SERVICES, services, underWay } from '../../testing/works.ts'
import { TITLE, type Value } from './values.ts'

describe('a list without requests', () => {
  it.each<[string, Sides<Names>, Names]>([
    ['to the end', [['a'], ['a', 'm'], ['a']], ['m']],
    ['to an empty one', [[], ['m', 'n'], []], ['m', 'n']],
    ['behind what others added', [['a'], ['a', 'm'], ['a', 't']], ['m']],
    [
      'behind what others reworded',
      [
        ['a', 'b'],
        ['a', 'b', 'm'],
        ['a', 't'],
      ],
      ['m'],
    ],
    ['where a colleague added before I did (A6)', [['a'], ['a', 'm'], ['t', 'a']], ['m']],
  ])('is added to %s', (_, sides, added) => {
    expect(stepOfList(sides)).toEqual({ to: [...sides[2], ...added], adds: added })
  })

  it.each<[string, Sides<Names>, Names]>([
    [
      'I reworded',
      [
        ['a', 'b'],
        ['m', 'b'],
        ['a', 'b'],
      ],
      ['m', 'b'],
    ],
    ['I removed', [['a', 'b'], ['b'], ['a', 'b']], ['b']],
    [
      'I moved',
      [
        ['a', 'b'],
        ['b', 'a'],
        ['a', 'b'],
      ],
      ['b', 'a'],
    ],
    [
      'I added in the middle',
      [
        ['a', 'b'],
        ['a', 'm', 'b'],
        ['a', 'b'],
      ],
      ['a', 'm', 'b'],
    ],
    ['I emptied', [['a'], [], ['a']], []],
    [
      'I reworded where others added',
      [
        ['a', 'b'],
        ['m', 'b'],
        ['a', 'b', 't'],
      ],
      ['m', 'b', 't'],
    ],
    [
      'both changed other items (A5)',
      [
        ['a', 'b'],
        ['m', 'b'],
        ['a', 't'],
      ],
      ['m', 't'],
    ],
  ])('is cleared where %s', (_, sides, to) => {
    expect(stepOfList(sides)).toEqual({ to, clear: true })
  })

  it('is where the work goes on from, once it is clear what to do', () => {
    const { work } = reconcileList([
      ['a', 'b'],
      ['m', 'b'],
      ['a', 't'],
    ])
    expect([work.base[SERVICES], work.mine[SERVICES]].map(namesOf)).toEqual([
      ['a', 't'],
      ['m', 't'],
    ])
  })

  it.each<[string, Sides<Names>]>([
    ['nobody changed', [['a'], ['a'], ['a']]],
    [
      'others changed',
      [
        ['a', 'b'],
        ['a', 'b'],
        ['t', 'b'],
      ],
    ],
    ['others emptied (A5)', [['a', 'b'], ['a', 'b'], []]],
    ['both changed in the same way (B1)', [['a'], ['a', 'm'], ['a', 'm']]],
    ['both emptied', [['a'], [], []]],
  ])('is done where %s', (_, sides) => {
    expect(endOfList(sides)).toEqual(agreedList(sides[2]))
  })

  it.each<[string, Sides<Names>, Names]>([
    ['I remove what a colleague has reworded (A3)', [['a', 'b'], ['a'], ['a', 't']], ['a', 't']],
    [
      'both reword one item',
      [
        ['a', 'b'],
        ['a', 'm'],
        ['a', 't'],
      ],
      ['a', 't', 'm'],
    ],
    ['a colleague emptied it, and I reworded an item (A5)', [['a', 'b'], ['m', 'b'], []], ['m']],
  ])('is asked about where %s', (_, sides, both) => {
    const { work, step } = reconcileList(sides)
    expect(inNames(step)).toEqual({ ask: [both] })
    expect(step).toMatchObject({
      conflicts: [
        {
          path: SERVICES,
          base: services(...sides[0]),
          mine: services(...sides[1]),
          theirs: services(...sides[2]),
          held: services(...sides[2]),
        },
      ],
    })
    expect(work.base[SERVICES]).toEqual(services(...sides[0]))
    expect(work.mine[SERVICES]).toEqual(services(...sides[1]))
  })

  it('that was decided is asked about again where others go on changing it', () => {
    const sides: Sides<Names> = [
      ['a', 'b'],
      ['m', 'b'],
      ['a', 't'],
    ]
    const decided = { decided: [SERVICES] }
    expect(stepOfList(sides, [], decided)).toEqual({ ask: [['m', 't']] })
    expect(stepOfList(sides, [], { decided: [TITLE] })).toMatchObject({ clear: true })
    expect(
      stepOfList(
        [
          ['a', 'b'],
          ['m', 'b'],
          ['a', 'b'],
        ],
        [],
        decided,
      ),
    ).toMatchObject({ clear: true })
    expect(endOfList([['a'], ['a'], ['t']], [], decided)).toEqual(agreedList(['t']))
  })

  it('is not written where the service would refuse what is added', () => {
    const asked: Value[] = []
    const maySend = (_: string, value: Value): boolean => {
      asked.push(value)
      return false
    }
    const held = reconcileList([['a'], ['a', 'm'], ['a']], [], {}, { maySend })
    expect(held.step).toEqual({ kind: 'done' })
    expect(held.work.mine[SERVICES]).toEqual(services('a', 'm'))
    expect(stepOfList([['a'], ['m'], ['a']], [], {}, { maySend })).toBe('done')
    expect(stepOfList([['a'], ['a'], ['a']], [], {}, { maySend })).toBe('done')
    expect(asked.map(namesOf)).toEqual([['m'], ['m']])
  })
})

describe('an addition that was sent', () => {
  it('has arrived without an answer, and only what was typed since is sent (A1)', () => {
    const { work, step } = reconcileList([['a'], ['a', 'b', 'c'], ['a', 'b']], [adding('b')])
    expect(inNames(step)).toEqual({ to: ['a', 'b', 'c'], adds: ['c'] })
    expect(work.base[SERVICES]).toEqual(services('a', 'b'))
    expect(work.journal).toEqual([])
  })

  it('has arrived, and a line that I broke since is sent', () => {
    expect(stepOfList([[], ['one\ntwo'], ['one two']], [adding('one two')])).toEqual({
      to: ['one\ntwo'],
      clear: true,
    })
  })

  it('has arrived, and what both sides changed since is asked about', () => {
    const { work, step } = reconcileList([['a'], ['n', 'm'], ['t', 'm']], [adding('m')])
    expect(inNames(step)).toEqual({ ask: [['t', 'n', 'm']] })
    expect(work.base[SERVICES]).toEqual(services('a', 'm'))
    expect(work.journal).toEqual([])
  })

  it('was lost, and is sent with what was typed since', () => {
    expect(stepOfList([['a'], ['a', 'b', 'c'], ['a']], [adding('b')])).toEqual({
      to: ['a', 'b', 'c'],
      adds: ['b', 'c'],
    })
  })

  it.each<[string, Names, Names]>([
    ['alone', ['a', 'b'], ['a', 'b']],
    ['trimmed by the service (A1)', ['a', 'b '], ['a', 'b']],
    ['beside what a colleague added (A1)', ['a', 'b'], ['a', 'b', 't']],
    ['behind what a colleague added', ['a', 'b'], ['a', 't', 'b']],
  ])('has arrived %s, and is not sent again', (_, mine, now) => {
    const [, ...added] = mine
    expect(endOfList([['a'], mine, now], [adding(...added)])).toEqual(agreedList(now))
  })

  it('is sent again where it was removed since it had arrived, and typed again', () => {
    const sides: Sides<Names> = [['a'], ['a', 'b', 'b'], ['a', 'b']]
    expect(stepOfList(sides, [adding('b')])).toEqual({ to: ['a', 'b', 'b'], adds: ['b'] })
  })

  it('is taken back where I removed it since', () => {
    expect(stepOfList([['a'], ['a'], ['a', 'b']], [adding('b')])).toEqual({
      to: ['a'],
      clear: true,
    })
  })

  it.each<[string, Names, Names]>([
    ['in part (B4)', ['a', 'b'], ['a', 'b', 'c']],
    ['in other words (B4)', ['a', 'b, as they say'], ['a', 'b, as they say', 'b', 'c']],
  ])('may be there %s: nothing is sent before that is decided', (_, now, both) => {
    const held = reconcileList([['a'], ['a', 'b', 'c'], now], [adding('b', 'c')])
    expect(inNames(held.step)).toEqual({ ask: [both] })
    expect(held.work.base[SERVICES]).toEqual(services('a'))
    expect(held.work.journal).toMatchObject([{ open: [SERVICES], perhaps: [SERVICES] }])
  })

  it('may still arrive, and is waited for', () => {
    const sides: Sides<Names> = [['a'], ['a', 'b'], ['a']]
    const held = reconcileList(sides, [adding('b')], {}, { isSettled: underWay })
    expect(held.step).toEqual({ kind: 'wait' })
    expect(held.work).toMatchObject({ journal: [{ open: [SERVICES], perhaps: [] }] })
    expect(held.work.base[SERVICES]).toEqual(services('a'))
    expect(held.work.mine[SERVICES]).toEqual(services('a', 'b'))
  })

  it('that was seen in part, and removed by others since, is not sent again unasked', () => {
    const seen = { ...adding('b', 'c'), isSeen: true }
    expect(stepOfList([['a'], ['a', 'b', 'c'], ['a']], [seen])).toEqual({ ask: [['a', 'b', 'c']] })
  })

  it('that was typed upon an older list than the save began with goes on from the older one', () => {
    const sent = { ...adding('m'), from: services('a', 't'), outcome: 'taken' as const }
    const { work, step } = reconcileList([['a'], ['a', 'm', 'n'], ['a', 't', 'm']], [sent])
    expect(inNames(step)).toEqual({ to: ['a', 't', 'm', 'n'], adds: ['n'] })
    expect(work.journal).toEqual([])
  })
})
