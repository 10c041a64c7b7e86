import type { SocItem } from '../soc/form-fields.ts'
import { isClean, type MergeRow, mergedItems, mergeLists } from './list-merge.ts'
import {
  isAlikeAt,
  isSameAt,
  itemsAt,
  listAt,
  type Path,
  type Value,
  type Values,
} from './values.ts'
import { openAt, type Work } from './work.ts'

/** What becomes of what was typed while something else changed: a save, another tab, a late draft. */

/** Goes on from one value to the next for each path. */
const mapPaths = (
  paths: readonly Path[],
  step: (path: Path) => { base: Value; mine: Value },
): { base: Values; mine: Values } => {
  const base: Record<Path, Value> = {}
  const mine: Record<Path, Value> = {}
  for (const path of paths) ({ base: base[path], mine: mine[path] } = step(path))
  return { base, mine }
}

/** Three versions of one value merged; undefined where both sides changed the same thing. */
const mergeAt = (
  path: Path,
  start: Values,
  mine: Values,
  theirs: Values,
): { value: Value } | undefined => {
  const list = listAt(path)
  if (list !== undefined) {
    const [before, my, their] = [itemsAt(start, path), itemsAt(mine, path), itemsAt(theirs, path)]
    const rows = mergeLists(list, before, my, their)
    return isClean(rows) ? { value: mergedItems(list, rows) } : undefined
  }
  if (isSameAt(path, start[path], mine[path])) return { value: theirs[path] }
  // The service stored the same words in its own letters.
  if (isAlikeAt(path, start[path], theirs[path])) return { value: mine[path] }
  return isAlikeAt(path, mine[path], theirs[path]) ? { value: theirs[path] } : undefined
}

/**
 * Takes over what the service has, as far as nobody has to decide: paths on which both sides differ,
 * and those that a request is open on, stay as they are. For what is shown; a save reconciles.
 */
export const rebase = (work: Work, theirs: Values): Work => {
  const { base, mine } = mapPaths(Object.keys(theirs), (path) => {
    const isOpen = openAt(work, path).length > 0 || work.decided.includes(path)
    const merged = isOpen ? undefined : mergeAt(path, work.base, work.mine, theirs)
    return merged
      ? { base: theirs[path], mine: merged.value }
      : { base: work.base[path], mine: work.mine[path] }
  })
  return { ...work, base: { ...work.base, ...base }, mine: { ...work.mine, ...mine } }
}

/** A page's work after it was carried over. */
export interface Carried {
  work: Work
  /** What the page's typing goes on from: the other work, or, where both differ, what it was before. */
  from: Work
}

/**
 * Carries a page's work over to a work that went on meanwhile.
 *
 * @param from what the page's typing goes on from: what was typed, was typed upon `from.mine`
 * @param to the work as the other left it
 * @param page the work as the page has it
 */
export const carry = (from: Work, to: Work, page: Work): Carried => {
  const left = new Set<Path>()
  const { base, mine } = mapPaths(Object.keys(to.mine), (path) => {
    if (isSameAt(path, page.mine[path], from.mine[path]))
      return { base: to.base[path], mine: to.mine[path] }
    const isUponFrom = isSameAt(path, page.base[path], from.base[path])
    const merged = isUponFrom ? mergeAt(path, from.mine, page.mine, to.mine) : undefined
    if (merged) return { base: to.base[path], mine: merged.value }
    // Typed upon a text that somebody changed meanwhile: the next save asks.
    left.add(path)
    return { base: page.base[path], mine: page.mine[path] }
  })
  const next = mapPaths(Object.keys(to.mine), (path) => {
    const { base: fromBase, mine: fromMine } = left.has(path) ? from : to
    return { base: fromBase[path], mine: fromMine[path] }
  })
  return {
    work: { base, mine, journal: to.journal, decided: to.decided },
    from: { ...to, ...next },
  }
}

/** Words of mine that had to make room for others of mine. */
export interface Displaced {
  path: Path
  value: Value
}

/**
 * Lays what was typed over work that was restored after the typing had begun. Lists are merged; in a
 * field, and in an item that both have reworded, what is newer stays.
 *
 * @param shown what the typing started from
 * @returns the work, and the older words that it has no room for
 */
export const overlay = (
  restored: Work,
  shown: Values,
  typed: Values,
): { work: Work; displaced: Displaced[] } => {
  const displaced: Displaced[] = []
  const { base, mine } = mapPaths(Object.keys(restored.mine), (path) => {
    const kept = { base: restored.base[path], mine: restored.mine[path] }
    if (isSameAt(path, typed[path], shown[path])) return kept
    const list = listAt(path)
    if (list !== undefined) {
      const older: SocItem[] = []
      const rows = mergeLists(
        list,
        itemsAt(shown, path),
        itemsAt(typed, path),
        itemsAt(restored.mine, path),
      ).map((row): MergeRow => {
        if (row.kind !== 'conflict' || !row.mine || !row.theirs) return row
        older.push(row.theirs)
        return { ...row, kind: 'mine' }
      })
      if (older.length > 0) displaced.push({ path, value: older })
      return { ...kept, mine: mergedItems(list, rows) }
    }
    const isNew = !isSameAt(path, kept.mine, kept.base) && !isAlikeAt(path, kept.mine, typed[path])
    if (isNew) displaced.push({ path, value: kept.mine })
    return { ...kept, mine: typed[path] }
  })
  return { work: { ...restored, base, mine }, displaced }
}
