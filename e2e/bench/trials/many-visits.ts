import { FIRST_ROW, visit } from '../visit.ts'
import { reviewPath } from '../world.ts'
import type { Run } from './trial.ts'

const REVIEWS = 50
const ROW_PIXELS = 36

/** Opens and leaves 50 reviews, one after the other, and measures what stays in memory. */
export const manyVisits: Run = async ({ browser, sites, reviews }, subject, profile) =>
  visit(browser, sites[subject].url, profile, FIRST_ROW, async ({ page, arrive, rest, memory }) => {
    await arrive('/')
    const openAndLeave = async (index: number): Promise<void> => {
      const review = reviews[index]
      if (!review) throw new Error(`There is no review ${index}.`)
      // Only rows in sight are mounted.
      await page.evaluate((top) => window.scrollTo(0, top), index * ROW_PIXELS)
      await page
        .locator(`a[href="${reviewPath(review)}"]`)
        .first()
        .click()
      await page.getByRole('navigation', { name: 'Breadcrumb' }).waitFor()
      await page.goBack()
      await page.getByRole('table').waitFor()
    }
    // The first visit loads the code of the page, which stays.
    await openAndLeave(0)
    await rest()
    const before = await memory()
    for (let index = 1; index <= REVIEWS; index++) await openAndLeave(index)
    await rest()
    const after = await memory()
    return {
      heapKept: ((after.heap - before.heap) / REVIEWS) * 1_000,
      nodesKept: (after.nodes - before.nodes) / REVIEWS,
    }
  })
