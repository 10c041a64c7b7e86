import type { ReviewAction } from '../../src/domain/contract/enums.ts'
import { reviewActionRequest, reviewActionRequest2025 } from '../../src/domain/contract/requests.ts'
import type { ReviewActionResult } from '../../src/domain/contract/review.ts'
import { ACTION_RULES, availableActions, dialectSupports } from '../../src/domain/review-actions.ts'
import { formOf } from './answers.ts'
import { type Context, findReview, type ReviewIds } from './context.ts'
import { ServiceError } from './errors.ts'
import { accept } from './issues.ts'
import type { ReviewRecord } from './records.ts'

const findSupported = (context: Context, ids: ReviewIds): ReviewRecord => {
  const record = findReview(context, ids)
  if (!dialectSupports(context.dialect, record))
    throw new ServiceError(
      422,
      `Actions are not supported for security reviews of type ${record.type}.`,
    )
  return record
}

const actionsOf = (record: ReviewRecord): ReviewAction[] =>
  availableActions(
    record.type === 'SOC_REPORT' ? { ...record, socReviewForm: formOf(record) } : record,
  )

/**
 * The actions that are available for a review now.
 * @throws ServiceError 404; 422 for a type that the dialect of 2025 does not support (contract,
 *   points 4 and 15)
 */
export const listSecurityReviewActions = (
  context: Context,
  ids: ReviewIds,
): { data: { action: ReviewAction }[] } => ({
  data: actionsOf(findSupported(context, ids)).map((action) => ({ action })),
})

/** The action that is asked for, and its changes besides the status. In 2025 there are none. */
const changesOf = (context: Context, body: unknown): [ReviewAction, Partial<ReviewRecord>] => {
  if (context.dialect === '2025') return [accept(reviewActionRequest2025, body).action, {}]
  const request = accept(reviewActionRequest, body)
  if (request.action === 'reopen')
    return ['reopen', request.resetDecision ? { decision: 'PENDING' } : {}]
  const { decision = 'APPROVED', note } = request
  return ['finalize', { decision, ...(note !== undefined && { note }) }]
}

/**
 * Finalizes or reopens a review (contract, point 4).
 * @param body as it was sent; the dialect decides which properties are allowed
 * @throws ServiceError 404; 400 for a body that the dialect does not know; 422 for an action that
 *   is not available in the review's state
 */
export const performSecurityReviewAction = (
  context: Context,
  ids: ReviewIds,
  body: unknown,
): ReviewActionResult => {
  const [action, changes] = changesOf(context, body)
  const before = findSupported(context, ids)
  if (!actionsOf(before).includes(action))
    throw new ServiceError(
      422,
      `The action ${action} is not available for security review ${before.id} in its current state.`,
    )
  const { to } = ACTION_RULES[action]
  context.store.put('reviews', {
    ...before,
    ...changes,
    status: to,
    updatedAt: context.now().toISOString(),
  })
  return {
    success: true,
    newStatus: to,
    message: action === 'finalize' ? 'The review was finalized.' : 'The review was reopened.',
  }
}
