import { decidedValue } from '../domain/work/decide.ts'
import { type ReconcileOptions, reconcile, type Step } from '../domain/work/reconcile.ts'
import type { Path, Value } from '../domain/work/values.ts'
import type { Work } from '../domain/work/work.ts'
import {
  namesOf,
  type RequestDetails,
  requestTo,
  SERVICES,
  services,
  settled,
  takesAll,
  workAt,
} from './works.ts'

/** Helpers that reconcile work on one path. */

/** The three versions of a value. */
export type Sides<T> = readonly [base: T, mine: T, theirs: T]
export type Names = readonly string[]

/** Reconciles one path after some requests. They start from the base unless they say otherwise. */
export const reconcileAt = (
  path: Path,
  [base, mine, theirs]: Sides<Value>,
  requests: readonly RequestDetails[] = [],
  more: Partial<Work> = {},
  options: Partial<ReconcileOptions> = {},
) => {
  const journal = requests.map((details) => requestTo(path, { from: base, ...details }))
  const work = { ...workAt(path, base, mine, ...journal), ...more }
  const read = { [path]: theirs }
  return reconcile(work, read, { isSettled: settled, maySend: takesAll, ...options })
}

/** Reconciles a field. @returns the next step, and the new work */
export const reconcileField = (
  path: Path,
  sides: Sides<Value>,
  requests: readonly RequestDetails[] = [],
  options: Partial<ReconcileOptions> = {},
) => {
  const { work, step } = reconcileAt(path, sides, requests, {}, options)
  return { step, base: work.base[path], mine: work.mine[path], journal: work.journal }
}

/** Reconciles a list of services. */
export const reconcileList = (
  sides: Sides<Names>,
  ...more: [
    requests?: readonly RequestDetails[],
    work?: Partial<Work>,
    options?: Partial<ReconcileOptions>,
  ]
) => {
  const [base, mine, theirs] = sides.map((names) => services(...names))
  return reconcileAt(SERVICES, [base, mine, theirs], ...more)
}

/** A step with lists as names. For a question it includes the result of deciding for both. */
export const inNames = (step: Step) => {
  if (step.kind === 'ask')
    return { ask: step.conflicts.map((conflict) => namesOf(decidedValue(conflict, 'both'))) }
  if (step.kind !== 'send') return step.kind
  const { to, clears, adds } = step.plan
  return {
    to: namesOf(to[SERVICES]),
    ...(clears.includes(SERVICES) ? { clear: true } : { adds: namesOf(adds[SERVICES]) }),
  }
}

/** The next step for a list, with lists as names. */
export const stepOfList = (...args: Parameters<typeof reconcileList>) =>
  inNames(reconcileList(...args).step)

/** The new work on a list, as names. */
export const endOfList = (...args: Parameters<typeof reconcileList>) => {
  const { work, step } = reconcileList(...args)
  return {
    step: inNames(step),
    base: namesOf(work.base[SERVICES]),
    mine: namesOf(work.mine[SERVICES]),
    journal: work.journal,
  }
}

/** The work on a list that is as the service has it. */
export const agreedList = (names: Names) => ({
  step: 'done',
  base: names,
  mine: names,
  journal: [],
})

/** A request that adds services. */
export const adding = (...names: Names): RequestDetails => ({ adds: services(...names) })
/** A request that the service took. */
export const taken = (details: RequestDetails): RequestDetails => ({ ...details, outcome: 'taken' })
/** A request that clears the list. */
export const CLEAR: RequestDetails = { isClear: true }
