import { describe, expect, it } from 'vitest'
import {
  FOLLOW_UP,
  namesOf,
  requestTo,
  SERVICES,
  services,
  titleRequest,
  workAt,
} from '../../testing/works.ts'
import { carry as carryOver, overlay, rebase } from './carry.ts'
import { REVIEWER, TITLE, type Value } from './values.ts'
import { newWork, type Work } from './work.ts'

type Names = readonly string[]
const listWork = (base: Names, mine: Names): Work =>
  workAt(SERVICES, services(...base), services(...mine))
const fieldWork = (base: Value, mine: Value): Work => workAt(FOLLOW_UP, base, mine)
const fieldOf = ({ base, mine }: Work) => [base[FOLLOW_UP], mine[FOLLOW_UP]]
const listOf = ({ base, mine }: Work) => [namesOf(base[SERVICES]), namesOf(mine[SERVICES])]

const carry = (...works: Parameters<typeof carryOver>): Work => carryOver(...works).work

describe('a fresh read that is shown', () => {
  const rebaseField = (base: Value, mine: Value, theirs: Value) =>
    fieldOf(rebase(fieldWork(base, mine), { [FOLLOW_UP]: theirs }))
  const rebaseList = (base: Names, mine: Names, theirs: Names) =>
    listOf(rebase(listWork(base, mine), { [SERVICES]: services(...theirs) }))

  it.each([
    ['is taken over where I typed nothing', 'a', 'a', 't', ['t', 't']],
    ['is done where both say the same', 'a', 'm', 'm', ['m', 'm']],
    ['is done where both say the same in other letters', 'a', 'm ', 'm', ['m', 'm']],
    ['leaves what I typed where others changed nothing', 'a', 'm', 'a', ['a', 'm']],
    ['leaves what I typed where others changed letters alone', 'a b', 'm', 'a  b', ['a  b', 'm']],
    ['decides nothing where both differ', 'a', 'm', 't', ['a', 'm']],
  ])('%s', (_, base, mine, theirs, expected) => {
    expect(rebaseField(base, mine, theirs)).toEqual(expected)
  })

  it.each<[string, Names, Names, Names, Names[]]>([
    [
      'merges additions',
      ['a'],
      ['a', 'm'],
      ['a', 't'],
      [
        ['a', 't'],
        ['a', 't', 'm'],
      ],
    ],
    ['takes over removals', ['a', 'b'], ['a', 'b', 'm'], ['b'], [['b'], ['b', 'm']]],
    ['decides nothing where both reworded', ['a'], ['m'], ['t'], [['a'], ['m']]],
  ])('%s', (_, base, mine, theirs, expected) => {
    expect(rebaseList(base, mine, theirs)).toEqual(expected)
  })

  it('leaves alone what a request is open on, and what is decided', () => {
    const work = {
      ...newWork({ [TITLE]: 'a', [FOLLOW_UP]: 'a', [REVIEWER]: { name: null } }),
      journal: [titleRequest('a', 'b')],
      decided: [FOLLOW_UP],
    }
    const theirs = { [TITLE]: 't', [FOLLOW_UP]: 't', [REVIEWER]: { name: 'Ann Lee' } }
    const next = rebase(work, theirs)
    expect(next).toEqual({
      ...work,
      base: { ...work.base, [REVIEWER]: theirs[REVIEWER] },
      mine: { ...work.mine, [REVIEWER]: theirs[REVIEWER] },
    })
  })

  it('leaves alone what the read does not show', () => {
    const work = { ...newWork({ [TITLE]: 'a', [FOLLOW_UP]: 'a' }), mine: { [TITLE]: 'a', x: 'm' } }
    expect(rebase(work, { [TITLE]: 't' })).toMatchObject({
      base: { [TITLE]: 't', [FOLLOW_UP]: 'a' },
      mine: { [TITLE]: 't', x: 'm' },
    })
  })
})

describe('work that a save went on with', () => {
  const request = requestTo(FOLLOW_UP, { from: 'a', to: 'm' })

  it('takes over what the save saw where nothing was typed since', () => {
    const from = fieldWork('a', 'm')
    const to = { ...fieldWork('m', 'm'), decided: [TITLE] }
    expect(carry({ ...from, journal: [request] }, to, from)).toEqual(to)
    expect(carry(from, { ...from, journal: [request] }, from).journal).toEqual([request])
  })

  it('takes over what the save saw, whatever the page started from', () => {
    const page = fieldWork('older', 'm')
    expect(fieldOf(carry(fieldWork('a', 'm'), fieldWork('t', 't'), page))).toEqual(['t', 't'])
  })

  it('keeps what was typed during the save', () => {
    expect(
      fieldOf(carry(fieldWork('a', 'm'), fieldWork('m', 'm'), fieldWork('a', 'm more'))),
    ).toEqual(['m', 'm more'])
    expect(
      listOf(
        carry(
          listWork(['a'], ['a', 'm']),
          listWork(['a', 't', 'm'], ['a', 't', 'm']),
          listWork(['a'], ['a', 'm', 'n']),
        ),
      ),
    ).toEqual([
      ['a', 't', 'm'],
      ['a', 't', 'm', 'n'],
    ])
  })

  it('keeps what was typed upon a text that others changed, for the next save to ask', () => {
    expect(
      fieldOf(carry(fieldWork('a', 'a'), fieldWork('t', 't'), fieldWork('a', 'a more'))),
    ).toEqual(['a', 'a more'])
    expect(
      listOf(carry(listWork(['a'], ['a']), listWork(['t'], ['t']), listWork(['a'], ['a m']))),
    ).toEqual([['a'], ['a m']])
  })

  it('keeps what a page typed upon something else than the save began with', () => {
    expect(
      fieldOf(carry(fieldWork('a', 'a'), fieldWork('m', 'm'), fieldWork('older', 'm '))),
    ).toEqual(['older', 'm '])
    expect(
      listOf(
        carry(
          listWork(['a'], ['a']),
          listWork(['a', 't'], ['a', 't']),
          listWork(['o'], ['o', 'm']),
        ),
      ),
    ).toEqual([['o'], ['o', 'm']])
  })

  it('takes typing for what differs from the beginning, not from what was saved', () => {
    // The page never held the edit: another tab made it.
    expect(fieldOf(carry(fieldWork('a', 'a'), fieldWork('m', 'm'), fieldWork('a', 'a')))).toEqual([
      'm',
      'm',
    ])
  })
})

describe('typing over work that is restored late (A10)', () => {
  const over = (restored: Work, shown: Value, typed: Value) => {
    const [path = ''] = Object.keys(restored.mine)
    const { work, displaced } = overlay(restored, { [path]: shown }, { [path]: typed })
    return [work.base[path], work.mine[path], displaced.map(({ value }) => value)]
  }

  it.each([
    ['is the restored work where nothing was typed', fieldWork('a', 'm'), 'a', 'a', ['a', 'm', []]],
    ['stays in a field that held nothing', fieldWork('a', 'a'), 'a', 'typed', ['a', 'typed', []]],
    ['takes the field, and shows what it held', fieldWork('a', 'm'), 'a', 'n', ['a', 'n', ['m']]],
    ['shows no words twice', fieldWork('a', 'm'), 'a', 'm ', ['a', 'm ', []]],
  ])('%s', (_, restored, shown, typed, expected) => {
    expect(over(restored, shown, typed)).toEqual(expected)
  })

  it('is merged into a list', () => {
    const typed = services('a', 'n')
    const { work, displaced } = overlay(
      listWork(['a'], ['a', 'm']),
      { [SERVICES]: services('a') },
      { [SERVICES]: typed },
    )
    expect(listOf(work)).toEqual([['a'], ['a', 'm', 'n']])
    expect(displaced).toEqual([])
  })

  it('takes the item that both reworded, and shows what it held', () => {
    const { work, displaced } = overlay(
      listWork(['the first item', 'a'], ['the first item m', 'a']),
      { [SERVICES]: services('the first item', 'a') },
      { [SERVICES]: services('the first item n', 'a') },
    )
    expect(listOf(work)).toEqual([
      ['the first item', 'a'],
      ['the first item n', 'a'],
    ])
    expect(displaced).toEqual([{ path: SERVICES, value: services('the first item m') }])
  })

  it('keeps the item that was reworded on one side and removed on the other', () => {
    const removedAndReworded = (restored: readonly string[], typed: readonly string[]) => {
      const { work, displaced } = overlay(
        listWork(['the first item', 'a'], restored),
        { [SERVICES]: services('the first item', 'a') },
        { [SERVICES]: services(...typed) },
      )
      expect(displaced).toEqual([])
      return listOf(work)[1]
    }
    const [gone, reworded] = [['a'], ['the first item m', 'a']]
    expect(removedAndReworded(gone, reworded)).toEqual(reworded)
    expect(removedAndReworded(reworded, gone)).toEqual(reworded)
  })

  it('names the path of what it has no room for, and keeps the journal', () => {
    const restored = { ...fieldWork('a', 'm'), journal: [requestTo(FOLLOW_UP)] }
    const { work, displaced } = overlay(restored, { [FOLLOW_UP]: 'a' }, { [FOLLOW_UP]: 'n' })
    expect(displaced).toEqual([{ path: FOLLOW_UP, value: 'm' }])
    expect(work.journal).toBe(restored.journal)
  })
})

it('what was typed goes on from what it was typed upon, until it is carried over', () => {
  // I remove an item that a colleague has reworded; a save brings their change in over two steps.
  const begun = workAt(SERVICES, services('a', 'b'), services('a', 'b'))
  const merged = workAt(SERVICES, services('a', 'b'), services('a', 'b more'))
  const saved = workAt(SERVICES, services('a', 'b more'), services('a', 'b more'))
  const page = workAt(SERVICES, services('a', 'b'), services('a'))
  const first = carryOver(begun, merged, page)
  expect(first.from.mine[SERVICES]).toEqual(services('a', 'b'))
  const second = carryOver(first.from, saved, first.work)
  expect(second.work.base[SERVICES]).toEqual(services('a', 'b'))
  expect(second.work.mine[SERVICES]).toEqual(services('a'))
  // A list that both sides can share is carried over, and later typing starts from it.
  const typed = workAt(SERVICES, services('a', 'b'), services('a', 'b', 'c'))
  const carried = carryOver(begun, merged, typed)
  expect(carried.work.mine[SERVICES]).toEqual(services('a', 'b more', 'c'))
  expect(carried.from).toEqual(merged)
})
