import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { expectRow, reviewPath, vendorReviewsPath } from './helpers/pages.ts'
import { EAST, WEST } from './helpers/zones.ts'

const { northwind, nearlyFinished, overdue, readyToFinalize, completed } = LANDMARKS

/** The service's answer for a review, requested from the page. */
const reviewAnswer = (page: Page, { id }: { id: number }) =>
  page.evaluate(async (path) => {
    const response = await fetch(path)
    return (await response.json()) as {
      reviewDeadlineAt: string
      socReviewForm: {
        reviewerInformation: { reportIssueDate: string }
        complianceScope: { auditPeriodRange: { start: string; end: string } }
      }
    }
  }, `/api/v2/vendors/${northwind.id}/security-reviews/${id}`)

/**
 * The words for a deadline, counted in the browser's calendar. In live mode the service and the
 * browser are in different time zones, so that the number of days may differ from the seed's.
 */
const deadlineWords = (page: Page, deadlineAt: string): Promise<string> =>
  page.evaluate((at) => {
    const midday = (moment: Date) => new Date(moment).setHours(12, 0, 0, 0)
    const days = Math.round((midday(new Date(at)) - midday(new Date())) / 86_400_000)
    const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`
    return days === 0 ? 'Due today' : days < 0 ? `Overdue by ${count}` : `Due in ${count}`
  }, deadlineAt)

const dayInBrowser = (page: Page, instant: string): Promise<string> =>
  page.evaluate((at) => new Date(at).toLocaleDateString('en-GB', { dateStyle: 'medium' }), instant)

for (const zone of [WEST, EAST]) {
  test.describe(`in ${zone}`, () => {
    test.use({ timezoneId: zone })

    test('deadlines count the days of the reader’s calendar', async ({ page, open }) => {
      await open(vendorReviewsPath(northwind))
      const table = page.getByRole('table', { name: 'Security reviews' })
      await expect(table).toBeVisible()
      for (const review of [readyToFinalize, overdue]) {
        const { reviewDeadlineAt } = await reviewAnswer(page, review)
        await expectRow(
          table,
          review.title,
          await deadlineWords(page, reviewDeadlineAt),
          await dayInBrowser(page, reviewDeadlineAt),
        )
      }
    })

    test('calendar dates are the same days everywhere', async ({ page, open }) => {
      await open(`${reviewPath(completed)}?open=reviewerInformation,complianceScope`)
      const scope = page.getByRole('region', { name: 'Compliance scope', exact: true })
      await expect(scope).toBeVisible()
      const { socReviewForm: form } = await reviewAnswer(page, completed)
      const inUtc = (day: string): string =>
        new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
          dateStyle: 'medium',
          timeZone: 'UTC',
        })
      const { start, end } = form.complianceScope.auditPeriodRange
      await expect(
        page.getByRole('region', { name: 'Reviewer information', exact: true }),
      ).toContainText(inUtc(form.reviewerInformation.reportIssueDate))
      await expect(scope).toContainText(`${inUtc(start)} – ${inUtc(end)}`)
    })

    test('a page that stays open over midnight counts the days again', async ({ page, open }) => {
      await page.clock.install()
      await open(reviewPath(nearlyFinished))
      const state = page.getByRole('list', { name: 'State' })
      await expect(state).toContainText('Due in')
      const { reviewDeadlineAt } = await reviewAnswer(page, nearlyFinished)
      const before = await deadlineWords(page, reviewDeadlineAt)
      await expect(state).toContainText(before)
      await page.clock.fastForward('24:00:00')
      const after = await deadlineWords(page, reviewDeadlineAt)
      expect(after).not.toBe(before)
      await expect(state).toContainText(after)
    })
  })
}
