import { hostileStore } from '../../mocks/seed/hostile.ts'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { listSecurityReviewActions } from '../../mocks/service/actions.ts'
import { createContext } from '../../mocks/service/context.ts'
import { getVendor } from '../../mocks/service/directory.ts'
import { getVendorSecurityReview } from '../../mocks/service/reviews.ts'
import type { Answers } from './app-page.ts'

/** The service of the scenario `hostile`, with unknown words in its enums. */
export const hostileContext = createContext(
  hostileStore({ today: '2026-11-22', unknownValues: true }),
)

/** The parameters for a list with all rows. */
export const ALL = { size: 500, includeTotalCount: true }

const { northwind } = LANDMARKS

/** What a vendor's pages request, except for the file lists. */
export const vendorAnswers = (vendorId: number): Answers => ({
  [`/vendors/${vendorId}`]: getVendor(
    hostileContext,
    { vendorId },
    { expand: ['vendorUser', 'vendorRelationshipContact'] },
  ),
})

/** The address of one of the first vendor's reviews, and what its page requests. */
export const reviewPage = (reviewId: number): [path: string, answers: Answers] => {
  const path = `/vendors/${northwind.id}/security-reviews/${reviewId}`
  const expand = ['user', 'requesterUser'] as const
  return [
    path,
    {
      ...vendorAnswers(northwind.id),
      [path]: getVendorSecurityReview(
        hostileContext,
        { vendorId: northwind.id, securityReviewId: reviewId },
        { expand: [...expand] },
      ),
      [`${path}/actions`]: listSecurityReviewActions(hostileContext, {
        vendorId: northwind.id,
        securityReviewId: reviewId,
      }),
    },
  ]
}

/** The exact text of each matching element. */
export const lettersOf = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)

/** The facts on the page, from name to value. */
export const statedFacts = (): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent ?? '',
    ]),
  )
