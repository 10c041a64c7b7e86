import { describe, expect, it } from 'vitest'
import { services } from '../../testing/works.ts'
import { diffLists, keptInOrder } from './list-diff.ts'

type Names = readonly string[]
const diff = (before: Names, after: Names, byLikeness = false) =>
  diffLists('services', services(...before), services(...after), byLikeness)
/** The index in `after` of each item of `before`. */
const indexesOf = (before: Names, after: Names, byLikeness = false): readonly number[] =>
  diff(before, after, byLikeness).now

describe('what became of a list', () => {
  it.each<[string, Names, Names, number[]]>([
    ['nothing', ['a', 'b'], ['a', 'b'], [0, 1]],
    ['all of it went', ['a', 'b'], [], [-1, -1]],
    ['some came before it', ['a'], ['x', 'y', 'a'], [2]],
    ['the second of two equal items went', ['a', 'a'], ['a'], [0, -1]],
    ['a third equal item came', ['a', 'a'], ['a', 'a', 'a'], [0, 1]],
    ['an item moved to the end', ['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'], [3, 0, 1, 2]],
    ['one was reworded in each of two gaps', ['a', 'b', 'c'], ['x', 'b', 'y'], [0, 1, 2]],
    ['two in a row were reworded', ['a', 'b', 'c'], ['x', 'y', 'c'], [0, 1, 2]],
    ['one went and one came elsewhere', ['a', 'b'], ['b', 'x'], [-1, 0]],
    ['more came than went', ['a', 'b'], ['x', 'y', 'b'], [-1, 2]],
    [
      'one was reworded behind one that moved',
      ['a', 'b', 'c', 'd'],
      ['d', 'a', 'x', 'c'],
      [1, 2, 3, 0],
    ],
  ])('where %s', (_, before, after, indexes) => {
    expect(indexesOf(before, after)).toEqual(indexes)
  })

  it('keeps as many pairs in order as there can be', () => {
    // The longest common sequences are 1 2 5 and 1 3 5, so the item in between counts as moved.
    const { isReordered, now } = diff(['a', 'b', 'c', 'd'], ['a', 'c', 'b', 'd'])
    expect([isReordered, now]).toEqual([true, [0, 2, 1, 3]])
    expect(diff(['a', 'b', 'c'], ['a', 'x', 'c']).isReordered).toBe(false)
    expect(diff(['a', 'b', 'c'], ['b', 'c']).isReordered).toBe(false)
    // Rewording is looked for between the items that kept their order: b and c, not a.
    expect(indexesOf(['a', 'b', 'o', 'c'], ['b', 'n', 'c', 'a'])).toEqual([3, 0, 1, 2])
    expect(indexesOf(['a', 'b', 'c', 'o', 'd'], ['d', 'a', 'b', 'c', 'n'])).toEqual([1, 2, 3, 4, 0])
  })
})

describe('the likeness of items', () => {
  const before = 'two of nine leavers kept access'

  it('is that half of the words of the shorter text are the same, whatever their case', () => {
    const isPaired = (now: string): boolean => indexesOf([before], ['new', now, 'more'])[0] === 1
    expect(isPaired('Two of ten leavers kept access')).toBe(true)
    expect(isPaired('TWO OF NINE')).toBe(true)
    expect(isPaired('two joiners')).toBe(true)
    expect(isPaired('two new joiners')).toBe(false)
    expect(isPaired('twos ofs')).toBe(false)
  })

  it('is looked for where as many came as went, if it alone counts', () => {
    expect(indexesOf(['a', 'b'], ['x', 'b'], true)).toEqual([-1, 1])
    expect(indexesOf([before, 'b'], [`${before} today`, 'b'], true)).toEqual([0, 1])
  })

  it('pairs items in their order, each once', () => {
    expect(indexesOf(['a one', 'a two'], ['a three', 'new', 'a four'])).toEqual([0, 2])
    expect(indexesOf(['a one', 'a two', 'a three'], ['a four', 'a five'])).toEqual([0, 1, -1])
    expect(indexesOf(['b one', 'a two'], ['a four', 'b five', 'c six'])).toEqual([1, -1])
    expect(indexesOf(['z', 'a two'], ['y', 'a four', 'x'])).toEqual([-1, 1])
  })

  it('is that of words that are there: two blank texts are not alike', () => {
    expect(indexesOf([' '], ['', 'x'])).toEqual([0])
    expect(indexesOf(['a'], ['', 'x'])).toEqual([-1])
  })

  it('is not looked for among very many', () => {
    const names = (count: number, word: string): string[] =>
      Array.from({ length: count }, (_, index) => `${word} ${index} same words`)
    expect(indexesOf(names(50, 'old'), names(51, 'new')).every((index) => index === -1)).toBe(true)
    expect(indexesOf(names(50, 'old'), names(49, 'new'))[0]).toBe(0)
    // 50 times 50 is the limit.
    expect(indexesOf(names(50, 'old'), names(50, 'new'), true)).toEqual(
      Array.from({ length: 50 }, (_, index) => index),
    )
  })
})

describe('the words that two rows have in common', () => {
  it.each<[Names, Names, number[]]>([
    [
      ['a', 'b', 'c'],
      ['a', 'x', 'c'],
      [0, 2],
    ],
    [
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
      [1, 2],
    ],
    [
      ['a', 'a'],
      ['a', 'a', 'a'],
      [0, 1],
    ],
    [[], ['a'], []],
    [['a'], [], []],
    [
      ['d', 'a', 'b', 'c'],
      ['a', 'b', 'c', 'd'],
      [0, 1, 2],
    ],
  ])('in %j and %j', (before, after, indexes) => {
    expect(keptInOrder(before, after)).toEqual(new Set(indexes))
  })
})
