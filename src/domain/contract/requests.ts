import * as z from 'zod/mini'
import {
  DECISIONS,
  DOCUMENT_TYPES,
  FINAL_DECISIONS,
  LIMITS,
  REVIEW_STATUSES,
  REVIEW_TYPES,
  SORT_DIRECTIONS,
  SORT_FIELDS,
} from './enums.ts'
import { atMost, socFormSaveRequest } from './soc-form-request.ts'

/**
 * The requests that the app may send. They are strict, since the service refuses anything else with
 * 400. The mock service validates with the same schemas. Each message is a sentence that fits
 * beside a field.
 */

const note = atMost(LIMITS.note, 'The note')
const instant = (name: string) => z.iso.datetime({ offset: true, error: `${name} is not a date.` })

/** PUT a review: the title and the form, nothing else. */
export const reviewUpdateRequest = (today: string) =>
  z.strictObject({
    title: z.optional(atMost(LIMITS.title, 'The title')),
    socForm: z.optional(z.nullable(socFormSaveRequest(today))),
  })
export type ReviewUpdateRequest = z.infer<ReturnType<typeof reviewUpdateRequest>>

/** POST a review. */
export const reviewCreateRequest = z.strictObject({
  reviewDeadlineAt: instant('The deadline'),
  securityReviewStatus: z.enum(REVIEW_STATUSES),
  securityReviewType: z.enum(REVIEW_TYPES),
  requestedAt: z.optional(instant('Requested on')),
  note: z.optional(z.nullable(note)),
  requesterUserId: z.optional(z.nullable(z.number().check(z.maximum(LIMITS.requesterUserId)))),
  title: z.optional(z.nullable(atMost(LIMITS.title, 'The title'))),
})
export type ReviewCreateRequest = z.infer<typeof reviewCreateRequest>

/** The fields of POST a review with its file, without the part `file`. */
export const reviewWithFileCreateRequest = z.strictObject({
  title: atMost(LIMITS.titleWithFile, 'The title'),
  reviewDeadlineAt: instant('The deadline'),
  requestedAt: z.optional(instant('Requested on')),
  securityReviewStatus: z.enum(REVIEW_STATUSES),
  securityReviewType: z.enum(REVIEW_TYPES),
  requesterUserId: z.optional(z.number()),
  note: z.optional(note),
  documentType: z.optional(z.enum(DOCUMENT_TYPES)),
})
export type ReviewWithFileCreateRequest = z.infer<typeof reviewWithFileCreateRequest>

/** POST a review by version 1 of the API: title and requestedAt are always sent. */
export const reviewCreateRequestV1 = z.strictObject({
  title: z.nullable(atMost(LIMITS.title, 'The title')),
  reviewDeadlineAt: instant('The deadline'),
  requestedAt: instant('Requested on'),
  securityReviewStatus: z.enum(REVIEW_STATUSES),
  securityReviewType: z.enum(REVIEW_TYPES),
  requesterUserId: z.optional(z.number().check(z.maximum(LIMITS.requesterUserId))),
})
export type ReviewCreateRequestV1 = z.infer<typeof reviewCreateRequestV1>

/** The fields of POST a vendor's document, without the part `file`. */
export const documentCreateRequest = z.strictObject({
  securityReviewId: z.optional(z.nullable(z.number())),
  type: z.optional(z.enum(DOCUMENT_TYPES)),
})
export type DocumentCreateRequest = z.infer<typeof documentCreateRequest>

const finalizeRequest = z.strictObject({
  action: z.literal('finalize'),
  decision: z.optional(z.enum(FINAL_DECISIONS)),
  note: z.optional(note),
})
const reopenRequest = z.strictObject({
  action: z.literal('reopen'),
  resetDecision: z.optional(z.boolean()),
})

/** POST an action, in the dialect of 2026. */
export const reviewActionRequest = z.discriminatedUnion('action', [finalizeRequest, reopenRequest])
export type ReviewActionRequest = z.infer<typeof reviewActionRequest>

/** POST an action, in the dialect of 2025, without decision and note. */
export const reviewActionRequest2025 = z.strictObject({ action: z.enum(['finalize', 'reopen']) })

/**
 * The form of the dialog "Finalize review". The decision has no default, so the analyst has to
 * choose it.
 */
export const finalizeForm = z.object({
  decision: z.enum(FINAL_DECISIONS, 'Choose a decision.'),
  note,
})

const paging = {
  cursor: z.optional(z.string()),
  size: z.optional(z.int().check(z.minimum(1), z.maximum(LIMITS.pageSize))),
  sort: z.optional(z.enum(SORT_FIELDS)),
  sortDir: z.optional(z.enum(SORT_DIRECTIONS)),
  includeTotalCount: z.optional(z.boolean()),
}

/** The query of the lists of reviews; arrays are sent with brackets (contract, point 9). */
export const reviewListQuery = z.strictObject({
  ...paging,
  status: z.optional(z.array(z.enum(REVIEW_STATUSES))),
  type: z.optional(z.array(z.enum(REVIEW_TYPES))),
  decision: z.optional(z.array(z.enum(DECISIONS))),
  expand: z.optional(z.array(z.enum(['user', 'requesterUser', 'vendor']))),
  createdAtFrom: z.optional(z.iso.date()),
  createdAtTo: z.optional(z.iso.date()),
  updatedAtFrom: z.optional(z.iso.date()),
  updatedAtTo: z.optional(z.iso.date()),
  vendorIds: z.optional(z.array(z.number())),
})
export type ReviewListQuery = z.infer<typeof reviewListQuery>
