import { nextSaveStep, type SaveIntent } from './save-plan.ts'
import {
  isSame,
  itemsOf,
  pickFields,
  SOC_LISTS,
  type SocEdit,
  type SocItem,
  type SocListId,
} from './soc-edit.ts'

/** What becomes of an edit when the service's state is not, or no longer, what it started from. */

const withList = (edit: SocEdit, list: SocListId, items: readonly SocItem[]): void => {
  const { section } = SOC_LISTS.find((entry) => entry.list === list) ?? SOC_LISTS[0]
  Object.assign(edit[section], { [list]: structuredClone(items) })
}

/** What a text says, whatever the service may do to the space in it. */
const gist = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.normalize('NFC').replaceAll(/\s+/g, ' ').trim() : part,
  )

/** Takes items out of a list, each as often as it occurs in the other. */
const without = (
  items: readonly SocItem[],
  taken: readonly SocItem[],
  nameOf: (item: SocItem) => string = gist,
): SocItem[] => {
  const left = new Map<string, number>()
  for (const item of taken) left.set(nameOf(item), (left.get(nameOf(item)) ?? 0) + 1)
  return items.filter((item) => {
    const count = left.get(nameOf(item)) ?? 0
    if (count > 0) left.set(nameOf(item), count - 1)
    return count === 0
  })
}

const exactly = (item: SocItem): string => JSON.stringify(item)

/**
 * The service's state in the words of a save: a text that the service trimmed or normalized is the
 * one that was sent to it. Without this, what is there already would look as if it were not, and
 * would be sent twice. What the service had before is left in its own words, so that a change of
 * nothing but space is still a change.
 */
export const inOurWords = (fresh: SocEdit, { base, target }: SaveIntent): SocEdit => {
  const worded = pickFields((valueOf) =>
    !isSame(valueOf(fresh), valueOf(base)) && gist(valueOf(fresh)) === gist(valueOf(target))
      ? target
      : fresh,
  )
  for (const { list } of SOC_LISTS) {
    const ours = [...itemsOf(target, list), ...itemsOf(base, list)]
    const exact = new Set(ours.map(exactly))
    const byGist = new Map(ours.toReversed().map((item) => [gist(item), item]))
    withList(
      worded,
      list,
      itemsOf(worded, list).map((item) =>
        exact.has(exactly(item)) ? item : (byGist.get(gist(item)) ?? item),
      ),
    )
  }
  return worded
}

const startsWith = (list: readonly SocItem[], start: readonly SocItem[]): boolean =>
  isSame(list.slice(0, start.length), start)

/** A list that was typed on during a save, with what others added to it meanwhile. */
const mergeList = (
  current: readonly SocItem[],
  target: readonly SocItem[],
  fresh: readonly SocItem[],
): SocItem[] =>
  startsWith(current, target)
    ? [...fresh, ...current.slice(target.length)]
    : [...current, ...without(fresh, target)]

/**
 * The form's values after a save: where nothing was typed meanwhile, the service's own words; else
 * what was typed. A list that was typed on keeps what others added to it, lest the next save take
 * it away.
 *
 * @param current what the form holds now
 * @param target what was saved
 * @param fresh what the service has now
 */
export const mergeAfterSave = (current: SocEdit, target: SocEdit, fresh: SocEdit): SocEdit => {
  const merged = pickFields((valueOf) =>
    isSame(valueOf(current), valueOf(target)) ? fresh : current,
  )
  for (const { list } of SOC_LISTS) {
    const [now, saved] = [itemsOf(current, list), itemsOf(target, list)]
    if (!isSame(now, saved)) withList(merged, list, mergeList(now, saved, itemsOf(fresh, list)))
  }
  return merged
}

/** How a list that a save changes stands: written, not written, or in someone else's hands. */
export type ListProgress = 'done' | 'open' | 'changed'

/** How far a save has come with one of the lists. */
export const listProgress = (intent: SaveIntent, list: SocListId, fresh: SocEdit): ListProgress => {
  const target = structuredClone(intent.base)
  withList(target, list, itemsOf(intent.target, list))
  const { kind } = nextSaveStep({ base: intent.base, target }, fresh)
  return kind === 'done' ? 'done' : kind === 'conflict' ? 'changed' : 'open'
}

/** The lists that a save changes. */
export const listsOf = ({ base, target }: SaveIntent): SocListId[] =>
  SOC_LISTS.flatMap(({ list }) =>
    isSame(itemsOf(base, list), itemsOf(target, list)) ? [] : [list],
  )

/** A save that ended without success, perhaps half done. */
export interface FailedSave {
  /** The form's starting point, which is still that of the form. */
  from: SocEdit
  intent: SaveIntent
}

/**
 * The next save of the same form after one that failed. The form's starting point no longer holds
 * for what the failed save has written: its part that arrived would be sent again.
 */
export const afterFailure = (
  { from, intent: failed }: FailedSave,
  fresh: SocEdit,
  next: SaveIntent,
): SaveIntent => {
  const isOurs = (valueOf: (edit: SocEdit) => unknown): boolean =>
    isSame(valueOf(next.base), valueOf(from)) &&
    !isSame(valueOf(failed.base), valueOf(failed.target))
  const base = pickFields((valueOf) => (isOurs(valueOf) ? fresh : next.base))
  for (const { list } of SOC_LISTS) {
    const items = (edit: SocEdit): readonly SocItem[] => itemsOf(edit, list)
    if (!isOurs(items)) continue
    const progress = listProgress(failed, list, fresh)
    const isEmptied = progress === 'open' && items(fresh).length === 0
    // Not simply what is there: others' additions behind ours must not pass for ours.
    withList(
      base,
      list,
      progress === 'done'
        ? items(failed.target)
        : progress === 'changed'
          ? items(next.base)
          : isEmptied
            ? []
            : items(failed.base),
    )
  }
  return { base, target: next.target }
}

/** The three states of a list in a conflict. */
export interface ConflictLists<T extends SocItem = SocItem> {
  /** What the analyst started from. */
  base: readonly T[]
  mine: readonly T[]
  theirs: readonly T[]
}

/** One row of the two lists side by side. */
export interface ConflictRow<T extends SocItem = SocItem> {
  /** In both, or on one side alone. */
  status: 'same' | 'mine' | 'theirs'
  item: T
  /** Whether it was there before: then the other side removed it, else this side added it. */
  wasThere: boolean
}

/** How many items of two lists are the same from each pair of places on: the table of an LCS. */
const commonLengths = (mine: readonly string[], theirs: readonly string[]): number[][] => {
  const table = Array.from({ length: mine.length + 1 }, () =>
    Array.from({ length: theirs.length + 1 }, () => 0),
  )
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0
  for (let i = mine.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--) {
      const row = table[i]
      if (row)
        row[j] = mine[i] === theirs[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  return table
}

/** Both lists side by side, item by item, each in its own order. */
export const listConflict = <T extends SocItem>({
  base,
  mine,
  theirs,
}: ConflictLists<T>): ConflictRow<T>[] => {
  const [ours, others] = [mine.map(exactly), theirs.map(exactly)]
  const before = new Set(base.map(exactly))
  const common = commonLengths(ours, others)
  const rows: ConflictRow<T>[] = []
  const add = (status: ConflictRow['status'], item: T): number =>
    rows.push({ status, item, wasThere: before.has(exactly(item)) })
  let [i, j] = [0, 0]
  while (i < mine.length || j < theirs.length) {
    const [own, other] = [mine[i], theirs[j]]
    if (own !== undefined && other !== undefined && ours[i] === others[j]) {
      add('same', own)
      i += 1
      j += 1
    } else if (
      own !== undefined &&
      (other === undefined || (common[i + 1]?.[j] ?? 0) > (common[i]?.[j + 1] ?? 0))
    ) {
      add('mine', own)
      i += 1
    } else if (other !== undefined) {
      add('theirs', other)
      j += 1
    }
  }
  return rows
}

/** Resolves a conflict: my list, whatever they did. */
export const keepMine = <T extends SocItem>({ mine }: ConflictLists<T>): T[] => [...mine]

/** Resolves a conflict: their list, without what I did. */
export const takeTheirs = <T extends SocItem>({ theirs }: ConflictLists<T>): T[] => [...theirs]

/** Resolves a conflict: their list, and behind it what I added and they did not. */
export const both = <T extends SocItem>({ base, mine, theirs }: ConflictLists<T>): T[] => {
  const [added, addedByThem] = [without(mine, base, exactly), without(theirs, base, exactly)]
  return [...theirs, ...(without(added, addedByThem, exactly) as T[])]
}
