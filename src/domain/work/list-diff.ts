import { type SocItem, type SocListId } from '../soc/form-fields.ts'
import { keyOf, wordSet } from './words.ts'

/**
 * How one side changed a list. Items have no ids (contract, point 1), so they are matched by their
 * words; equal items are matched in order. An item that is gone and an item that came in its place
 * count as one, reworded. Everything is linear in time, except for a sort.
 */
export interface ListDiff {
  /** For each old item: its new index, whether the same or reworded; -1 if it was removed. */
  now: readonly number[]
  /** For each old item: whether its words are unchanged. */
  isSame: readonly boolean[]
  /** For each new item: its old index; -1 if it was added. */
  before: readonly number[]
  /** Whether items that stayed are in another order. */
  isReordered: boolean
}

const NONE = -1

/** Matches equal items of two lists: the n-th of a text with the n-th of the same text. */
const pairEqual = (before: readonly string[], now: readonly string[]): number[] => {
  const indexes = new Map<string, number[]>()
  for (const [index, key] of now.entries()) {
    const known = indexes.get(key)
    if (known) known.push(index)
    else indexes.set(key, [index])
  }
  const used = new Map<string, number>()
  return before.map((key) => {
    const nth = used.get(key) ?? 0
    used.set(key, nth + 1)
    return indexes.get(key)?.[nth] ?? NONE
  })
}

/** The longest set of pairs that are in the same order on both sides. */
const inOrder = (now: readonly number[]): Set<number> => {
  /** For each length: the old index at the end of the best sequence, and its predecessor. */
  const ends: number[] = []
  const follows = new Map<number, number>()
  for (const [index, nowIndex] of now.entries()) {
    if (nowIndex === NONE) continue
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((now[ends[middle] ?? 0] ?? 0) < nowIndex) low = middle + 1
      else high = middle
    }
    if (low > 0) follows.set(index, ends[low - 1] ?? NONE)
    ends[low] = index
  }
  const kept = new Set<number>()
  for (let index = ends.at(-1); index !== undefined && index !== NONE; index = follows.get(index))
    kept.add(index)
  return kept
}

/**
 * The longest common sequence of two lists of words.
 * @returns the indexes in `after` of the words that `before` has, too
 */
export const keptInOrder = (
  before: readonly string[],
  after: readonly string[],
): ReadonlySet<number> => {
  const now = pairEqual(before, after)
  return new Set([...inOrder(now)].map((index) => now[index] ?? NONE))
}

/** A gap that needs more comparisons than this is not searched for similar items. */
const MOST_COMPARISONS = 2_500

/** How similar two texts are, from 0 to 1: the share of the shorter text's words that both have. */
const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const shorter = Math.min(one.size, other.size)
  if (shorter === 0) return 0
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared / shorter
}

/** Matches removed items with those in their place: in order if counts agree, else by likeness. */
const pairReworded = (
  gone: readonly number[],
  came: readonly number[],
  wordsBefore: (index: number) => ReadonlySet<string>,
  wordsNow: (index: number) => ReadonlySet<string>,
  byLikeness: boolean,
): [number, number][] => {
  if (!byLikeness && gone.length === came.length)
    return gone.map((index, nth) => [index, came[nth] ?? NONE] as [number, number])
  if (gone.length * came.length > MOST_COMPARISONS) return []
  const pairs: [number, number][] = []
  let next = 0
  for (const index of gone) {
    const found = came.findIndex(
      (candidate, nth) => nth >= next && likeness(wordsBefore(index), wordsNow(candidate)) >= 0.5,
    )
    if (found < 0) continue
    pairs.push([index, came[found] ?? NONE])
    next = found + 1
  }
  return pairs
}

/**
 * Compares two versions of a list.
 * @param byLikeness match reworded items only if their words are similar; otherwise equal counts of
 *   removed and added items are enough
 */
export const diffLists = (
  list: SocListId,
  before: readonly SocItem[],
  after: readonly SocItem[],
  byLikeness = false,
): ListDiff => {
  const key = (item: SocItem): string => keyOf(list, item)
  const now = pairEqual(before.map(key), after.map(key))
  const isSame = now.map((nowIndex) => nowIndex !== NONE)
  const from: number[] = after.map(() => NONE)
  for (const [index, nowIndex] of now.entries()) if (nowIndex !== NONE) from[nowIndex] = index
  const kept = inOrder(now)

  const wordsBefore = (index: number) => wordSet(list, before[index])
  const wordsNow = (index: number) => wordSet(list, after[index])
  let [gone, next] = [[] as number[], 0]
  const closeGap = (until: number): void => {
    const came: number[] = []
    for (; next < until; next++) if (from[next] === NONE) came.push(next)
    for (const [index, other] of pairReworded(gone, came, wordsBefore, wordsNow, byLikeness)) {
      now[index] = other
      from[other] = index
    }
    gone = []
    next = until + 1
  }
  for (const [index, partner] of now.entries()) {
    if (kept.has(index)) closeGap(partner)
    else if (partner === NONE) gone.push(index)
  }
  closeGap(after.length)

  const isReordered = kept.size < isSame.filter(Boolean).length
  return { now, isSame, before: from, isReordered }
}
