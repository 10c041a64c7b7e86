import { fieldAt } from '../soc/form-fields.ts'
import { mergedItems, mergeLists, preferMine } from './list-merge.ts'
import type { Conflict } from './reconcile.ts'
import {
  isAlikeAt,
  itemsAt,
  listAt,
  type Path,
  type Person,
  personOf,
  REVIEWER,
  type Value,
  type Values,
} from './values.ts'
import { closePaths, newWork, type Work } from './work.ts'

/** What the analyst can decide about a work. Each decision closes what was open. */

/** How a conflict is decided. */
export type Choice = 'mine' | 'theirs' | 'both'

/**
 * Combines both sides. A list keeps what each side changed, and both versions of items that both
 * changed; a long text is theirs followed by mine. Undefined if both cannot be kept.
 */
const bothOf = ({ path, mine, theirs, rows }: Conflict): Value => {
  const list = listAt(path)
  if (list !== undefined) return rows && mergedItems(list, rows)
  const field = fieldAt(path)
  if (field?.kind !== 'text' || typeof mine !== 'string' || typeof theirs !== 'string')
    return undefined
  const text = `${theirs}\n\n${mine}`
  return text.length <= field.limit ? text : undefined
}

/** The choices that a conflict offers. */
export const choicesOf = (conflict: Conflict): readonly Choice[] =>
  bothOf(conflict) === undefined ? ['mine', 'theirs'] : ['mine', 'theirs', 'both']

/** The value that a decision leaves at a path. "Both" means mine if both cannot be kept. */
export const decidedValue = (conflict: Conflict, choice: Choice): Value => {
  const { mine, theirs } = conflict
  if (choice === 'theirs') return theirs
  return choice === 'both' ? (bothOf(conflict) ?? mine) : mine
}

/** Applies the decisions to the work. Its new base is what the service holds. */
export const decide = (
  work: Work,
  conflicts: readonly Conflict[],
  choiceOf: (conflict: Conflict) => Choice,
): Work => {
  const base: Record<Path, Value> = { ...work.base }
  const mine: Record<Path, Value> = { ...work.mine }
  for (const conflict of conflicts) {
    base[conflict.path] = conflict.held
    mine[conflict.path] = decidedValue(conflict, choiceOf(conflict))
  }
  const paths = new Set(conflicts.map(({ path }) => path))
  return {
    base,
    mine,
    journal: closePaths(work.journal, paths),
    decided: [...new Set([...work.decided, ...paths])],
  }
}

/** For each path that an unfinished save writes: its value before and after the save. */
const writtenBy = ({ journal }: Work): Map<Path, { from: Value; to: Value }> => {
  const written = new Map<Path, { from: Value; to: Value }>()
  for (const { from, to } of journal)
    for (const path of Object.keys(to))
      written.set(path, { from: written.get(path)?.from ?? from[path], to: to[path] })
  return written
}

/** Makes a reviewer writable: the service sends a name, but takes an id. */
const chosen = (
  { name, userId }: Person,
  userIdOf: (name: string) => number | undefined,
): Person => (name === null ? { name } : { name, userId: userId ?? userIdOf(name) })

/**
 * Undoes an unfinished save: what it wrote goes back to the value before. Later changes by others
 * and unsaved typing both stay.
 *
 * @param userIdOf finds the user of a name. If none is found, the reviewer stays as the save set it
 */
export const undo = (work: Work, userIdOf: (name: string) => number | undefined): Work => {
  const mine: Record<Path, Value> = { ...work.mine }
  for (const [path, { from, to }] of writtenBy(work)) {
    const list = listAt(path)
    if (list !== undefined) {
      const before: Values = { [path]: from }
      const after: Values = { [path]: to }
      const rows = mergeLists(
        list,
        itemsAt(after, path),
        itemsAt(mine, path),
        itemsAt(before, path),
      )
      mine[path] = mergedItems(list, preferMine(rows).rows)
    } else if (isAlikeAt(path, mine[path], to))
      mine[path] = path === REVIEWER ? chosen(personOf(from), userIdOf) : from
  }
  return { ...work, mine }
}

/** Discards our side: the work becomes what the service has. */
export const leave = (theirs: Values): Work => newWork(theirs)

/** Identifies a question, to tell whether it has changed. */
export const signatureOf = (conflicts: readonly Conflict[]): string =>
  JSON.stringify(conflicts.map(({ path, mine, theirs }) => [path, mine, theirs]))
