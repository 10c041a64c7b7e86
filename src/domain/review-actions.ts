import type { ReviewAction, ReviewStatus } from './contract/enums.ts'
import type { Review } from './contract/review.ts'

/**
 * The rules for actions on a review, for the mock service. The app never decides with them, since
 * the actions endpoint does; it only explains why a button is missing.
 */

/** 2025: SOC reports only, no decision. 2026: every type, with decision and note. */
export const DIALECTS = ['2026', '2025'] as const
export type Dialect = (typeof DIALECTS)[number]

interface ActionRule {
  from: readonly ReviewStatus[]
  to: ReviewStatus
  /** A SOC report needs a complete form. */
  needsReadyForm: boolean
}

export const ACTION_RULES: Record<ReviewAction, ActionRule> = {
  finalize: { from: ['NOT_YET_STARTED', 'IN_PROGRESS'], to: 'COMPLETED', needsReadyForm: true },
  reopen: { from: ['COMPLETED'], to: 'IN_PROGRESS', needsReadyForm: false },
}

type Subject = Pick<Review, 'status' | 'type' | 'socReviewForm'>

/** Whether the dialect's actions endpoint answers for this type of review at all (else 422). */
export const dialectSupports = (dialect: Dialect, { type }: Pick<Subject, 'type'>): boolean =>
  dialect === '2026' || type === 'SOC_REPORT'

/** The actions available for a review. */
export const availableActions = (review: Subject): ReviewAction[] =>
  (Object.keys(ACTION_RULES) as ReviewAction[]).filter((action) => {
    const { from, needsReadyForm } = ACTION_RULES[action]
    return (
      from.some((status) => status === review.status) &&
      (!needsReadyForm ||
        review.type !== 'SOC_REPORT' ||
        review.socReviewForm?.readyToFinalize === true)
    )
  })

/**
 * Explains why the service offers no action. For a SOC report, the service may not consider the
 * form ready although the page finds nothing missing (contract, point 15).
 * @param missingCount the number of missing fields
 */
export const whyNoAction = (review: Subject, missingCount: number): string => {
  if (review.status === 'NOT_REQUIRED')
    return 'This review is not required, so there is nothing to finalize.'
  const isOpenSoc = review.type === 'SOC_REPORT' && review.status !== 'COMPLETED'
  if (isOpenSoc && missingCount > 0)
    return `Drata offers Finalize once the ${missingCount === 1 ? 'missing field is' : `${missingCount} missing fields are`} filled in.`
  const isUnready = isOpenSoc && review.socReviewForm?.readyToFinalize !== true
  return `Drata offers no action for this review at the moment.${
    isUnready ? ' Its check may not count the form as ready yet.' : ''
  }`
}
