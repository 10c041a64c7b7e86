// @vitest-environment jsdom
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { reviewTitle } from '../domain/contract/review.ts'
import { reviewContract, reviewSchema } from '../domain/contract/review-with-form.ts'
import { vendorContract, vendorName, vendorSchema } from '../domain/contract/vendor.ts'
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

const reviews = valid(reviewContract)
const vendors = valid(vendorContract)

/** A page of rows: some keep to the contract, some are mangled, and some have no id. */
const pageOf = (rows: fc.Arbitrary<object>) =>
  fc.record({
    data: fc.uniqueArray(fc.oneof(rows, mangled(rows), fc.constantFrom({ id: 0 }, { id: null })), {
      maxLength: 6,
      selector: (row) => Number(Reflect.get(row, 'id')) || Symbol('no id'),
    }),
    pagination: fc.constantFrom(
      { cursor: null, totalCount: 3 },
      { cursor: 'next' },
      { cursor: '', totalCount: 'many' },
      null,
    ),
  })

const textsOf = (selector: string): string[] => [...document.querySelectorAll(selector)].map(textOf)
const sorted = (texts: readonly string[]): string[] => texts.map(shown).toSorted()

/** Expects every readable row, and a notice about the others. */
const expectRows = (given: readonly unknown[], titles: readonly string[]): void => {
  const cells = '[role="row"][data-index] > [data-narrow="title"]'
  expect(sorted(textsOf(cells))).toEqual(sorted(titles))
  const lost = given.length - titles.length
  expect(textsOf('[role="status"]').some((text) => text.includes('missing here'))).toBe(lost > 0)
}

beforeAll(() => {
  standInForBrowser()
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('whatever the service answers', () => {
  it('the list of vendors shows every vendor that can be read', async () => {
    await fc.assert(
      fc.asyncProperty(pageOf(vendors), async (page) => {
        await withPage(app, '/vendors', { '/vendors': page }, (heading) => {
          expect(heading).toBe('Vendors')
          const names = page.data.flatMap((row) => {
            const read = vendorSchema.safeParse(row)
            return read.success ? [vendorName(read.data)] : []
          })
          expectRows(page.data, names)
        })
      }),
      RUNS,
    )
  })

  it('the list of all reviews shows every review that can be read', async () => {
    await fc.assert(
      fc.asyncProperty(pageOf(reviews), async (page) => {
        await withPage(app, '/', { '/vendor-security-reviews': page }, (heading) => {
          expect(heading).toBe('Reviews')
          const titles = page.data.flatMap((row) => {
            const read = reviewSchema.safeParse(row)
            return read.success ? [reviewTitle(read.data)] : []
          })
          expectRows(page.data, titles)
        })
      }),
      RUNS,
    )
  })
})
