import { type SocItem, type SocListId } from '../soc/form-fields.ts'
import { type IsSettled, isRemade, judgeField, judgeList } from './judge.ts'
import { isClean, type MergeOptions, type MergeRow, mergedItems, mergeLists } from './list-merge.ts'
import { behindOthers, writeOf } from './list-write.ts'
import {
  isAlikeAt,
  isSameAt,
  itemsAt,
  listAt,
  type Path,
  personOf,
  REVIEWER,
  type Value,
  type Values,
} from './values.ts'
import { closePaths, notePerhaps, openAt, type SentAt, type Work } from './work.ts'

/** A path that both sides changed differently. It is not written before the analyst decides. */
export interface Conflict {
  path: Path
  base: Value
  mine: Value
  theirs: Value
  /** What the service holds, as the base once it is decided. A list may include items of ours. */
  held: Value
  /** For a list: the items side by side. */
  rows?: readonly MergeRow[]
}

/** What one request writes. */
export interface Plan {
  /** What the service held at these paths, by the last read. */
  from: Values
  /** For every path that the request writes: the value after the save. */
  to: Values
  clears: readonly Path[]
  adds: Readonly<Record<Path, readonly SocItem[]>>
}

/** The next thing to do after a read. */
export type Step =
  /** The service holds everything that may be sent. */
  | { kind: 'done' }
  /** Send this once, then read the service and reconcile again. */
  | { kind: 'send'; plan: Plan }
  /** Everything else is done; ask the analyst about these. */
  | { kind: 'ask'; conflicts: readonly Conflict[] }
  /** An earlier request may still arrive; read again once it cannot. */
  | { kind: 'wait' }

export interface ReconcileOptions {
  /** Whether a request that ended at this time can no longer arrive. */
  isSettled: IsSettled
  /** Whether the service would accept this value at a path. If not, the value is not sent. */
  maySend: (path: Path, value: Value) => boolean
}

/** The result for one path. */
interface PathStep {
  base: Value
  mine: Value
  /** Whether our requests to this path are accounted for. */
  isClosed: boolean
  /** What the request has to write, if anything. */
  write?: 'set' | 'clear' | readonly SocItem[]
  isAwaited?: boolean
  /** Whether the service shows something that may be ours. */
  isPerhaps?: boolean
  conflict?: Conflict
}

const agreed = (value: Value): PathStep => ({ base: value, mine: value, isClosed: true })

/** Whether the analyst chose the value. A reviewer known only by name cannot be written. */
const isChoice = (path: Path, mine: Value): boolean => {
  if (path !== REVIEWER) return true
  const { name, userId } = personOf(mine)
  return userId !== undefined || name === null
}

/** Whether a field still holds what we sent and the service took: nothing was typed there since. */
const isAsSent = (path: Path, mine: Value, sent: readonly SentAt[], theirs: Value): boolean =>
  sent.some(
    ({ to, outcome }) =>
      isSameAt(path, to, mine) && (outcome === 'taken' || isAlikeAt(path, to, theirs)),
  )

const fieldStep = (work: Work, path: Path, theirs: Value, isSettled: IsSettled): PathStep => {
  const { [path]: base } = work.base
  const { [path]: mine } = work.mine
  const sent = openAt(work, path)
  const { before, isBehind } = beforeSent(work, path, sent)
  const verdict = judgeField(path, before, sent, theirs, isSettled)
  if (verdict === 'wait') return { base, mine, isClosed: false, isAwaited: true }
  const isClosed = verdict !== 'unsure'
  const start = verdict === 'arrived' && !isBehind ? theirs : base
  const isUntouched = isSameAt(path, start, theirs)
  if (isSameAt(path, mine, theirs) || !isChoice(path, mine)) return agreed(theirs)
  if (verdict === 'arrived' && isAsSent(path, mine, sent, theirs)) return agreed(theirs)
  // The same words, spelled differently: ours as stored, or the same text by somebody else.
  if (isAlikeAt(path, mine, theirs) && path !== REVIEWER && !isUntouched) return agreed(theirs)
  if (isSameAt(path, mine, start)) return agreed(theirs)
  if (isUntouched && isClosed) return { base: theirs, mine, isClosed, write: 'set' }
  return { base, mine, isClosed: false, conflict: { path, base, mine, theirs, held: theirs } }
}

/**
 * What the service held before our requests to a path. `isBehind` means that the typing is based on
 * an older value: it was typed while a save took over changes of others.
 */
const beforeSent = (
  { base }: Work,
  path: Path,
  sent: readonly SentAt[],
): { before: Value; isBehind: boolean } => {
  const before = sent[0] === undefined ? base[path] : sent[0].from
  return { before, isBehind: !isSameAt(path, base[path], before) }
}

const isChangedByBoth = (rows: readonly MergeRow[]): boolean =>
  rows.some(({ kind }) => kind === 'mine') && rows.some(({ kind }) => kind === 'theirs')

const listStep = (
  work: Work,
  list: SocListId,
  path: Path,
  theirs: Value,
  isSettled: IsSettled,
): PathStep => {
  const now = theirs as readonly SocItem[]
  const [base, mine] = [itemsAt(work.base, path), itemsAt(work.mine, path)]
  const sent = openAt(work, path)
  const { before, isBehind } = beforeSent(work, path, sent)
  const verdict = judgeList(list, before as readonly SocItem[], sent, now, isSettled)
  const isDecided = work.decided.includes(path)
  // We cannot tell typing that is based on an older list from what the clear removed.
  const isGuess = isBehind && (verdict.kind === 'doubled' || verdict.kind === 'unsure')

  /** Merges; continues with `next` if there is nothing to decide. */
  const merged = (
    from: readonly SocItem[],
    other: readonly SocItem[],
    options: MergeOptions,
    next: (wanted: readonly SocItem[]) => PathStep,
  ): PathStep => {
    const rows = mergeLists(list, from, mine, other, options)
    const isForced = isGuess || (isDecided && isChangedByBoth(rows))
    if (isClean(rows) && !isForced) return next(mergedItems(list, rows))
    const conflict: Conflict = { path, base: from, mine, theirs: other, held: now, rows }
    const isPerhaps = verdict.kind === 'unsure'
    return { base: from, mine, isClosed: from !== base, isPerhaps, conflict }
  }
  /** Continues from the service's list as the new base. */
  const onward = (wanted: readonly SocItem[]): PathStep => {
    if (isSameAt(path, wanted, now)) return agreed(now)
    return { base: now, mine: wanted, isClosed: true, write: writeOf(list, now, wanted) }
  }

  switch (verdict.kind) {
    case 'wait':
      return { base, mine, isClosed: false, isAwaited: true }
    case 'untouched':
      return merged(base, now, {}, onward)
    case 'arrived':
      return merged(isBehind ? base : verdict.base, now, {}, onward)
    case 'doubled':
      // Keep the requests open until one of the two lists is gone. If others repair the list first,
      // the rest is ours or theirs, not the remains of both.
      return merged(base, verdict.others, { absentIsOurs: true }, (wanted) =>
        isSameAt(path, wanted, now)
          ? agreed(now)
          : { base, mine: wanted, isClosed: false, write: 'clear' },
      )
    case 'unsure':
      return merged(base, now, { mayHoldOurs: true, absentIsOurs: verdict.isCleared }, onward)
    case 'cleared': {
      const { others } = verdict
      /** Keeps our clear open until the wanted items are there. */
      const refill = (wanted: readonly SocItem[]): PathStep => {
        const target = behindOthers(list, wanted, others)
        if (isSameAt(path, target, others)) return agreed(others)
        return { base, mine: target, isClosed: false, write: writeOf(list, others, target) }
      }
      const cleared = before as readonly SocItem[]
      // The cleared items are theirs as well, unless they have put them back.
      if (isBehind && !isRemade(list, cleared, others))
        return merged(base, [...cleared, ...others], {}, refill)
      return others.length === 0
        ? refill(mine)
        : merged(base, others, { absentIsOurs: true }, refill)
    }
  }
}

/**
 * Plans the next request. If any list must be cleared, all fields and clears go first; the
 * additions follow in the next request.
 */
const planOf = (steps: ReadonlyMap<Path, PathStep>, theirs: Values): Plan | undefined => {
  const from: Record<Path, Value> = {}
  const to: Record<Path, Value> = {}
  const clears: Path[] = []
  const adds: Record<Path, readonly SocItem[]> = {}
  const isClearing = [...steps.values()].some(({ write }) => write === 'clear')
  for (const [path, { write, mine }] of steps) {
    if (write === undefined || (isClearing && typeof write !== 'string')) continue
    from[path] = theirs[path]
    to[path] = mine
    if (write === 'clear') clears.push(path)
    else if (write !== 'set') adds[path] = write
  }
  return Object.keys(to).length > 0 ? { from, to, clears, adds } : undefined
}

/**
 * Compares the work with what the service has, and says what to do next. The comparison is
 * three-way for each path: a change of mine is sent, a change of theirs is taken over, equal
 * changes are done, and different changes are asked about.
 *
 * @param theirs a read that began after the last request of the journal had ended
 * @returns the next step, and the new work: its base is what the service held, and `mine` includes
 *   what was taken over
 */
export const reconcile = (
  work: Work,
  theirs: Values,
  { isSettled, maySend }: ReconcileOptions,
): { work: Work; step: Step } => {
  const steps = new Map<Path, PathStep>()
  for (const path of Object.keys(theirs)) {
    const list = listAt(path)
    steps.set(
      path,
      list === undefined
        ? fieldStep(work, path, theirs[path], isSettled)
        : listStep(work, list, path, theirs[path], isSettled),
    )
  }
  for (const [path, step] of steps) {
    const { write, mine } = step
    const isSendable =
      write === undefined || maySend(path, typeof write === 'string' ? mine : write)
    if (!isSendable) delete step.write
  }

  const base: Record<Path, Value> = { ...work.base }
  const mine: Record<Path, Value> = { ...work.mine }
  const closed = new Set<Path>()
  const perhaps = new Set<Path>()
  for (const [path, step] of steps) {
    base[path] = step.base
    mine[path] = step.mine
    if (step.isClosed) closed.add(path)
    if (step.isPerhaps) perhaps.add(path)
  }
  const next: Work = {
    base,
    mine,
    journal: notePerhaps(closePaths(work.journal, closed), perhaps),
    decided: work.decided.filter((path) => !isSameAt(path, base[path], mine[path])),
  }
  return { work: next, step: stepOf([...steps.values()], planOf(steps, theirs)) }
}

/** Whether a list is empty because we cleared it: what we added since, if anything, may be lost. */
const isEmptyByUs = (work: Work, path: Path): boolean => {
  const sent = openAt(work, path)
  const cleared = sent.findLastIndex(({ clears }) => clears)
  return (
    cleared >= 0 &&
    !sent.slice(cleared).some(({ adds, outcome }) => adds !== undefined && outcome === 'taken')
  )
}

/**
 * Whether a list is suddenly empty, and that is not our doing. Another person's save may be between
 * its clear and its addition, and the list may be back in a moment.
 */
export const isBetweenRequests = (work: Work, theirs: Values): boolean =>
  Object.keys(theirs).some(
    (path) =>
      listAt(path) !== undefined &&
      itemsAt(theirs, path).length === 0 &&
      itemsAt(work.base, path).length > 0 &&
      !isEmptyByUs(work, path),
  )

const stepOf = (steps: readonly PathStep[], plan: Plan | undefined): Step => {
  if (steps.some(({ isAwaited }) => isAwaited)) return { kind: 'wait' }
  if (plan) return { kind: 'send', plan }
  const conflicts = steps.flatMap(({ conflict }) => conflict ?? [])
  return conflicts.length > 0 ? { kind: 'ask', conflicts } : { kind: 'done' }
}
