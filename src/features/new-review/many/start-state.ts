import type { Creation } from '../../../api/once/reviews/creations.ts'
import { ApiError, NO_CONNECTION } from '../../../api/transport/api-error.ts'
import type { Review } from '../../../domain/contract/review.ts'

/** The fields of a review that a result shows. */
export type NamedReview = Pick<Review, 'id' | 'title'>

/** The state of one vendor's review, on the way or final. */
export type StartState =
  | { kind: 'waiting' }
  | { kind: 'starting' }
  | { kind: 'skipped' }
  /** null if the analyst decided that the review exists without saying which one it is. */
  | { kind: 'done'; review: NamedReview | null }
  /** Certainly not created. */
  | { kind: 'absent'; error: unknown }
  /** It may exist, as one of the candidates. There are none if the lookup failed too. */
  | {
      kind: 'unsure'
      candidates: readonly NamedReview[]
      error: unknown
      /** The title of the earlier creation, if that is the one in doubt. */
      earlier?: { title: string | null } | undefined
    }

/** What an attempt means for its vendor and for the vendors in line. */
export interface Verdict {
  state: StartState
  /** Set if the service limits requests: the next request waits as long as this error says. */
  limit?: ApiError
  /** Set if the queue has to stop until the analyst has looked. */
  stop?: { error: unknown }
}

/**
 * Whether a retry is safe: if the review is absent, or if the service left it unsure, since
 * creating the same review again looks for it first.
 */
export const canRetry = (state: StartState): boolean =>
  state.kind === 'absent' ||
  (state.kind === 'unsure' && state.candidates.length === 0 && state.error instanceof ApiError)

/**
 * Failures that would meet every vendor: no connection, the key, the plan, a permission, the terms.
 * What a proxy on the way answers would meet them, too.
 */
const FATAL: readonly number[] = [NO_CONNECTION, 401, 402, 403, 412]

/**
 * Decides what an attempt means. A vendor goes back in line if the failure was not about its
 * review. The queue stops if an unsure outcome could not be looked up: the service is not
 * answering, and the next outcome would be unsure as well.
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
  if (FATAL.includes(error.status) || error.speaker === 'proxy')
    return { state: { kind: 'waiting' }, stop: { error } }
  return { state: { kind: 'absent', error } }
}

/** The verdict after a bug in this page: the review may have been created. */
export const verdictOfBug = (error: unknown): Verdict => ({
  state: { kind: 'unsure', candidates: [], error },
  stop: { error },
})
