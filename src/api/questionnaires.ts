import { questionnairesSchema } from '../domain/contract/questionnaire.ts'
import { cursorList } from './cursor-list.ts'
import { operationAt } from './transport/operation-at.ts'

const root = ['questionnaires'] as const

/** @param reviewId null for all of the vendor's */
const request = (vendorId: number, reviewId: number | null) => ({
  ...(reviewId === null
    ? operationAt('listVendorQuestionnaires', { vendorId })
    : operationAt('listVendorSecurityReviewSecurityQuestionnaires', {
        vendorId,
        securityReviewId: reviewId,
      })),
  schema: questionnairesSchema,
})

export const questionnaires = {
  request,
  vendor: (vendorId: number) => [...root, vendorId] as const,
  /** @param reviewId null for all of the vendor's */
  list: (vendorId: number, reviewId: number | null) =>
    cursorList([...root, vendorId, 'list', reviewId], {
      ...request(vendorId, reviewId),
      query: { size: 100, sort: 'createdAt', sortDir: 'DESC' },
    }),
}
