import type { Creation } from '../../../api/once/reviews/creations.ts'
import { ApiError, NO_CONNECTION } from '../../../api/transport/api-error.ts'
import type { Review } from '../../../domain/contract/review.ts'

/** A review, as far as a result names it. */
export type NamedReview = Pick<Review, 'id' | 'title'>

/** How far one vendor's review is: on its way to an outcome, or at one. */
export type StartState =
  | { kind: 'waiting' }
  | { kind: 'starting' }
  | { kind: 'skipped' }
  /** null where the analyst has decided that it is there, and nobody noted which it is. */
  | { kind: 'done'; review: NamedReview | null }
  /** Certainly not created. */
  | { kind: 'absent'; error: unknown }
  /** It may exist: these may be it; none where not even that could be looked up. */
  | {
      kind: 'unsure'
      candidates: readonly NamedReview[]
      error: unknown
      /** What it was to be called, where it is an earlier one that may exist. */
      earlier?: { title: string | null } | undefined
    }

/** What an attempt means for its vendor, and for those that wait behind it. */
export interface Verdict {
  state: StartState
  /** The service limits requests: the next one waits as long as this error says. */
  limit?: ApiError
  /** Why the next one is not sent before someone has looked. */
  stop?: { error: unknown }
}

/**
 * Whether trying again is safe: where the review is absent, and where the service left it unsure,
 * since creating the same review again looks for it first.
 */
export const canRetry = (state: StartState): boolean =>
  state.kind === 'absent' ||
  (state.kind === 'unsure' && state.candidates.length === 0 && state.error instanceof ApiError)

/** What would fail for every vendor: no connection, the key, the plan, a permission, the terms. */
const FATAL: readonly number[] = [NO_CONNECTION, 401, 402, 403, 412]

/**
 * Decides what an attempt means. A vendor goes back in line where the failure was not about its
 * review. The queue stops where an unsure outcome could not be looked up: the service answers
 * nothing at the moment, and the next outcome would be unsure as well.
 */
export const verdictOf = (creation: Creation): Verdict => {
  if (creation.outcome === 'done') return { state: { kind: 'done', review: creation.review } }
  if (creation.outcome === 'unsure') {
    const { candidates, error, earlier } = creation
    return {
      state: { kind: 'unsure', candidates, error, earlier },
      ...(candidates.length === 0 && { stop: { error } }),
    }
  }
  const { error } = creation
  if (!(error instanceof ApiError)) return { state: { kind: 'absent', error } }
  if (error.status === 429) return { state: { kind: 'waiting' }, limit: error }
  if (FATAL.includes(error.status)) return { state: { kind: 'waiting' }, stop: { error } }
  return { state: { kind: 'absent', error } }
}

/** The verdict after a bug in this page: the review may have been created. */
export const verdictOfBug = (error: unknown): Verdict => ({
  state: { kind: 'unsure', candidates: [], error },
  stop: { error },
})
