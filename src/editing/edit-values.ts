import type { Review } from '../domain/review.ts'
import { emptySocEdit, isSame, type SocEdit, toSocEdit } from '../domain/soc-edit.ts'

/** What can be edited of a review: its title, and the form of a SOC report. */
export interface ReviewEditValues {
  title: string
  form: SocEdit
}

/** A review's values as the form starts from them. */
export const toEditValues = ({ title, socReviewForm }: Review): ReviewEditValues => ({
  title: title ?? '',
  form: socReviewForm ? toSocEdit(socReviewForm) : emptySocEdit(),
})

/** The form's values in their one spelling, apart from the form's own objects. */
export const spelledValues = ({ title, form }: ReviewEditValues): ReviewEditValues => ({
  title,
  form: toSocEdit(form),
})

/** Whether two sets of values say the same. */
export const isSameEdit = (a: ReviewEditValues, b: ReviewEditValues): boolean => isSame(a, b)
