import { type SocItem, type SocListId } from '../soc/form-fields.ts'
import { diffLists } from './list-diff.ts'
import { isAlikeAt, isSameAt, type Path, REVIEWER, type Value } from './values.ts'
import { keyOf } from './words.ts'
import type { SentAt } from './work.ts'

/**
 * Tells which of our own requests a read shows. A list counts as cleared by us only if we may have
 * cleared it, and an addition as arrived only if we may have sent it. Everything else is by others.
 */

/** Whether a request that ended at this time can no longer arrive; null: it is still under way. */
export type IsSettled = (endedAt: number | null) => boolean

/** What a read shows about our requests to a list. */
export type ListVerdict =
  /** None of our requests shows: the list is as others left it. */
  | { kind: 'untouched' }
  /** What we added is there; `base` includes it. */
  | { kind: 'arrived'; base: readonly SocItem[] }
  /** Our clear arrived, our addition did not. @property others what others added after the clear */
  | { kind: 'cleared'; others: readonly SocItem[] }
  /** What we added is there, together with a list that others wrote at the same time. */
  | { kind: 'doubled'; others: readonly SocItem[] }
  /** Some of the items may be ours. @property isCleared whether our clear arrived */
  | { kind: 'unsure'; isCleared: boolean }
  /** A request may still arrive. */
  | { kind: 'wait' }

/** Separates the keys of a sequence; no key contains it. */
const SEPARATOR = '\u0001'

/** The index of the last place where `run` stands in `items` without a gap; -1 if there is none. */
const runAt = (list: SocListId, items: readonly SocItem[], run: readonly SocItem[]): number => {
  const rowOf = (of: readonly SocItem[]): string =>
    of.map((item) => SEPARATOR + keyOf(list, item)).join('') + SEPARATOR
  const row = rowOf(items)
  const at = row.lastIndexOf(rowOf(run))
  return at < 0 ? -1 : row.slice(0, at).split(SEPARATOR).length - 1
}

/**
 * Removes items from a list. It removes an unbroken run if there is one, as a request adds them;
 * otherwise the last match of each.
 */
const without = (
  list: SocListId,
  items: readonly SocItem[],
  taken: readonly SocItem[],
): { rest: readonly SocItem[]; missing: number } => {
  const run = runAt(list, items, taken)
  if (run >= 0) return { rest: items.toSpliced(run, taken.length), missing: 0 }
  const left = new Map<string, number>()
  for (const item of taken) {
    const key = keyOf(list, item)
    left.set(key, (left.get(key) ?? 0) + 1)
  }
  let missing = taken.length
  const rest = items
    .toReversed()
    .filter((item) => {
      const key = keyOf(list, item)
      const count = left.get(key) ?? 0
      if (count === 0) return true
      left.set(key, count - 1)
      missing -= 1
      return false
    })
    .toReversed()
  return { rest, missing }
}

/** Whether others have rebuilt the list from the base, and not just added to the empty list. */
export const isRemade = (
  list: SocListId,
  base: readonly SocItem[],
  others: readonly SocItem[],
): boolean => diffLists(list, base, others, true).now.some((index) => index >= 0)

/** A request that adds to a list. */
type Addition = SentAt & { adds: readonly SocItem[] }

/** Judges a request that added items behind the base. */
const judgeAddition = (
  list: SocListId,
  base: readonly SocItem[],
  { adds, outcome, endedAt }: Addition,
  now: readonly SocItem[],
  isSettled: IsSettled,
): ListVerdict => {
  const beyond = without(list, now, base).rest
  const { rest: foreign, missing } = without(list, beyond, adds)
  if (missing === 0) return { kind: 'arrived', base: [...base, ...adds] }
  if (outcome === 'taken') return { kind: 'unsure', isCleared: false }
  if (!isSettled(endedAt)) return { kind: 'wait' }
  return foreign.length === 0 && missing === adds.length
    ? { kind: 'untouched' }
    : { kind: 'unsure', isCleared: false }
}

/** Judges a request that added items after we cleared the list. */
const judgeRefill = (
  list: SocListId,
  base: readonly SocItem[],
  { adds, outcome, endedAt }: Addition,
  now: readonly SocItem[],
  isSettled: IsSettled,
): ListVerdict => {
  const { rest: others, missing } = without(list, now, adds)
  if (missing === 0)
    return isRemade(list, base, others)
      ? { kind: 'doubled', others }
      : { kind: 'arrived', base: adds }
  if (outcome === 'taken') return { kind: 'unsure', isCleared: true }
  if (!isSettled(endedAt)) return { kind: 'wait' }
  // The items may be ours in other words.
  return now.length === 0 ? { kind: 'cleared', others: now } : { kind: 'unsure', isCleared: true }
}

const isEqual = (list: SocListId, one: readonly SocItem[], other: readonly SocItem[]): boolean =>
  one.length === other.length &&
  one.every((item, index) => keyOf(list, item) === keyOf(list, other[index] as SocItem))

/**
 * Judges what a read shows of our requests to a list.
 * @param base the list before the first request
 * @param sent the requests, oldest first
 * @param now the list as the read shows it
 */
export const judgeList = (
  list: SocListId,
  base: readonly SocItem[],
  sent: readonly SentAt[],
  now: readonly SocItem[],
  isSettled: IsSettled,
): ListVerdict => {
  const last = sent.at(-1)
  if (last === undefined) return { kind: 'untouched' }
  const isCleared = sent.some(({ clears }) => clears)
  const { adds } = last
  if (adds) {
    const judgeAdds = isCleared ? judgeRefill : judgeAddition
    return judgeAdds(list, base, { ...last, adds }, now, isSettled)
  }
  if (last.outcome === 'unclear' && now.length > 0) {
    if (!isSettled(last.endedAt)) return { kind: 'wait' }
    // The request did not arrive: the list is as the earlier requests left it.
    const before = last.from as readonly SocItem[]
    if (isEqual(list, before, now)) return judgeList(list, base, sent.slice(0, -1), now, isSettled)
  }
  return { kind: 'cleared', others: now }
}

/** What a read shows about the requests that set a field. */
export type FieldVerdict = 'untouched' | 'arrived' | 'unsure' | 'wait'

/** Judges what a read shows of our requests to a field. @param base its value before them */
export const judgeField = (
  path: Path,
  base: Value,
  sent: readonly SentAt[],
  now: Value,
  isSettled: IsSettled,
): FieldVerdict => {
  const last = sent.at(-1)
  if (last === undefined) return 'untouched'
  const isOurs = sent.some(({ to }) => isAlikeAt(path, to, now))
  // A change of white space alone looks like the text before it.
  const isBefore = isSameAt(path, base, now)
  if (last.outcome === 'taken')
    // The service may spell a person's name differently from the list of users.
    return isOurs || (path === REVIEWER && !isBefore) ? 'arrived' : 'unsure'
  if (isOurs && !isBefore) return 'arrived'
  return isSettled(last.endedAt) ? 'untouched' : 'wait'
}
