import { type ReviewRecord } from '../../../mocks/service/records.ts'
import { FIRST_ROW, type Visit, visit } from '../visit.ts'
import { reviewPath } from '../world.ts'
import type { Run } from './trial.ts'

/** Rows that are in sight without scrolling. */
const IN_SIGHT = 12

const open = ({ page, time }: Visit, review: ReviewRecord): Promise<number> =>
  time({ selector: 'h1', text: review.title ?? '' }, () =>
    page
      .locator(`a[href="${reviewPath(review)}"]`)
      .first()
      .click(),
  )

const back = async ({ page, rest }: Visit): Promise<void> => {
  await page.goBack()
  await rest()
}

/** Points at a review until what it needs has loaded, opens it, and repeats that. */
const openTwice = async (visited: Visit, review: ReviewRecord) => {
  const { page, rest } = visited
  const link = page.locator(`a[href="${reviewPath(review)}"]`).first()
  await link.hover()
  await rest()
  const detail = await open(visited, review)
  await back(visited)
  await link.hover()
  await rest()
  const detailAgain = await open(visited, review)
  await back(visited)
  return { detail, detailAgain }
}

/** Filters the list by a status. */
const filter = async ({ page, time }: Visit, reviews: readonly ReviewRecord[]) => {
  await page.getByRole('button', { name: 'Status' }).click()
  const count = reviews.filter(({ status }) => status === 'IN_PROGRESS').length
  return time({ selector: '[role="status"]', text: `${count} reviews` }, () =>
    page.getByRole('checkbox', { name: 'In progress' }).click(),
  )
}

/** Goes from the list to a review and back, as an analyst does all day. */
export const browse: Run = async ({ browser, sites, reviews }, subject, profile) => {
  const [first, second] = reviews
    .slice(0, IN_SIGHT)
    .filter(({ type, title }) => type === 'SOC_REPORT' && title !== null)
  if (!first || !second) throw new Error('Too few SOC reports in sight to open.')
  return visit(browser, sites[subject].url, profile, FIRST_ROW, async (visited) => {
    await visited.arrive('/')
    await visited.rest()
    const opened = await openTwice(visited, first)
    const detailAtOnce = await open(visited, second)
    if (subject !== 'live') return { ...opened, detailAtOnce }
    await back(visited)
    return { ...opened, detailAtOnce, filter: await filter(visited, reviews) }
  })
}
