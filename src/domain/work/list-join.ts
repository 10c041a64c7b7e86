import { type SocItem, type SocListId } from '../soc/form-fields.ts'
import type { ListDiff } from './list-diff.ts'
import { keyOf } from './words.ts'

/** One side of a merge: its items, and how they differ from the base. */
export interface Part {
  side: 'mine' | 'theirs'
  items: readonly SocItem[]
  diff: ListDiff
}

const NONE = -1

/** A part whose matches can still change, and the items that the other side's stand for. */
interface OpenPart extends Part {
  now: number[]
  before: number[]
  taken: Set<number>
}

const open = (part: Part): OpenPart => ({
  ...part,
  now: [...part.diff.now],
  before: [...part.diff.before],
  taken: new Set(),
})

/** Whether an item's words differ from the base item that it is matched with. */
const isNew = ({ before, diff }: OpenPart, index: number): boolean => {
  const from = before[index] ?? NONE
  return from === NONE || !diff.isSame[from]
}

/**
 * Treats equal new words on both sides as one item. One side may have reworded an item, where the
 * other looks as if it had removed that item and added another.
 */
const join = (list: SocListId, one: OpenPart, other: OpenPart): void => {
  const indexes = new Map<string, number[]>()
  for (const [index, item] of other.items.entries()) {
    if (!isNew(other, index)) continue
    const key = keyOf(list, item)
    const known = indexes.get(key)
    if (known) known.push(index)
    else indexes.set(key, [index])
  }
  for (const [index, item] of one.items.entries()) {
    const from = one.before[index] ?? NONE
    if (from === NONE || one.diff.isSame[from]) continue
    const found = indexes.get(keyOf(list, item))?.shift()
    if (found === undefined || other.before[found] === from) continue
    const was = other.before[found] ?? NONE
    if (was !== NONE) other.now[was] = NONE
    if (other.diff.isSame[from]) {
      other.before[found] = NONE
      other.taken.add(found)
      continue
    }
    const displaced = other.now[from] ?? NONE
    if (displaced !== NONE) other.before[displaced] = NONE
    other.now[from] = found
    other.before[found] = from
  }
}

const close = ({ side, items, diff, now, before }: OpenPart): Part => ({
  side,
  items,
  diff: { ...diff, now, before },
})

/**
 * Joins equal new words of two sides.
 * @returns both parts, and the indexes of each whose item the other side's stands for
 */
export const joinParts = (
  list: SocListId,
  one: Part,
  other: Part,
): { parts: [Part, Part]; taken: [ReadonlySet<number>, ReadonlySet<number>] } => {
  const [a, b] = [open(one), open(other)]
  join(list, a, b)
  join(list, b, a)
  return { parts: [close(a), close(b)], taken: [a.taken, b.taken] }
}
