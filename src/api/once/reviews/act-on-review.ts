import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import type { ReviewActionRequest } from '../../../domain/contract/requests.ts'
import {
  type Review,
  type ReviewActionResult,
  reviewActionResultSchema,
} from '../../../domain/contract/review.ts'
import { readReview, securityReviews } from '../../security-reviews.ts'
import { ApiError, isRefusal } from '../../transport/api-error.ts'
import { operationAt } from '../../transport/operation-at.ts'
import { callPatiently } from '../../transport/repeat.ts'
import { vendors } from '../../vendors.ts'
import { sendOnce, type Unseen } from '../send-once.ts'

/** Whether a review is in the state that the action leads to. */
const isDone = (review: Review, request: ReviewActionRequest): boolean =>
  request.action === 'finalize'
    ? review.status === 'COMPLETED' &&
      (request.decision === undefined || review.decision === request.decision)
    : review.status !== 'COMPLETED' && (!request.resetDecision || review.decision === 'PENDING')

/** The state of a review after a successful action, used if it cannot be read. */
const afterAction = (
  review: Review,
  request: ReviewActionRequest,
  { newStatus = review.status }: ReviewActionResult,
): Review => {
  const status = newStatus
  if (request.action === 'reopen')
    return { ...review, status, ...(request.resetDecision && { decision: 'PENDING' }) }
  const { decision = review.decision, note = review.note } = request
  return { ...review, status, decision, note }
}

/** The outcome of an action: the service's answer, or what the review shows. */
type ActionOutcome =
  | { outcome: 'done'; result: ReviewActionResult }
  | { outcome: Unseen['outcome']; error: unknown }

/**
 * Finalizes or reopens a review. After an unclear outcome the review itself decides: the action
 * succeeded if the review is in the state that the action leads to.
 * @throws the error of the action
 */
const performAction = async (
  vendorId: number,
  reviewId: number,
  request: ReviewActionRequest,
): Promise<ReviewActionResult> => {
  const { operation, ...at } = operationAt('performSecurityReviewAction', {
    vendorId,
    securityReviewId: reviewId,
  })
  const performed = await sendOnce<never, ActionOutcome>({
    operation,
    send: async () => {
      const schema = reviewActionResultSchema
      const result = await callPatiently({ operation, ...at, body: request, schema })
      if (result.success === false)
        throw new ApiError(operation, { status: 422, message: result.message })
      return { outcome: 'done', result }
    },
    look: async (_, error) => {
      const review = await readReview(vendorId, reviewId)
      if (!isDone(review, request)) return { outcome: 'absent', error }
      return { outcome: 'done', result: { success: true, newStatus: review.status, message: '' } }
    },
    isDone: ({ outcome }) => outcome === 'done',
    unseen: (unseen) => unseen,
  })
  if ('result' in performed) return performed.result
  throw performed.error
}

/**
 * The mutation behind "Finalize" and "Reopen". It stays pending until the page shows the service's
 * state again. It refreshes after a failure too, since a failure often means that someone else
 * acted first.
 */
export const reviewActionMutation = (
  queryClient: QueryClient,
  vendorId: number,
  reviewId: number,
) =>
  mutationOptions({
    mutationKey: [...securityReviews.all, 'action', vendorId, reviewId],
    mutationFn: (request: ReviewActionRequest) => performAction(vendorId, reviewId, request),
    onSuccess: (result, request) => {
      queryClient.setQueryData(
        securityReviews.detail(vendorId, reviewId).queryKey,
        (before: Review | undefined) => before && afterAction(before, request, result),
      )
      void queryClient.resetQueries(securityReviews.actions(vendorId, reviewId))
    },
    onSettled: async () => {
      await Promise.all([
        queryClient.invalidateQueries(securityReviews.detail(vendorId, reviewId)),
        queryClient.invalidateQueries(securityReviews.actions(vendorId, reviewId)),
        queryClient.invalidateQueries({ queryKey: securityReviews.lists }),
        queryClient.invalidateQueries({ queryKey: vendors.all }),
      ])
    },
  })

/** How services reject an unknown field: the phrases of common validators. */
const UNKNOWN_FIELD =
  /property (decision|note) should not exist|^"?(decision|note)"? is not allowed(?=$|[.,]| ")|(unrecogni[sz]ed|unknown|unexpected|additional) (keys?|propert(y|ies)|fields?):? "?(decision|note)\b/i

/**
 * Whether a deployment of 2025 refused an action because it knows neither decision nor note.
 * Only then may the review be completed without them: any other 400 must not lead there, since a
 * service of 2026 approves silently when the decision is left out.
 */
export const isDecisionUnknownToService = (error: unknown): boolean =>
  isRefusal(error, 400) && UNKNOWN_FIELD.test(error.message)
