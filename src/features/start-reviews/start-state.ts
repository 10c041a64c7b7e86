import { ApiError, NO_CONNECTION } from '../../api/api-error.ts'
import type { CreateOutcome } from '../../api/once/create-review.ts'
import type { Review } from '../../domain/review.ts'

/** How far one vendor's review is. */
export type StartState =
  | { kind: 'waiting' }
  | { kind: 'starting' }
  | { kind: 'started'; review: Review }
  | { kind: 'skipped' }
  /** Certainly not created. */
  | { kind: 'failed'; error: ApiError }
  /** It may exist: these may be it; none where not even that could be looked up. */
  | { kind: 'unclear'; candidates: readonly Review[]; error: unknown }

/** What an attempt means for its vendor, and for those that wait behind it. */
export interface Verdict {
  state: StartState
  /** Why the next one may not be sent now: not for some seconds, or not before someone has looked. */
  hold?: { seconds: number } | { error: unknown }
}

/**
 * Whether trying again is safe: after a certain failure, and after an unclear one of the service's,
 * since creating the same review again looks for it first.
 */
export const canRetry = (state: StartState): boolean =>
  state.kind === 'failed' ||
  (state.kind === 'unclear' && state.candidates.length === 0 && state.error instanceof ApiError)

/** What would fail for every vendor: no connection, the key, the plan, a permission, the terms. */
const FATAL: readonly number[] = [NO_CONNECTION, 401, 402, 403, 412]

/** How long to wait where the service limits requests and does not say for how long. */
const DEFAULT_WAIT_S = 60
/** The longest that a browser's timer can wait; after it, the service is just asked again. */
const LONGEST_WAIT_S = 2_000_000

/**
 * Judges an attempt that ended without an error. Where an unclear one could not be looked up, the
 * service answers nothing at the moment, and the next would become unclear as well.
 */
export const verdictOfOutcome = (outcome: CreateOutcome): Verdict => {
  if (outcome.kind === 'created') return { state: { kind: 'started', review: outcome.review } }
  const { candidates, error } = outcome
  return {
    state: { kind: 'unclear', candidates, error },
    ...(candidates.length === 0 && { hold: { error } }),
  }
}

/**
 * Judges an attempt that failed. An ApiError says that certainly nothing was created, so a vendor
 * that met with what is not its own fault goes back in line; anything else is a failure of
 * Countersign's own, of which nothing is certain.
 */
export const verdictOfError = (error: unknown): Verdict => {
  if (!(error instanceof ApiError))
    return { state: { kind: 'unclear', candidates: [], error }, hold: { error } }
  if (error.status === 429) {
    const seconds = Math.max(1, error.retryAfter ?? DEFAULT_WAIT_S)
    return { state: { kind: 'waiting' }, hold: { seconds: Math.min(seconds, LONGEST_WAIT_S) } }
  }
  if (FATAL.includes(error.status)) return { state: { kind: 'waiting' }, hold: { error } }
  return { state: { kind: 'failed', error } }
}
