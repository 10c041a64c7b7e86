import { ITEM_FIELDS, type SocItem, type SocListId } from '../soc/form-fields.ts'
import { diffLists } from './list-diff.ts'
import { joinParts, type Part } from './list-join.ts'
import { isSameItem, keyOf } from './words.ts'

/** Who changed an item: nobody, one side, both in the same way, or each in another way. */
export type RowKind = 'same' | 'mine' | 'theirs' | 'both' | 'conflict'

/** One item in a merge of two lists; absent on a side that removed it, or does not have it yet. */
export interface MergeRow {
  kind: RowKind
  /** What both sides started from. */
  base?: SocItem
  mine?: SocItem
  theirs?: SocItem
}

export interface MergeOptions {
  /**
   * Our own request has cleared their list: that an item is not in it is no decision of theirs. So
   * one that we keep is in conflict, not removed; nor reworded, unless they have others of the base.
   */
  absentIsOurs?: boolean
  /** Some of what they added may be ours in other words: all additions are in conflict. */
  mayHoldOurs?: boolean
}

const NONE = -1

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
 * Merges what two sides made of a list, item by item. It follows the order of mine where I moved
 * items, else theirs; what the other side added stands behind what it was added behind.
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

  /** What the second side added and the first has, too: by key, how often. */
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

  /** The row of an item of the base that the first side has. */
  const rowOfKept = (index: number, item: SocItem): MergeRow => {
    const before = base[index]
    const place = second.diff.now[index] ?? NONE
    const isSame = first.diff.isSame[index] ?? false
    if (place === NONE) {
      const isConflict = hasLost(second) || !isSame
      return rowOf(isConflict ? 'conflict' : second.side, before, first, item, undefined)
    }
    const other = second.items[place]
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
    return rowOf(kind, before, first, item, other)
  }

  /** Rows that only the second side has, by the item of the base that they stand behind. */
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

/** An item that one side alone has, and that was not there before, may be the other side's. */
const asUncertain = (row: MergeRow): MergeRow =>
  row.base === undefined && (row.kind === 'mine' || row.kind === 'theirs')
    ? { ...row, kind: 'conflict' }
    : row

/** Whether nothing in a merge has to be decided. */
export const isClean = (rows: readonly MergeRow[]): boolean =>
  rows.every(({ kind }) => kind !== 'conflict')

/** My words, with what else theirs has by now: fields that the app does not know. */
const myWords = (list: SocListId, { mine, theirs }: MergeRow): SocItem | undefined =>
  mine && theirs
    ? { ...theirs, ...Object.fromEntries(ITEM_FIELDS[list].map((name) => [name, mine[name]])) }
    : mine

/** An item whose words nobody changed: mine if I changed its space, else theirs. */
const sameWords = (list: SocListId, row: MergeRow): SocItem | undefined =>
  row.base && row.mine && !isSameItem(list, row.base, row.mine) ? myWords(list, row) : row.theirs

/** The items that a row comes to; one in conflict comes to both versions. */
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

/** The list that a merge comes to. */
export const mergedItems = (list: SocListId, rows: readonly MergeRow[]): SocItem[] =>
  rows.flatMap((row) => itemsOfRow(list, row)).filter((item) => item !== undefined)
