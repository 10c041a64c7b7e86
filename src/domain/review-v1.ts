import type * as z from 'zod/mini'
import { type Reader, strict, tolerant } from './reader.ts'
import {
  DECISIONS,
  REVIEW_STATUSES,
  REVIEW_TYPES,
  VENDOR_CATEGORIES,
  VENDOR_RISKS,
  VENDOR_STATUSES,
} from './values.ts'
import { reviewCompact } from './vendor.ts'

/** A person, as version 1 embeds it. */
const person = (read: Reader) =>
  read.object({
    id: read.id,
    email: read.text,
    firstName: read.nullable(read.text),
    lastName: read.nullable(read.text),
    jobTitle: read.optional(read.nullable(read.text)),
  })

/** The vendor, as version 1 embeds it. */
const vendor = (read: Reader) =>
  read.object({
    id: read.id,
    name: read.text,
    category: read.nullable(read.oneOf(VENDOR_CATEGORIES)),
    risk: read.nullable(read.oneOf(VENDOR_RISKS)),
    critical: read.nullable(read.flag),
    hasPii: read.flag,
    status: read.nullable(read.oneOf(VENDOR_STATUSES)),
    latestSecurityReviews: read.optional(read.list(reviewCompact(read))),
  })

/**
 * A review, as version 1 answers its creation: with the vendor and both people, and without a title
 * or a form (contract, point 11).
 */
export const reviewV1 = (read: Reader) =>
  read.object({
    id: read.id,
    requestedAt: read.instant,
    reviewDeadlineAt: read.instant,
    decision: read.nullable(read.oneOf(DECISIONS)),
    note: read.nullable(read.text),
    status: read.oneOf(REVIEW_STATUSES),
    type: read.oneOf(REVIEW_TYPES),
    requesterUser: read.optional(read.nullable(person(read))),
    user: read.optional(read.nullable(person(read))),
    vendor: read.optional(read.nullable(vendor(read))),
  })

export const reviewV1Contract = reviewV1(strict)
export const reviewV1Schema = reviewV1(tolerant)
export type ReviewV1 = z.infer<typeof reviewV1Schema>
