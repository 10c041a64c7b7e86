import type * as z from 'zod/mini'
import { DECISIONS, VENDOR_CATEGORIES, VENDOR_RISKS, VENDOR_STATUSES } from './enums.ts'
import { type Reader, strict, tolerant } from './reader.ts'
import { REVIEW_ALIASES, reviewCompact, reviewFields } from './shared-fields.ts'

/** A person, as version 1 embeds it. */
const person = (read: Reader) =>
  read.object({
    id: read.id,
    email: read.optional(read.text),
    firstName: read.optional(read.nullable(read.text)),
    lastName: read.optional(read.nullable(read.text)),
    jobTitle: read.optional(read.nullable(read.text)),
  })

/** A vendor, as version 1 embeds it. */
const vendor = (read: Reader) =>
  read.object({
    id: read.id,
    name: read.text,
    category: read.optional(read.nullable(read.oneOf(VENDOR_CATEGORIES))),
    risk: read.optional(read.nullable(read.oneOf(VENDOR_RISKS))),
    critical: read.optional(read.nullable(read.flag)),
    hasPii: read.optional(read.flag),
    status: read.optional(read.nullable(read.oneOf(VENDOR_STATUSES))),
    latestSecurityReviews: read.optional(read.list(reviewCompact(read))),
  })

/**
 * A review, as version 1 answers when it is created: with the vendor and both users embedded, and
 * without the title that was sent (contract, point 11).
 */
export const reviewV1 = (read: Reader) => {
  const { id, requestedAt, reviewDeadlineAt, status, type } = reviewFields(read)
  return read.object(
    {
      id,
      requestedAt,
      reviewDeadlineAt,
      status,
      type,
      decision: read.optional(read.nullable(read.oneOf(DECISIONS))),
      note: read.optional(read.nullable(read.text)),
      user: read.optional(read.nullable(person(read))),
      requesterUser: read.optional(read.nullable(person(read))),
      vendor: read.optional(read.nullable(vendor(read))),
    },
    REVIEW_ALIASES,
  )
}

export const reviewV1Contract = /* @__PURE__ */ reviewV1(strict)
export const reviewV1Schema = reviewV1(tolerant)
export type ReviewV1 = z.infer<typeof reviewV1Schema>
