// @vitest-environment jsdom
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SOC_SECTION_IDS } from '../domain/contract/enums.ts'
import { reviewActionsContract, reviewTitle } from '../domain/contract/review.ts'
import {
  reviewContract,
  reviewSchema,
  reviewsContract,
} from '../domain/contract/review-with-form.ts'
import { vendorContract, vendorName, vendorSchema } from '../domain/contract/vendor.ts'
import { sortByDeadline } from '../domain/review-order.ts'
import { shown, textOf, withPage } from '../testing/app-page.ts'
import { valid } from '../testing/arbitraries.ts'
import { standInForBrowser } from '../testing/browser.ts'
import { mangled } from '../testing/mangled.ts'
import { App } from './app.tsx'

const app = <App demo={null} />
/** How many generated answers each page is shown with; `npm run laws` shows more. */
const NUM_RUNS = Number(process.env.PAGES || 50)
/** A failure is shown as it was found: to make it smaller, hundreds of pages would have to fail too. */
const RUNS = { numRuns: NUM_RUNS, endOnFailure: true }

const orMangled = <T extends object>(answers: fc.Arbitrary<T>) =>
  fc.oneof(answers, mangled(answers))
const vendor = orMangled(valid(vendorContract))
const review = orMangled(valid(reviewContract))
const reviews = fc.oneof(
  valid(reviewsContract),
  fc.record({ data: fc.array(mangled(valid(reviewContract)), { maxLength: 1 }) }),
)
const actions = orMangled(valid(reviewActionsContract))

beforeAll(() => {
  standInForBrowser()
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('whatever the service answers', () => {
  it("a vendor's page shows the vendor and its reviews", async () => {
    await fc.assert(
      fc.asyncProperty(vendor, reviews, async (vendorAnswer, page) => {
        const answers = { '/vendors/7': vendorAnswer, '/vendors/7/security-reviews': page }
        await withPage(app, '/vendors/7/security-reviews', answers, (heading) => {
          expect(heading).toBe(shown(vendorName(vendorSchema.parse(vendorAnswer))))
          const rows = sortByDeadline(page.data.map((row) => reviewSchema.parse(row)))
          const titles = rows.map((row) => shown(reviewTitle(row)))
          const links = [...document.querySelectorAll('a[data-row-link]')].map(textOf)
          expect(links).toEqual(titles)
        })
      }),
      RUNS,
    )
  })

  it("a review's page shows the review, with every section open", async () => {
    const address = `/vendors/7/security-reviews/12?open=${SOC_SECTION_IDS.join(',')}`
    await fc.assert(
      fc.asyncProperty(vendor, review, actions, async (vendorAnswer, answer, offered) => {
        const answers = {
          '/vendors/7': vendorAnswer,
          '/vendors/7/security-reviews/12': answer,
          '/vendors/7/security-reviews/12/actions': offered,
        }
        await withPage(app, address, answers, (heading) => {
          const read = reviewSchema.parse(answer)
          expect(heading).toBe(shown(reviewTitle(read)))
          const openPanels = document.querySelectorAll('main [aria-expanded="true"][aria-controls]')
          expect(openPanels).toHaveLength(read.socReviewForm ? SOC_SECTION_IDS.length : 0)
        })
      }),
      RUNS,
    )
  })
})
