import type * as z from 'zod/mini'
import { pageContract } from './cursor-page.ts'
import { type Reader, strict, tolerant } from './reader.ts'
import { fieldsOfReview, type Review } from './review.ts'
import { REVIEW_ALIASES } from './shared-fields.ts'
import { socForm } from './soc-form.ts'

/** A vendor security review, as every v2 operation answers it. */
export const review = (read: Reader): z.ZodMiniType<Review> =>
  read.object(
    { ...fieldsOfReview(read), socReviewForm: read.optional(socForm(read)) },
    { ...REVIEW_ALIASES, socReviewForm: ['socReview'] },
  )

export const reviewContract = /* @__PURE__ */ review(strict)
export const reviewsContract = /* @__PURE__ */ pageContract(strict, reviewContract)
export const reviewSchema = review(tolerant)
