import { LANDMARKS, REVIEW_COUNT } from '../mocks/seed/landmarks.ts'
import { createSeed } from '../mocks/seed/seed.ts'
import { addDays } from '../src/lib/dates.ts'
import { expect, test } from './helpers/fixtures.ts'
import {
  columnOf,
  expectRowInSight,
  expectTimesInOrder,
  firstOf,
  holdBack,
  reviewPath,
  rowOf,
} from './helpers/pages.ts'

const { northwind, overdue, readyToFinalize } = LANDMARKS
const TODAY = new Date().toISOString().slice(0, 10)

/** SOC reports that are in progress or completed, and those of them that are approved. */
const worked = createSeed({ today: TODAY, unknownValues: false }).reviews.filter(
  ({ type, status }) => type === 'SOC_REPORT' && ['IN_PROGRESS', 'COMPLETED'].includes(status),
)
const approved = worked.filter(({ decision }) => decision === 'APPROVED')

test('the reviews of all vendors stand in the order of their deadlines', async ({ page, open }) => {
  await open('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  await expect(page).toHaveTitle('Reviews · Countersign')
  await expect(page.getByText(`${REVIEW_COUNT} reviews`, { exact: true })).toBeVisible()
  const table = page.getByRole('table', { name: 'Reviews' })
  for (const name of ['Title', 'Vendor', 'Type', 'Status', 'Decision', 'Deadline', 'Reviewer'])
    await expect(columnOf(table, name)).toBeVisible()
  await expect(table.getByRole('row').nth(1)).toContainText('Overdue by')
  await expectTimesInOrder(table, 'ascending')
})

test('the list is asked for while its code is still on its way, and only then @live', async ({
  page,
  open,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const letCodeCome = await holdBack(page, '**/assets/index-*.js')
  const opened = open('/')
  const isList = (path: string): boolean => path === '/api/v2/vendor-security-reviews'
  await expect.poll(() => asked.some(isList)).toBe(true)
  letCodeCome()
  await opened
  await expect(firstOf(page.getByRole('table', { name: 'Reviews' }))).toBeVisible()
  expect(asked.filter(isList)).toHaveLength(1)
})

test('closed reviews come after the open ones, the latest first', async ({ page, open }) => {
  await open('/')
  const table = page.getByRole('table', { name: 'Reviews' })
  await firstOf(table).press('End')
  await expectRowInSight(table, REVIEW_COUNT + 1)
  const last = table.getByRole('row').last()
  await expect(last).toContainText('Completed')
  await expect(last).not.toContainText(/Due|Overdue/)
  await open('/?status=COMPLETED')
  await expectTimesInOrder(table, 'descending')
})

test('a row shows its vendor and leads to its review', async ({ page, open }) => {
  await open('/?type=SECURITY')
  const row = rowOf(page.getByRole('table', { name: 'Reviews' }), overdue.title).filter({
    hasText: northwind.name,
  })
  for (const text of ['Security', 'In progress', 'Pending', /Overdue by \d days/, 'Ada Reyes'])
    await expect(row).toContainText(text)
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: overdue.title })).toBeFocused()
  await expect(page).toHaveURL(
    new RegExp(`/vendors/${northwind.id}/security-reviews/${overdue.id}$`),
  )
})

test('filters combine, live in the address and can be cleared', async ({ page, open }) => {
  await open('/')
  const count = page.getByRole('status').filter({ hasText: 'reviews' })
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('checkbox', { name: 'Completed' }).check()
  await page.getByRole('checkbox', { name: 'In progress' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Status: In progress, Completed' })).toBeFocused()
  await page.getByRole('button', { name: 'Type' }).click()
  await page.getByRole('checkbox', { name: 'SOC report' }).check()
  await expect(page).toHaveURL(/\?status=IN_PROGRESS,COMPLETED&type=SOC_REPORT$/)
  await expect(count).toHaveText(`${worked.length} reviews`)
  await page.getByRole('button', { name: 'Decision' }).click()
  await page.getByRole('checkbox', { name: 'Approved', exact: true }).check()
  await expect(page).toHaveURL(/\?status=IN_PROGRESS,COMPLETED&type=SOC_REPORT&decision=APPROVED$/)
  await expect(count).toHaveText(`${approved.length} reviews`)
  await page.getByRole('checkbox', { name: 'Approved', exact: true }).uncheck()
  await expect(count).toHaveText(`${worked.length} reviews`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(count).toHaveText(`${REVIEW_COUNT} reviews`)
  await expect(page).not.toHaveURL(/\?/)
  await expect(page.getByRole('button', { name: 'Clear' })).toBeHidden()
})

test('filters outlive a reload and the way to a review and back', async ({ page, open }) => {
  await open('/?status=COMPLETED,IN_PROGRESS&type=SOC_REPORT')
  const table = page.getByRole('table', { name: 'Reviews' })
  const count = page.getByText(`${worked.length} reviews`, { exact: true })
  await expect(count).toBeVisible()
  await page.reload()
  await expect(count).toBeVisible()
  await rowOf(table, readyToFinalize.title).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: readyToFinalize.title })).toBeVisible()
  await page.goBack()
  await expect(count).toBeVisible()
  await expect(page.getByRole('button', { name: 'Type: SOC report' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Status: In progress, Completed' })).toBeVisible()
})

test('the way back ends at the row that it began with', async ({ page, open }) => {
  await open('/')
  const rows = page.getByRole('table', { name: 'Reviews' }).getByRole('link')
  await expect(page.getByText(`${REVIEW_COUNT} reviews`)).toBeVisible()
  await rows.first().focus()
  for (let row = 0; row < 60; row += 1) await page.keyboard.press('ArrowDown')
  const focused = page.locator('a:focus')
  const href = await focused.getAttribute('href')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'About this review' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  await expect(focused).toHaveAttribute('href', href ?? '')
  await expect(focused).toBeInViewport()
})

test('a span of days is typed and may be open at either end', async ({ page, open }) => {
  await open('/')
  const table = page.getByRole('table', { name: 'Reviews' })
  const count = page.getByRole('status').filter({ hasText: 'reviews' })
  await expect(count).toHaveText(`${REVIEW_COUNT} reviews`)
  await page.getByRole('button', { name: 'Created' }).click()
  await page.getByLabel('Created until').fill(addDays(TODAY, -390))
  await expect(page).toHaveURL(new RegExp(`createdTo=${addDays(TODAY, -390)}$`))
  const ownRows = rowOf(table, northwind.name)
  await expect(ownRows).toHaveCount(1)
  await expect(ownRows).toContainText('Annual security review 2025')
  await page.getByLabel('Created from').fill('2001-02-03')
  await expect(page.getByRole('button', { name: /^Created: 3 Feb 2001 – / })).toBeVisible()
  await page.getByLabel('Created until').fill('2001-02-04')
  await expect(page.getByRole('heading', { name: 'No review matches the filters' })).toBeVisible()
  await expect(count).toHaveText('0 reviews')
  await page.getByLabel('Created until').fill('')
  await expect(page.getByRole('button', { name: 'Created: from 3 Feb 2001' })).toBeVisible()
  await expect(count).toHaveText(`${REVIEW_COUNT} reviews`)
})

test('an address that was mangled still opens the list', async ({ page, open }) => {
  await open('/?status=BOGUS,COMPLETED&type=&createdFrom=yesterday&updatedTo=2026-02-30')
  await expect(page.getByRole('button', { name: 'Status: Completed' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Created', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Updated', exact: true })).toBeVisible()
  await expectTimesInOrder(page.getByRole('table', { name: 'Reviews' }), 'descending')
})

test('a slow service takes neither the filters nor the focus away @live', async ({
  page,
  open,
}) => {
  const list = /\/vendor-security-reviews/
  const release = await holdBack(page, list)
  await open('/')
  const count = page.getByRole('status').filter({ hasText: 'reviews' })
  await expect(count).toHaveText('Loading reviews…')
  await expect(page.getByRole('status', { name: 'Loading' })).toBeVisible()
  await page.getByRole('button', { name: 'Status' }).click()
  const completed = page.getByRole('checkbox', { name: 'Completed' })
  await completed.check()
  await expect(completed).toBeFocused()
  release()
  await expect(page.getByRole('table', { name: 'Reviews' })).toBeVisible()
  await expect(page).toHaveURL(/status=COMPLETED/)
  const table = page.getByRole('table', { name: 'Reviews' })
  const releaseAgain = await holdBack(page, list)
  await page.getByRole('checkbox', { name: 'In progress' }).check()
  // The rows of the filters before stay, and say so, until the others are there.
  await expect(count).toHaveText('Loading reviews…')
  await expect(table).toBeVisible()
  releaseAgain()
  await expect(count).toHaveText(/^\d+ reviews$/)
  await expect(page.getByRole('checkbox', { name: 'In progress' })).toBeFocused()
})

test('a click on a review is answered before the review was read @live', async ({ page, open }) => {
  await open('/')
  const row = page.locator(`a[href="${reviewPath(overdue)}"]`)
  await expect(row).toBeVisible()
  const letReviewCome = await holdBack(page, /\/security-reviews\/\d+(?:\?|$)/)
  await row.click()
  const heading = page.getByRole('heading', { level: 1, name: overdue.title })
  await expect(heading).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText(northwind.name)
  const loading = page.getByRole('status', { name: 'Loading', exact: true })
  await expect(loading).toBeVisible()
  letReviewCome()
  await expect(page.getByRole('list', { name: 'State' })).toBeVisible()
  await expect(loading).toBeHidden()
  await expect(heading).toBeFocused()
})
