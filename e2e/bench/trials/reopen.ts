import { FIRST_ROW, type Visit, visit } from '../visit.ts'
import { reviewPath } from '../world.ts'
import type { Run } from './trial.ts'

const HEADING = { selector: 'h1' }

/** Opens an address again, as on the next morning, with the code that the browser may cache. */
const openAgain = async ({ page, arrive, rest }: Visit, path: string): Promise<number> => {
  await rest()
  // Clears the state of the stopwatch, so that this opening is timed anew.
  await page.evaluate(() => sessionStorage.clear())
  return arrive(path)
}

/**
 * Opens the list with its code in the cache, and a review by its address, without and with a cache.
 */
export const reopen: Run = async ({ browser, sites, reviews }, subject, profile) => {
  const review = reviews.find(({ type, title }) => type === 'SOC_REPORT' && title !== null)
  if (!review) throw new Error('There is no SOC report to open.')
  const { url } = sites[subject]
  const firstRowAgain = await visit(browser, url, profile, FIRST_ROW, async (visited) => {
    await visited.arrive('/')
    return openAgain(visited, '/')
  })
  const [byAddress, byAddressAgain] = await visit(
    browser,
    url,
    profile,
    HEADING,
    async (visited) => {
      const first = await visited.arrive(reviewPath(review))
      return [first, await openAgain(visited, reviewPath(review))] as const
    },
  )
  return {
    firstRowAgain: firstRowAgain / 1_000,
    byAddress: byAddress / 1_000,
    byAddressAgain: byAddressAgain / 1_000,
  }
}
