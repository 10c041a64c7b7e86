import type { RunJob } from '../../../../api/once/reviews/kept-runs.ts'
import type { ReviewType } from '../../../../domain/contract/enums.ts'
import type { ReviewCreateRequest } from '../../../../domain/contract/requests.ts'
import { reviewTitle } from '../../../../domain/contract/review.ts'
import type { ReviewCompact } from '../../../../domain/contract/shared-fields.ts'
import { type Vendor, vendorName } from '../../../../domain/contract/vendor.ts'
import { isClosed } from '../../../../domain/deadline.ts'
import {
  type NewReviewValues,
  newReviewDefaults,
  newReviewForm,
  toCreateRequest,
} from '../../../../domain/new-review.ts'
import { nextTitle } from '../../../../domain/next-title.ts'
import type { StartJob } from '../start-queue.ts'

/** The values that apply to all reviews of a run. */
export interface PlanValues extends Omit<NewReviewValues, 'requesterUserId'> {
  titleFrom: 'last-review' | 'pattern'
  /** The common title, in which {vendor} and {year} stand for a vendor's name and this year. */
  title: string
  /** Whether vendors with an open review of this type are skipped. */
  skipsOpen: boolean
}

/** One vendor's part of the plan. */
export interface PlannedReview extends StartJob {
  vendor: Vendor
  title: string
  /** The vendor's open review of this type, if any. */
  open: ReviewCompact | undefined
}

/**
 * The initial values of the form.
 * @param today the analyst's calendar day
 */
export const planDefaults = (today: string): PlanValues => {
  const { requesterUserId: _, ...defaults } = newReviewDefaults('', undefined, today)
  return {
    ...defaults,
    titleFrom: 'last-review',
    title: 'Security review {year}',
    type: 'SECURITY',
    skipsOpen: true,
  }
}

/** Fills in a title's placeholders in any case. Braces in a vendor's name stay unchanged. */
const fillTitle = (pattern: string, vendor: Vendor, year: string): string =>
  pattern
    .replaceAll(/\{(vendor|year)\}/gi, (placeholder) =>
      placeholder.toLowerCase() === '{year}' ? year : vendorName(vendor),
    )
    .trim()

const requestedLast = (reviews: readonly ReviewCompact[]): ReviewCompact | undefined => {
  const timeOf = ({ requestedAt }: ReviewCompact): number => Date.parse(requestedAt) || 0
  return reviews.toSorted((one, other) => timeOf(other) - timeOf(one))[0]
}

const titleFor = (
  values: PlanValues,
  vendor: Vendor,
  last: ReviewCompact | undefined,
  today: string,
) =>
  values.titleFrom === 'pattern'
    ? fillTitle(values.title, vendor, today.slice(0, 4))
    : nextTitle(values.type, vendorName(vendor), last, today)

const reviewsOfType = (vendor: Vendor, type: ReviewType): ReviewCompact[] =>
  (vendor.latestSecurityReviews ?? []).filter((review) => review.type === type)

/**
 * Plans one review per vendor: its title, and whether it is started at all.
 * @param today the analyst's calendar day
 */
export const planReviews = (
  values: PlanValues,
  vendors: readonly Vendor[],
  today: string,
): PlannedReview[] =>
  vendors.map((vendor) => {
    const reviews = reviewsOfType(vendor, values.type)
    const open = reviews.find(({ status }) => !isClosed(status))
    return {
      vendorId: vendor.id,
      vendor,
      title: titleFor(values, vendor, requestedLast(reviews), today),
      open,
      isSkipped: values.skipsOpen && open !== undefined,
    }
  })

const valuesFor = (values: PlanValues, { title }: PlannedReview): NewReviewValues => ({
  ...values,
  title,
  requesterUserId: null,
})

/** The request that creates a planned review. */
export const requestFor = (values: PlanValues, planned: PlannedReview): ReviewCreateRequest =>
  toCreateRequest(valuesFor(values, planned))

/** The job of a run for one vendor. */
export const jobFor = (values: PlanValues, planned: PlannedReview): RunJob => {
  const { vendorId, vendor, title, open, isSkipped } = planned
  return {
    vendorId,
    vendorName: vendorName(vendor),
    title,
    open: open ? reviewTitle(open) : null,
    isSkipped,
    request: requestFor(values, planned),
  }
}

/**
 * Checks every review to be started, by the rules for a single one.
 * @returns a sentence for each invalid field; one about a title names the vendor
 */
export const checkPlan = (
  values: PlanValues,
  plan: readonly PlannedReview[],
  apiVersion: 1 | 2,
): Partial<Record<keyof PlanValues, string>> => {
  const form = newReviewForm({ apiVersion, hasFile: false })
  const errors: Partial<Record<keyof PlanValues, string>> = {}
  for (const planned of plan) {
    if (planned.isSkipped) continue
    const { error } = form.safeParse(valuesFor(values, planned))
    for (const { path, message } of error?.issues ?? []) {
      const field = path[0] as keyof PlanValues
      const isOwn = field === 'title' && planned.title !== ''
      errors[field] ??= isOwn ? `${vendorName(planned.vendor)}: ${message}` : message
    }
  }
  return errors
}
