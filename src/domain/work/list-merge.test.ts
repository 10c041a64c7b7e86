import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLists } from './list-diff.ts'
import { isClean, type MergeOptions, mergedItems, mergeLists } from './list-merge.ts'

const LIST = 'services'
const items = (names: readonly string[]) => names.map((name) => ({ name }))
const merge = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  options?: MergeOptions,
) => mergeLists(LIST, items(base), items(mine), items(theirs), options)
const result = (rows: ReturnType<typeof merge>): string[] =>
  mergedItems(LIST, rows).map(({ name }) => String(name))

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 7 })

describe('a comparison of two lists', () => {
  const diff = (before: string[], after: string[]) => diffLists(LIST, items(before), items(after))

  it('recognises what stayed, was reworded, removed, added and moved', () => {
    expect(diff(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual({
      now: [0, 1, 2],
      isSame: [true, false, true],
      before: [0, 1, 2, -1],
      isReordered: false,
    })
    expect(diff(['a', 'b', 'c'], ['c', 'a'])).toEqual({
      now: [1, -1, 0],
      isSame: [true, false, true],
      before: [2, 0],
      isReordered: true,
    })
  })

  it('finds the reworded one among those that came by its words', () => {
    const { now } = diff(
      ['start', 'two of nine leavers kept access', 'end'],
      ['start', 'something new', 'two of ten leavers kept access', 'end'],
    )
    expect(now).toEqual([0, 2, 3])
  })

  it('pairs every item at most once, on both sides', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { now, before: from } = diff(before, after)
        for (const [index, to] of now.entries()) if (to >= 0) expect(from[to]).toBe(index)
        for (const [to, index] of from.entries()) if (index >= 0) expect(now[index]).toBe(to)
      }),
    )
  })
})

describe('a merge of two lists', () => {
  it('where one side changed nothing is the other side', () => {
    fc.assert(
      fc.property(words, words, (base, other) => {
        expect(result(merge(base, other, base))).toEqual(other)
        expect(result(merge(base, base, other))).toEqual(other)
        expect(result(merge(base, other, other))).toEqual(other)
        expect(isClean(merge(base, other, base))).toBe(true)
        expect(isClean(merge(base, base, other))).toBe(true)
        expect(isClean(merge(base, other, other))).toBe(true)
      }),
    )
  })

  it('decided for both loses and doubles nothing that neither side removed', () => {
    // Each side adds distinct words, so that each word can be traced.
    const side = (prefix: string) =>
      fc.array(fc.oneof(fc.constantFrom('b0', 'b1', 'b2', 'b3'), fc.constant(prefix)), {
        maxLength: 8,
      })
    const distinct = (list: string[]): string[] =>
      list.map((word, index) => (word.startsWith('b') ? word : `${word}${index}`))
    const unique = (list: string[]): string[] => [...new Set(distinct(list))]
    fc.assert(
      fc.property(side('m'), side('t'), (one, other) => {
        const base = ['b0', 'b1', 'b2', 'b3']
        const [mine, theirs] = [unique(one), unique(other)]
        const merged = result(merge(base, mine, theirs))
        expect(new Set(merged).size).toBe(merged.length)
        for (const word of [...mine, ...theirs])
          if (!word.startsWith('b')) expect(merged).toContain(word)
        for (const word of base)
          if (mine.includes(word) && theirs.includes(word)) expect(merged).toContain(word)
      }),
    )
  })

  it.each([
    ['both add', ['a'], ['a', 'm'], ['a', 't'], ['a', 't', 'm']],
    ['both add the same', ['a'], ['a', 'x'], ['a', 'x'], ['a', 'x']],
    [
      'I change one, they another',
      ['a', 'b', 'c'],
      ['m', 'b', 'c'],
      ['a', 'b', 't'],
      ['m', 'b', 't'],
    ],
    ['I remove one, they add', ['a', 'b'], ['b'], ['a', 'b', 't'], ['b', 't']],
    [
      'I move, they add',
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
      ['a', 't', 'b', 'c'],
      ['c', 'a', 't', 'b'],
    ],
    ['they remove what I kept', ['a', 'b'], ['a', 'b', 'm'], ['b'], ['b', 'm']],
    ['both remove', ['a', 'b'], ['b'], ['b'], ['b']],
    ['the same item twice', ['a', 'a'], ['a', 'a', 'a'], ['a', 'a'], ['a', 'a', 'a']],
  ])('asks nothing where %s', (_, base, mine, theirs, expected) => {
    const rows = merge(base, mine, theirs)
    expect(isClean(rows)).toBe(true)
    expect(result(rows)).toEqual(expected)
  })

  it.each([
    ['both reword one', ['a', 'b'], ['a', 'm'], ['a', 't'], ['a', 't', 'm']],
    ['I remove what they reworded', ['a', 'b'], ['a'], ['a', 't'], ['a', 't']],
    ['they remove what I reworded', ['a', 'b'], ['a', 'm'], ['a'], ['a', 'm']],
  ])('asks where %s', (_, base, mine, theirs, both) => {
    const rows = merge(base, mine, theirs)
    expect(isClean(rows)).toBe(false)
    expect(result(rows)).toEqual(both)
  })

  it('after our own clear asks about what they do not have, but not where they have it all', () => {
    const options = { absentIsOurs: true }
    expect(isClean(merge(['a', 'b'], ['a', 'm'], ['t'], options))).toBe(false)
    expect(result(merge(['a', 'b'], ['a', 'm'], ['t'], options))).toEqual(
      expect.arrayContaining(['a', 'm', 't']),
    )
    const whole = merge(['a one', 'b', 'c'], ['a one', 'm', 'c'], ['a two', 'b', 'c'], options)
    expect(isClean(whole)).toBe(true)
    expect(result(whole)).toEqual(['a two', 'm', 'c'])
    const doubtful = merge(['a one', 'b'], ['a one', 'm'], ['a two'], options)
    expect(result(doubtful)).toEqual(expect.arrayContaining(['a one', 'a two', 'm']))
  })

  it('after our own clear asks about an item of theirs that may be older than the base', () => {
    const [base, mine] = [
      ['a', 'b, and since'],
      ['m', 'b, and since'],
    ]
    const older = merge(base, mine, ['a', 'b,'], { absentIsOurs: true })
    expect(isClean(older)).toBe(false)
    expect(result(older)).toEqual(['m', 'b,', 'b, and since'])
    expect(result(merge(base, mine, ['a', 'b,']))).toEqual(['m', 'b,'])
    const newer = merge(base, mine, ['a', 'b, and then'], { absentIsOurs: true })
    expect(isClean(newer)).toBe(true)
    expect(result(newer)).toEqual(['m', 'b, and then'])
  })

  it('asks about all additions where ours may be among theirs', () => {
    const rows = merge(['a'], ['a', 'mine'], ['a', 'mine, as they write it'], { mayHoldOurs: true })
    expect(isClean(rows)).toBe(false)
    expect(result(rows)).toEqual(['a', 'mine, as they write it', 'mine'])
  })

  it('keeps my change of space, and fields that the app does not know', () => {
    const base = [{ name: 'a', score: 1 }]
    const rows = mergeLists(LIST, base, [{ name: 'a ', score: 1 }], [{ name: 'a', score: 2 }])
    expect(mergedItems(LIST, rows)).toEqual([{ name: 'a ', score: 2 }])
    const reworded = mergeLists(LIST, base, [{ name: 'm', score: 1 }], [{ name: 'a', score: 2 }])
    expect(mergedItems(LIST, reworded)).toEqual([{ name: 'm', score: 2 }])
  })
})
