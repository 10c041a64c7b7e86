import { fieldAt } from '../soc/form-fields.ts'
import { mergedItems, mergeLists } from './list-merge.ts'
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

/** What the analyst can decide over a work: each of these ends what was open. */

/** How a conflict is decided. */
export type Choice = 'mine' | 'theirs' | 'both'

/**
 * What both sides wrote together: of a list what each side changed, and both versions of the items
 * that both changed; of a long text theirs and then mine. Undefined where both cannot stand.
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

/** How a conflict can be decided. */
export const choicesOf = (conflict: Conflict): readonly Choice[] =>
  bothOf(conflict) === undefined ? ['mine', 'theirs'] : ['mine', 'theirs', 'both']

/** What a decision leaves at a path: my value, theirs, or both; mine where both cannot stand. */
export const decidedValue = (conflict: Conflict, choice: Choice): Value => {
  const { mine, theirs } = conflict
  if (choice === 'theirs') return theirs
  return choice === 'both' ? (bothOf(conflict) ?? mine) : mine
}

/** The work once conflicts are decided. What the service holds is where it goes on from. */
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

/** Of every path that an unfinished save writes: its value before the save, and after it. */
const writtenBy = ({ journal }: Work): Map<Path, { from: Value; to: Value }> => {
  const written = new Map<Path, { from: Value; to: Value }>()
  for (const { from, to } of journal)
    for (const path of Object.keys(to))
      written.set(path, { from: written.get(path)?.from ?? from[path], to: to[path] })
  return written
}

/** A person who can be written: a reviewer is read by name, and written by id. */
const chosen = (
  { name, userId }: Person,
  userIdOf: (name: string) => number | undefined,
): Person => (name === null ? { name } : { name, userId: userId ?? userIdOf(name) })

/**
 * The work that takes an unfinished save back: what it wrote becomes what it was, and what others
 * wrote since stays. What was typed since and not sent stays, too.
 *
 * @param userIdOf finds the user of a name. A reviewer who is not found stays as the save has set them
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
      mine[path] = mergedItems(list, rows)
    } else if (isAlikeAt(path, mine[path], to))
      mine[path] = path === REVIEWER ? chosen(personOf(from), userIdOf) : from
  }
  return { ...work, mine }
}

/** The work that leaves everything as the service has it: nothing of ours is left of it. */
export const leave = (theirs: Values): Work => newWork(theirs)

/** Tells one question from the next. */
export const signatureOf = (conflicts: readonly Conflict[]): string =>
  JSON.stringify(conflicts.map(({ path, mine, theirs }) => [path, mine, theirs]))
