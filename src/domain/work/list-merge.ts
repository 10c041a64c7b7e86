import { ITEM_FIELDS, type SocItem, type SocListId } from '../soc/form-fields.ts'
import { diffLists } from './list-diff.ts'
import { joinParts, type Part } from './list-join.ts'
import { isSameItem, keyOf, wordSet } from './words.ts'

/** Who changed an item: nobody, one side, both sides alike, or both sides differently. */
export type RowKind = 'same' | 'mine' | 'theirs' | 'both' | 'conflict'

/** One item in a merge of two lists; undefined on a side that does not have it. */
export interface MergeRow {
  kind: RowKind
  /** The item that both sides started from. */
  base?: SocItem
  mine?: SocItem
  theirs?: SocItem
}

export interface MergeOptions {
  /**
   * Set if our own request has cleared their list: a missing item is then no decision of theirs.
   * One that we keep is in conflict, not removed. It counts as reworded only if they have other
   * items of the base, and if their words are not what it may have said before the base.
   */
  absentIsOurs?: boolean
  /** Some of their additions may be ours in other words, so all of them are in conflict. */
  mayHoldOurs?: boolean
}

const NONE = -1

/**
 * Whether an item says less than the base, and nothing else. It may then be older than the base:
 * it was written by a save that had not read the words that it lacks.
 */
const saysLess = (
  list: SocListId,
  item: SocItem | undefined,
  base: SocItem | undefined,
): boolean => {
  const [words, before] = [wordSet(list, item), wordSet(list, base)]
  return words.size < before.size && [...words].every((word) => before.has(word))
}

/** Adds to the list that a map holds for a key. */
const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

const rowOf = (
  kind: RowKind,
  base: SocItem | undefined,
  one: Part,
  a: SocItem | undefined,
  b: SocItem | undefined,
): MergeRow => {
  const [mine, theirs] = one.side === 'mine' ? [a, b] : [b, a]
  return {
    kind,
    ...(base !== undefined && { base }),
    ...(mine !== undefined && { mine }),
    ...(theirs !== undefined && { theirs }),
  }
}

/**
 * Merges both sides' changes to a list, item by item. The order is mine if I moved items, otherwise
 * theirs. Added items stay behind the item that they were added behind.
 */
export const mergeLists = (
  list: SocListId,
  base: readonly SocItem[],
  mine: readonly SocItem[],
  theirs: readonly SocItem[],
  { absentIsOurs = false, mayHoldOurs = false }: MergeOptions = {},
): MergeRow[] => {
  const my: Part = { side: 'mine', items: mine, diff: diffLists(list, base, mine) }
  const their: Part = {
    side: 'theirs',
    items: theirs,
    diff: diffLists(list, base, theirs, absentIsOurs),
  }
  const order = my.diff.isReordered ? ([my, their] as const) : ([their, my] as const)
  const { parts, taken } = joinParts(list, ...order)
  const [first, second] = parts
  const hasLost = (part: Part): boolean => absentIsOurs && part.side === 'theirs'
  const isDoubtful = absentIsOurs && !their.diff.isSame.some(Boolean)

  /** The indexes of the second side's additions, by key: the first side may have added the same. */
  const added = new Map<string, number[]>()
  for (const [index, from] of second.diff.before.entries()) {
    if (from !== NONE || taken[1].has(index)) continue
    push(added, keyOf(list, second.items[index] as SocItem), index)
  }
  const shared = new Map<number, number>()
  for (const [index, from] of first.diff.before.entries()) {
    if (from !== NONE || taken[0].has(index)) continue
    const twin = added.get(keyOf(list, first.items[index] as SocItem))?.shift()
    if (twin !== undefined) shared.set(index, twin)
  }
  const sharedOfSecond = new Set(shared.values())

  /** The row of a base item that the first side still has. */
  const rowOfKept = (index: number, item: SocItem): MergeRow => {
    const before = base[index]
    const otherIndex = second.diff.now[index] ?? NONE
    const isSame = first.diff.isSame[index] ?? false
    if (otherIndex === NONE) {
      const isConflict = hasLost(second) || !isSame
      return rowOf(isConflict ? 'conflict' : second.side, before, first, item, undefined)
    }
    const other = second.items[otherIndex]
    const isOtherSame = second.diff.isSame[index] ?? false
    if (isDoubtful && isSame !== isOtherSame) return rowOf('conflict', before, first, item, other)
    const kind: RowKind =
      isSame && isOtherSame
        ? 'same'
        : isSame
          ? second.side
          : isOtherSame
            ? first.side
            : other !== undefined && keyOf(list, item) === keyOf(list, other)
              ? 'both'
              : 'conflict'
    const theirItem = first.side === 'theirs' ? item : other
    const isOlder = absentIsOurs && kind === 'theirs' && saysLess(list, theirItem, before)
    return rowOf(isOlder ? 'conflict' : kind, before, first, item, other)
  }

  /** Rows of the second side alone, by the base item that they follow. */
  const behind = new Map<number, MergeRow[]>()
  let anchor = NONE
  for (const [index, item] of second.items.entries()) {
    const from = second.diff.before[index] ?? NONE
    if (from !== NONE && (first.diff.now[from] ?? NONE) !== NONE) anchor = from
    else if (!sharedOfSecond.has(index) && !taken[1].has(index)) {
      const isRemoved = from !== NONE && (second.diff.isSame[from] ?? false) && !hasLost(first)
      const kind: RowKind = from === NONE ? second.side : isRemoved ? first.side : 'conflict'
      const row = rowOf(kind, from === NONE ? undefined : base[from], first, undefined, item)
      push(behind, anchor, row)
    }
  }

  const rows: MergeRow[] = []
  let open = NONE
  const flush = (): void => {
    rows.push(...(behind.get(open) ?? []))
    behind.delete(open)
  }
  for (const [index, item] of first.items.entries()) {
    const from = first.diff.before[index] ?? NONE
    const twin = shared.get(index)
    if (taken[0].has(index)) continue
    if (from !== NONE) {
      flush()
      open = from
      rows.push(rowOfKept(from, item))
    } else if (twin !== undefined)
      rows.push(rowOf('both', undefined, first, item, second.items[twin]))
    else rows.push(rowOf(first.side, undefined, first, item, undefined))
  }
  flush()
  return mayHoldOurs ? rows.map(asUncertain) : rows
}

/** Marks an item that only one side added as a conflict: it may be the other's, reworded. */
const asUncertain = (row: MergeRow): MergeRow =>
  row.base === undefined && (row.kind === 'mine' || row.kind === 'theirs')
    ? { ...row, kind: 'conflict' }
    : row

/** Whether a merge leaves nothing to decide. */
export const isClean = (rows: readonly MergeRow[]): boolean =>
  rows.every(({ kind }) => kind !== 'conflict')

/** My words, with the fields of their version that the app does not know. */
const myWords = (list: SocListId, { mine, theirs }: MergeRow): SocItem | undefined =>
  mine && theirs
    ? { ...theirs, ...Object.fromEntries(ITEM_FIELDS[list].map((name) => [name, mine[name]])) }
    : mine

/** An item whose words nobody changed: mine if I changed its white space, else theirs. */
const sameWords = (list: SocListId, row: MergeRow): SocItem | undefined =>
  row.base && row.mine && !isSameItem(list, row.base, row.mine) ? myWords(list, row) : row.theirs

/** The resulting items of a row; a row in conflict keeps both versions. */
const itemsOfRow = (list: SocListId, row: MergeRow): (SocItem | undefined)[] => {
  const { kind, mine, theirs } = row
  switch (kind) {
    case 'same':
      return [sameWords(list, row)]
    case 'both':
    case 'theirs':
      return [theirs]
    case 'mine':
      return [myWords(list, row)]
    case 'conflict':
      return [theirs, mine]
  }
}

/** The list that results from a merge. */
export const mergedItems = (list: SocListId, rows: readonly MergeRow[]): SocItem[] =>
  rows.flatMap((row) => itemsOfRow(list, row)).filter((item) => item !== undefined)

/**
 * Settles every item that both sides reworded in favor of mine, for a merge in which mine is newer.
 * @returns the rows, and the versions of theirs that gave way
 */
export const preferMine = (
  rows: readonly MergeRow[],
): { rows: MergeRow[]; replaced: readonly SocItem[] } => {
  const replaced: SocItem[] = []
  const settled = rows.map((row): MergeRow => {
    if (row.kind !== 'conflict' || !row.mine || !row.theirs) return row
    replaced.push(row.theirs)
    return { ...row, kind: 'mine' }
  })
  return { rows: settled, replaced }
}
