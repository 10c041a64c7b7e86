import type * as z from 'zod/mini'
import { DECISIONS, REVIEW_STATUSES, REVIEW_TYPES } from './enums.ts'
import type { Reader } from './reader.ts'

/** The link to a record in Drata. */
export const links = (read: Reader) => read.object({ self: read.object({ href: read.text }) })

/** The fields of a review that every answer has. */
export const reviewFields = (read: Reader) => ({
  id: read.id,
  requestedAt: read.instant,
  reviewDeadlineAt: read.instant,
  decision: read.nullable(read.oneOf(DECISIONS)),
  title: read.nullable(read.text),
  note: read.nullable(read.text),
  status: read.oneOf(REVIEW_STATUSES),
  type: read.oneOf(REVIEW_TYPES),
})

/** Other names for a review's fields, found in samples. */
export const REVIEW_ALIASES = {
  status: ['securityReviewStatus'],
  type: ['securityReviewType'],
} as const

/** A review, as a vendor's `latestSecurityReviews` embeds it. */
export const reviewCompact = (read: Reader) => read.object(reviewFields(read), REVIEW_ALIASES)
export type ReviewCompact = z.infer<ReturnType<typeof reviewCompact>>
