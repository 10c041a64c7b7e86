import { FIRST_ROW, visit } from '../visit.ts'
import type { Run } from './trial.ts'

/** Opens the list in a browser that has never been there. */
export const load: Run = async ({ browser, sites }, subject, profile) => {
  const site = sites[subject]
  return visit(browser, site.url, profile, FIRST_ROW, async ({ page, arrive, rest, memory }) => {
    site.takeRequests()
    const firstRow = await arrive('/')
    const begun = await page.evaluate(() => performance.timeOrigin)
    await rest()
    const before = site
      .takeRequests()
      // The browser asks for the icon of the tab at any time, so that request does not count.
      .filter(({ path, at }) => at < begun + firstRow && !/\/(?:favicon|icon)\.\w+$/.test(path))
    const weightOf = (extension: string): number =>
      before
        .filter(({ path }) => path.endsWith(extension))
        .reduce((sum, { gzip }) => sum + gzip / 1_000, 0)
    const { firstPaint, largestPaint, blocking, shift } = await page.evaluate(() => window.vitals)
    return {
      script: weightOf('.js'),
      style: weightOf('.css'),
      requests: before.length,
      firstPaint: firstPaint / 1_000,
      largestPaint: largestPaint / 1_000,
      firstRow: firstRow / 1_000,
      blocking,
      shift,
      heap: (await memory()).heap,
    }
  })
}
