import type { SocFormSaveRequest } from './requests.ts'
import {
  isSame,
  itemsOf,
  SOC_LISTS,
  SOC_SCALARS,
  type SocEdit,
  type SocItem,
  type SocListId,
} from './soc-edit.ts'
import type { SocSectionId } from './soc-form.ts'
import { SOC_SECTION_IDS } from './soc-sections.ts'

/**
 * Turns the difference between what the service has and what the form holds into requests.
 *
 * The service appends lists, has no item ids, no versions and no transactions. So a list that is
 * not merely added to is cleared and then added anew, and between the two anything may happen. The
 * plan is therefore no list of requests that is worked off blindly: after each answer, and after
 * each outcome that is unclear, the next request is found from what the service has now. What is
 * there already is never sent again, whoever died when.
 */

/** What is to be saved: kept until a fresh read shows that it is there. */
export interface SaveIntent {
  /** What the analyst started from. */
  base: SocEdit
  /** What the service is to hold in the end. */
  target: SocEdit
}

/** How a list of the service stands between the two. */
type ListState =
  /** As wanted, whatever others may have written behind it. */
  | 'done'
  /** As it was when the analyst started. */
  | 'untouched'
  /** Empty, by our own clear. */
  | 'cleared'
  /** As neither of us left it: someone else was there. */
  | 'changed'

const startsWith = (list: readonly SocItem[], start: readonly SocItem[]): boolean =>
  start.length <= list.length && isSame(list.slice(0, start.length), start)

const contains = (list: readonly SocItem[], run: readonly SocItem[]): boolean =>
  list.some((_, index) => startsWith(list.slice(index), run))

/** Whether the wanted list is what is there with something added behind. */
const isAddition = ({ base, target }: SaveIntent, list: SocListId): boolean =>
  startsWith(itemsOf(target, list), itemsOf(base, list))

/** Whether saving a list takes a clear: everything but a pure addition. */
const isReplacement = (intent: SaveIntent, list: SocListId): boolean =>
  !isAddition(intent, list) && itemsOf(intent.base, list).length > 0

const stateOf = (intent: SaveIntent, list: SocListId, fresh: SocEdit): ListState => {
  const [base, target] = [itemsOf(intent.base, list), itemsOf(intent.target, list)]
  const now = itemsOf(fresh, list)
  if (isSame(base, target)) return 'done'
  if (isSame(now, target)) return 'done'
  if (isSame(now, base)) return 'untouched'
  if (isAddition(intent, list)) {
    // Others may add behind ours or before it; either way ours is there once or not at all.
    const added = target.slice(base.length)
    return startsWith(now, base)
      ? contains(now.slice(base.length), added)
        ? 'done'
        : 'untouched'
      : 'changed'
  }
  // Another's addition from before our clear: clearing now would take it away.
  if (startsWith(now, base)) return 'changed'
  if (now.length === 0) return 'cleared'
  // Another's additions from after our clear stand beside what we added.
  return target.length > 0 && contains(now, target) ? 'done' : 'changed'
}

/** A reviewer is written by id, so a name alone cannot be brought back. */
const isNameAlone = ({ reviewerInformation: { reviewer, reviewerUserId } }: SocEdit): boolean =>
  reviewer !== null && reviewerUserId === undefined

/** The names of the fields of a section that are to be set and are not yet. */
const openScalars = ({ base, target }: SaveIntent, fresh: SocEdit, id: SocSectionId): string[] => {
  const [from, to, now] = [base[id], target[id], fresh[id]] as Record<string, unknown>[]
  return SOC_SCALARS[id].filter(
    (name) =>
      !isSame(from?.[name], to?.[name]) &&
      !isSame(now?.[name], to?.[name]) &&
      !(name === 'reviewer' && isNameAlone(target)),
  )
}

/** A field's value as a request says it. */
const sent = (target: SocEdit, id: SocSectionId, name: string): [string, unknown] => {
  if (name === 'reviewer')
    return ['reviewerUserId', target.reviewerInformation.reviewerUserId ?? null]
  if (name === 'auditPeriodRange') {
    const { start, end } = target.complianceScope.auditPeriodRange
    return [name, start || end ? { start, end } : null]
  }
  if (name === 'trustServiceCriteria') {
    const criteria = target.complianceScope.trustServiceCriteria
    return [name, criteria?.length ? criteria : null]
  }
  return [name, (target[id] as Record<string, unknown>)[name]]
}

/** What to do next. */
export type SaveStep =
  /** Everything is there. */
  | { kind: 'done' }
  /** To be sent once; then ask again with what the service has. */
  | { kind: 'send'; request: SocFormSaveRequest; clears: boolean }
  /** These lists were changed by someone else; nothing of them may be written before a decision. */
  | { kind: 'conflict'; lists: SocListId[] }

type Draft = Partial<Record<SocSectionId, Record<string, unknown>>>

const put = (draft: Draft, id: SocSectionId, name: string, value: unknown): void => {
  draft[id] = { ...draft[id], [name]: value }
}

/**
 * Finds the next request of a save.
 *
 * The first request carries all plain changes and all clears; the second all additions. Where
 * nothing has to be cleared, there is one request for both; where nothing changed, there is none.
 *
 * @param fresh what the service has now, by a read or by its answer to the last request
 */
export const nextSaveStep = (intent: SaveIntent, fresh: SocEdit): SaveStep => {
  const lists = SOC_LISTS.map((entry) => ({ ...entry, state: stateOf(intent, entry.list, fresh) }))
  const changed = lists.filter(({ state }) => state === 'changed')
  if (changed.length > 0) return { kind: 'conflict', lists: changed.map(({ list }) => list) }

  const draft: Draft = {}
  for (const id of SOC_SECTION_IDS)
    for (const name of openScalars(intent, fresh, id))
      put(draft, id, ...sent(intent.target, id, name))

  const toClear = lists.filter(
    ({ list, state }) => state === 'untouched' && isReplacement(intent, list),
  )
  for (const { section, list } of toClear) put(draft, section, list, [])

  if (toClear.length === 0) {
    for (const { section, list, state } of lists) {
      if (state === 'done') continue
      const target = itemsOf(intent.target, list)
      const additions =
        state === 'cleared' ? target : target.slice(itemsOf(intent.base, list).length)
      if (additions.length > 0) put(draft, section, list, additions)
    }
  }
  return Object.keys(draft).length === 0
    ? { kind: 'done' }
    : { kind: 'send', request: draft, clears: toClear.length > 0 }
}

/** Whether a save clears any list, so that the service has to be read before it begins. */
export const needsFreshRead = (intent: SaveIntent): boolean =>
  SOC_LISTS.some(
    ({ list }) =>
      !isSame(itemsOf(intent.base, list), itemsOf(intent.target, list)) &&
      isReplacement(intent, list),
  )

/** The intent that brings back what was there before: for whoever discards an unfinished save. */
export const undoOf = ({ base, target }: SaveIntent, fresh: SocEdit): SaveIntent => {
  const undo: SaveIntent = { base: structuredClone(target), target: base }
  // A list that our clear emptied is where the undo starts from, not what was to follow it.
  for (const { section, list } of SOC_LISTS)
    if (itemsOf(fresh, list).length === 0)
      (undo.base[section] as unknown as Record<SocListId, SocItem[]>)[list] = []
  return undo
}
