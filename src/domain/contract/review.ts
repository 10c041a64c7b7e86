import type * as z from 'zod/mini'
import { visibleText } from '../../lib/text.ts'
import { type Page, pageOf } from './cursor-page.ts'
import { REVIEW_ACTIONS } from './enums.ts'
import { type Reader, strict, tolerant } from './reader.ts'
import { links, REVIEW_ALIASES, reviewFields } from './shared-fields.ts'
import type { SocForm } from './soc-form.ts'
import { userCompact } from './user.ts'

/** The fields of a review in v2, without the form of a SOC report. */
export const fieldsOfReview = (read: Reader) => ({
  ...reviewFields(read),
  userId: read.nullable(read.number),
  requesterUserId: read.nullable(read.number),
  user: read.optional(read.nullable(userCompact(read))),
  requesterUser: read.optional(read.nullable(userCompact(read))),
  _links: read.optional(links(read)),
  createdAt: read.optional(read.instant),
  updatedAt: read.optional(read.instant),
  vendorId: read.optional(read.id),
  vendor: read.optional(read.object({ id: read.id, name: read.text })),
})

/** A vendor security review. Rows of a list have no form. */
export type Review = z.infer<z.ZodMiniObject<ReturnType<typeof fieldsOfReview>>> & {
  socReviewForm?: SocForm | undefined
}

/** The actions available for a review now. The service decides, and the buttons follow it. */
export const reviewActions = (read: Reader) =>
  read.object({ data: read.list(read.object({ action: read.oneOf(REVIEW_ACTIONS) })) })

/** The result of an action. */
export const reviewActionResult = (read: Reader) =>
  read.object({
    success: read.flag,
    newStatus: read.optional(read.text),
    message: read.text,
  })

export const reviewActionsContract = /* @__PURE__ */ reviewActions(strict)
export const reviewActionResultContract = /* @__PURE__ */ reviewActionResult(strict)

const listedReview = tolerant.object(fieldsOfReview(tolerant), REVIEW_ALIASES)

/**
 * A page of a list. Its rows are read without their forms, which no list shows and which are large.
 */
export const reviewsSchema: z.ZodMiniType<Page<Review>> = pageOf<Review>(listedReview)
export const reviewActionsSchema = reviewActions(tolerant)
export const reviewActionResultSchema = reviewActionResult(tolerant)
export type ReviewActionResult = z.infer<typeof reviewActionResultSchema>

/** The review's title, or a placeholder that still distinguishes untitled reviews. */
export const reviewTitle = (titled: Pick<Review, 'id' | 'title'>): string =>
  visibleText(titled.title) ?? `Untitled review #${titled.id}`

/** The id of the review's vendor, if the answer has it; a list across vendors does. */
export const reviewVendorId = (of: Pick<Review, 'vendorId' | 'vendor'>): number | undefined =>
  of.vendorId ?? of.vendor?.id
