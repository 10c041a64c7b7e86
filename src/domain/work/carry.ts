import { isClean, mergedItems, mergeLists, preferMine } from './list-merge.ts'
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

/** Carries typed text along when something else changes: a save, another tab, a late restore. */

/** Computes a new value for each path from its current one. */
const mapPaths = (
  paths: readonly Path[],
  step: (path: Path) => { base: Value; mine: Value },
): { base: Values; mine: Values } => {
  const base: Record<Path, Value> = {}
  const mine: Record<Path, Value> = {}
  for (const path of paths) ({ base: base[path], mine: mine[path] } = step(path))
  return { base, mine }
}

/** Merges three versions of a value; undefined if both sides changed the same thing. */
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
  // The service stored the same words, spelled differently.
  if (isAlikeAt(path, start[path], theirs[path])) return { value: mine[path] }
  return isAlikeAt(path, mine[path], theirs[path]) ? { value: theirs[path] } : undefined
}

/**
 * Takes over what the service has wherever the analyst need not decide. Paths that both sides
 * changed, or that have an open request, stay as they are. For display only; a save reconciles.
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

/** The result of {@link carry}. */
export interface Carried {
  work: Work
  /** The new start of the page's typing: the other work, or the old start where both differ. */
  from: Work
}

/**
 * Carries a page's work over to work that was saved or changed in the meantime.
 *
 * @param from the starting point of the page's typing: changes are relative to `from.mine`
 * @param to the work as the save or the other tab left it
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
    // Both sides changed this text, so the next save asks.
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

/** Older words of the analyst, displaced by newer ones. */
export interface Displaced {
  path: Path
  value: Value
}

/**
 * Lays newly typed text over work that was restored after the typing had begun. Lists are merged.
 * In a field, and in an item that both have reworded, the newer text wins.
 *
 * @param shown what the typing started from
 * @returns the work, and the older words that it displaced
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
      const { rows, replaced } = preferMine(
        mergeLists(list, itemsAt(shown, path), itemsAt(typed, path), itemsAt(restored.mine, path)),
      )
      if (replaced.length > 0) displaced.push({ path, value: replaced })
      return { ...kept, mine: mergedItems(list, rows) }
    }
    const isNew = !isSameAt(path, kept.mine, kept.base) && !isAlikeAt(path, kept.mine, typed[path])
    if (isNew) displaced.push({ path, value: kept.mine })
    return { ...kept, mine: typed[path] }
  })
  return { work: { ...restored, base, mine }, displaced }
}
