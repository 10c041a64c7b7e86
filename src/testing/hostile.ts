import { hostileStore } from '../../mocks/seed/hostile.ts'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { createService } from '../../mocks/service/service.ts'
import type { Answers } from './app-page.ts'

/** The service of the scenario `hostile`, with words in its enums that nobody knows. */
export const hostileService = createService(
  hostileStore({ today: '2026-11-22', unknownValues: true }),
)

/** A page of everything. */
export const ALL = { size: 500, includeTotalCount: true }

const { northwind } = LANDMARKS

/** What the pages of a vendor ask for, but for the lists of its files. */
export const vendorAnswers = (vendorId: number): Answers => ({
  [`/vendors/${vendorId}`]: hostileService.getVendor(vendorId, {
    expand: ['vendorUser', 'vendorRelationshipContact'],
  }),
})

/** The address of one of the first vendor's reviews, and what its page asks for. */
export const reviewPage = (reviewId: number): [path: string, answers: Answers] => {
  const path = `/vendors/${northwind.id}/security-reviews/${reviewId}`
  const expand = ['user', 'requesterUser'] as const
  return [
    path,
    {
      ...vendorAnswers(northwind.id),
      [path]: hostileService.getVendorSecurityReview(northwind.id, reviewId, {
        expand: [...expand],
      }),
      [`${path}/actions`]: hostileService.listSecurityReviewActions(northwind.id, reviewId),
    },
  ]
}

/** What each of some elements holds, to the letter. */
export const lettersOf = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)

/** The facts that the page states: names and values. */
export const statedFacts = (): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent ?? '',
    ]),
  )
