import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, holdBack, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, quietHarbor, completed } = LANDMARKS

test('shows which time the SOC reports of a vendor cover, with a way to each', async ({
  page,
  open,
}) => {
  await open(vendorReviewsPath(northwind))
  const coverage = page.getByRole('region', { name: 'Coverage by SOC reports' })
  const reports = coverage.getByRole('link')
  await expect(reports).toHaveCount(4)
  await expect(coverage.getByText(/^Covered until .+, 96 days ago$/)).toHaveCount(2)
  await expect(
    coverage.getByRole('link', { name: /^SOC 2 2026 platform report, type 2, .+, Qualified$/ }),
  ).toBeVisible()
  await coverage.getByRole('link', { name: /^SOC 2 2025, type 2, .+ to .+, Unqualified$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: completed.title })).toBeVisible()
  await page.goBack()
  await expect(reports).toHaveCount(4)
})

test('has its years below the bars, and all bars end on one day', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const coverage = page.getByRole('region', { name: 'Coverage by SOC reports' })
  await expect(coverage.getByRole('link')).toHaveCount(4)
  const [one, other] = await coverage
    .getByRole('list')
    .evaluateAll((lists) => lists.map((list) => list.getBoundingClientRect()))
  const years = await coverage
    .locator('[aria-hidden]')
    .evaluate((element) => element.getBoundingClientRect())
  expect(one).toMatchObject({ left: other?.left, right: other?.right })
  expect(years).toMatchObject({ left: one?.left, right: one?.right })
})

test('is not there where a vendor has no SOC report', async ({ page, open }) => {
  await open(vendorReviewsPath(quietHarbor))
  await expect(page.getByText('No security reviews yet')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Coverage by SOC reports' })).toHaveCount(0)
})

test('says that gaps may be wrong where a report could not be read', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind), { scenario: 'error-500@getVendorSecurityReview' })
  const coverage = page.getByRole('region', { name: 'Coverage by SOC reports' })
  await expect(coverage).toContainText('could not be read, so what is between them may be wrong')
  await coverage.getByRole('button', { name: 'Try again' }).click()
  await expect(coverage.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectAccessible(page)
})

test('keeps its place while the reports are read, so that the list does not move', {
  tag: '@live',
}, async ({ page, open }) => {
  const letGo = await holdBack(page, /\/security-reviews\/\d+\?/, 'GET')
  await open(vendorReviewsPath(northwind))
  const row = page
    .getByRole('table', { name: 'Security reviews' })
    .getByRole('link', { name: completed.title })
  await expect(row).toBeVisible()
  const before = await row.boundingBox()
  letGo()
  await expect(
    page.getByRole('region', { name: 'Coverage by SOC reports' }).getByRole('link'),
  ).toHaveCount(4)
  expect((await row.boundingBox())?.y).toBe(before?.y)
})

test('is accessible in both schemes and on a phone', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const reports = page.getByRole('region', { name: 'Coverage by SOC reports' }).getByRole('link')
  await expect(reports).toHaveCount(4)
  await expectAccessibleInBoth(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
})
