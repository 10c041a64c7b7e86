import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ReviewCreateRequest } from '../../domain/requests.ts'
import type { Review } from '../../domain/review.ts'
import type { User } from '../../domain/user.ts'
import { ApiError, NO_CONNECTION } from '../api-error.ts'
import { documents } from '../documents.ts'
import { securityReviews } from '../security-reviews.ts'
import { users } from '../users.ts'
import { vendors } from '../vendors.ts'
import { judgeCreation, newestReviews, traitsOf, type UnclearCreation } from './created-reviews.ts'
import { type CreatedReview, type SendReviewOptions, sendNewReview } from './send-new-review.ts'

export type { NewReviewFile } from './send-new-review.ts'

export interface CreateReviewOptions extends SendReviewOptions {
  /** The analyst knows that the review may exist already, and wants this one all the same. */
  createAnyway?: boolean | undefined
}

export type CreateOutcome =
  /** Answered, or found after an unclear outcome. */
  | ({ kind: 'created' } & CreatedReview)
  /** One cannot tell: ask the analyst. */
  | { kind: 'unsure'; candidates: Review[]; error: ApiError }

/** This page's creations of which it is not known how they ended, by what they were to create. */
const unclear = new Map<string, UnclearCreation>()

/**
 * What a creation failed with that may have arrived all the same; null where it certainly did not.
 * The last bytes of one that was aborted may have left before the browser told so.
 */
const unclearError = (error: unknown, { file, signal }: CreateReviewOptions): ApiError | null => {
  if (error instanceof ApiError) return error.isOutcomeUnclear ? error : null
  const operation = file ? 'createVendorSecurityReviewWithFile' : 'createVendorSecurityReview'
  return signal?.aborted ? new ApiError(operation, { status: NO_CONNECTION, cause: error }) : null
}

/**
 * Creates a review, with its report where there is one, and never twice: after an unclear outcome it
 * is looked up, and the same request again looks first whether an earlier one arrived after all.
 *
 * @throws ApiError where it certainly was not created: the service refused it (4xx), it was looked up
 *   and is not there, or there was no connection to send it by; the signal's reason when it was
 *   aborted
 */
export const createReview = async (
  vendorId: number,
  request: ReviewCreateRequest,
  options: CreateReviewOptions,
): Promise<CreateOutcome> => {
  const before = await newestReviews(vendorId, options.signal)
  // What cannot be sent now leaves nothing unclear.
  if (before instanceof ApiError && before.status === NO_CONNECTION) throw before
  const key = `${vendorId} ${traitsOf(request)}`
  const earlier = options.createAnyway ? undefined : unclear.get(key)
  if (earlier) {
    const found = judgeCreation(request, earlier, before)
    if (found.kind === 'created') unclear.delete(key)
    if (found.kind !== 'absent') return found
  }
  options.signal?.throwIfAborted()
  try {
    const created = await sendNewReview(vendorId, request, options)
    unclear.delete(key)
    return { kind: 'created', ...created }
  } catch (cause) {
    const error = unclearError(cause, options)
    if (error === null) throw cause
    const known = before instanceof ApiError ? undefined : new Set(before.map(({ id }) => id))
    unclear.set(key, { known, error })
    if (!(cause instanceof ApiError)) throw cause
    const found = judgeCreation(request, { known, error }, await newestReviews(vendorId))
    if (found.kind === 'created') unclear.delete(key)
    if (found.kind === 'absent') throw cause
    return found
  }
}

interface CreateReviewInput extends CreateReviewOptions {
  request: ReviewCreateRequest
}

/** A list's row of a SOC report has no form, and version 1 answers less than the page shows. */
const isWhole = ({ review, answerV1 }: CreatedReview): boolean =>
  answerV1 === undefined && (review.type !== 'SOC_REPORT' || review.socReviewForm !== undefined)

/** The review with the people that its ids stand for, as far as this page knows them. */
const withPeople = (review: Review, people: readonly User[]): Review => {
  const personOf = (id: number | null): Review['user'] => {
    const person = people.find((candidate) => candidate.id === id)
    if (!person) return undefined
    const { firstName = null, lastName = null } = person
    return { ...person, firstName, lastName }
  }
  return {
    ...review,
    user: review.user ?? personOf(review.userId),
    requesterUser: review.requesterUser ?? personOf(review.requesterUserId),
  }
}

/**
 * The mutation behind "Create review". The page of the review opens from the answer; what the answer
 * leaves out is read behind it.
 */
export const createReviewMutation = (queryClient: QueryClient, vendorId: number) =>
  mutationOptions({
    mutationKey: [...securityReviews.all, 'create', vendorId],
    mutationFn: ({ request, ...options }: CreateReviewInput) =>
      createReview(vendorId, request, options),
    onSuccess: (outcome, { file }) => {
      if (outcome.kind === 'created' && isWhole(outcome)) {
        const { review } = outcome
        const people = queryClient.getQueryData(users.list().queryKey)?.pages
        queryClient.setQueryData(
          securityReviews.detail(vendorId, review.id).queryKey,
          withPeople(review, people?.flatMap(({ data }) => data) ?? []),
          { updatedAt: 0 },
        )
      }
      // Not awaited: what changed is read again when it is looked at.
      const changed = [securityReviews.lists, vendors.all, ...(file ? [documents.all] : [])]
      for (const queryKey of changed) void queryClient.invalidateQueries({ queryKey })
    },
  })
