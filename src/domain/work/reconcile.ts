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

/** A path on which each side has something else; nothing of it is written before a decision. */
export interface Conflict {
  path: Path
  base: Value
  mine: Value
  theirs: Value
  /** What the service holds, from where a decision goes on. Of a list it may hold ours as well. */
  held: Value
  /** Of a list, the items side by side. */
  rows?: readonly MergeRow[]
}

/** What one request writes. */
export interface Plan {
  /** What the service was seen to hold at these paths. */
  from: Values
  /** The values after the save, of every path that the request writes. */
  to: Values
  clears: readonly Path[]
  adds: Readonly<Record<Path, readonly SocItem[]>>
}

/** What a read shows of the work, and what is to be done next. */
export type Step =
  /** The service holds all of it, but for what may not be sent. */
  | { kind: 'done' }
  /** To be sent once; then the service is read, and the work reconciled again. */
  | { kind: 'send'; plan: Plan }
  /** All else is done; these are to be decided. */
  | { kind: 'ask'; conflicts: readonly Conflict[] }
  /** Something that was sent may still arrive; read again once it cannot. */
  | { kind: 'wait' }

export interface ReconcileOptions {
  /** Whether a request that ended at a moment can no longer arrive. */
  isSettled: IsSettled
  /** Whether the service would take this value at a path; what it would refuse is held back. */
  maySend: (path: Path, value: Value) => boolean
}

/** What becomes of one path. */
interface PathStep {
  base: Value
  mine: Value
  /** Whether the end of what we sent was seen. */
  isClosed: boolean
  /** What the request has to write, if anything. */
  write?: 'set' | 'clear' | readonly SocItem[]
  isAwaited?: boolean
  /** Whether something is there that may be ours. */
  isPerhaps?: boolean
  conflict?: Conflict
}

const agreed = (value: Value): PathStep => ({ base: value, mine: value, isClosed: true })

/** A reviewer whose name was read is nobody's choice, and cannot be written: only an id can. */
const isChoice = (path: Path, mine: Value): boolean => {
  if (path !== REVIEWER) return true
  const { name, userId } = personOf(mine)
  return userId !== undefined || name === null
}

/** Whether a field still holds what was sent and is there: nothing was typed in it since. */
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
  // In other letters: ours as the service shows it, or somebody's who wrote the same.
  if (isAlikeAt(path, mine, theirs) && path !== REVIEWER && !isUntouched) return agreed(theirs)
  if (isSameAt(path, mine, start)) return agreed(theirs)
  if (isUntouched && isClosed) return { base: theirs, mine, isClosed, write: 'set' }
  return { base, mine, isClosed: false, conflict: { path, base, mine, theirs, held: theirs } }
}

/**
 * What the service held before the requests on a path, and whether what is typed there goes on from
 * something older: it was typed while a save took over the work of others.
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
  // What was typed upon an older list cannot be told from what a cleared one has lost.
  const isGuess = isBehind && (verdict.kind === 'doubled' || verdict.kind === 'unsure')

  /** Merges; where nothing is to be decided, goes on from there. */
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
  /** The list as the service has it is where the work goes on from. */
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
      // Nothing is closed until one of the two lists is gone: where others mend it first, what is
      // left is ours or theirs, and not what is left of both.
      return merged(base, verdict.others, { absentIsOurs: true }, (wanted) =>
        isSameAt(path, wanted, now)
          ? agreed(now)
          : { base, mine: wanted, isClosed: false, write: 'clear' },
      )
    case 'unsure':
      return merged(base, now, { mayHoldOurs: true, absentIsOurs: verdict.isCleared }, onward)
    case 'cleared': {
      const { others } = verdict
      /** Our clear stays open until what is wanted is there. */
      const refill = (wanted: readonly SocItem[]): PathStep => {
        const target = behindOthers(list, wanted, others)
        if (isSameAt(path, target, others)) return agreed(others)
        return { base, mine: target, isClosed: false, write: writeOf(list, others, target) }
      }
      const cleared = before as readonly SocItem[]
      // What was cleared is theirs as well, unless they have put it back themselves.
      if (isBehind && !isRemade(list, cleared, others))
        return merged(base, [...cleared, ...others], {}, refill)
      return others.length === 0
        ? refill(mine)
        : merged(base, others, { absentIsOurs: true }, refill)
    }
  }
}

/** The request that writes what there is to write: all that is set and cleared first, then all additions. */
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
 * Holds the work against what the service has, and says what to do next. It is three-way for every
 * path: only mine changed is sent, only theirs is taken over, the same on both sides is done, and
 * what differs on both sides is asked about.
 *
 * @param theirs a read that began after the last request of the journal had ended
 * @returns the work from there on: its base is what the service was seen to hold, and its own
 *   values have what was taken over
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

/**
 * Whether a list is empty that was not, and that we did not clear: it may be between the clear and
 * the addition of somebody else's save, and then be there again in a moment.
 */
export const isBetweenRequests = (work: Work, theirs: Values): boolean =>
  Object.keys(theirs).some(
    (path) =>
      listAt(path) !== undefined &&
      itemsAt(theirs, path).length === 0 &&
      itemsAt(work.base, path).length > 0 &&
      !openAt(work, path).some(({ clears }) => clears),
  )

const stepOf = (steps: readonly PathStep[], plan: Plan | undefined): Step => {
  if (steps.some(({ isAwaited }) => isAwaited)) return { kind: 'wait' }
  if (plan) return { kind: 'send', plan }
  const conflicts = steps.flatMap(({ conflict }) => conflict ?? [])
  return conflicts.length > 0 ? { kind: 'ask', conflicts } : { kind: 'done' }
}
