import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { LONG_TITLE } from '../mocks/seed/review-titles.ts'
import { expect, expectAccessible, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import {
  expectNoSidewaysScrolling,
  expectRow,
  expectRowInSight,
  expectTimesInOrder,
  factOf,
  firstOf,
  lineOf,
  rowOf,
  vendorReviewsPath,
} from './helpers/pages.ts'

const { northwind, arabicVendor, japaneseVendor, longNameVendor } = LANDMARKS

test('ten thousand reviews of one vendor are all loaded, and in the order of their deadlines', async ({
  page,
  open,
}) => {
  await open(vendorReviewsPath(northwind), { scenario: 'many' })
  const table = page.getByRole('table', { name: 'Security reviews' })
  await expect(page.getByText(/^Loading [\d,]+ of 10,000 reviews…$/)).toBeVisible()
  await expect(firstOf(table)).toBeVisible()
  await expect(page.getByText(/^[\d,]+ open first, by deadline$/)).toBeVisible()
  await expect(page.getByText('10,000 reviews', { exact: true })).toBeVisible()
  await expect(table).toHaveAttribute('aria-rowcount', '10001')
  await firstOf(table).press('End')
  await expectRowInSight(table, 10_001)
  await expect(rowOf(table, 'Completed').or(rowOf(table, 'Not required')).last()).toBeVisible()
  await firstOf(table).press('Home')
  await expectRowInSight(table, 2)
  await expectTimesInOrder(table, 'ascending')
})

test('a list by deadline that cannot be loaded whole says so, and goes on', async ({
  page,
  open,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/status of 500/)
  await open(vendorReviewsPath(northwind), {
    scenario: 'many,error-500@listVendorSecurityReviews~3*1',
  })
  await expect(page.getByText('only those that are loaded, by deadline')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/^[\d,]+ open first, by deadline$/)).toBeVisible()
})

test('ten thousand reviews of one vendor load while scrolling in an order of the service', async ({
  page,
  open,
}) => {
  await open(`${vendorReviewsPath(northwind)}?sort=updatedAt`, { scenario: 'many' })
  await expect(page.getByText('10,000 reviews', { exact: true })).toBeVisible()
  const table = page.getByRole('table', { name: 'Security reviews' })
  await expect(table).toHaveAttribute('aria-rowcount', '10001')
  const first = await firstOf(table).textContent()
  await table.hover()
  await expect(async () => {
    await page.mouse.wheel(0, 20_000)
    await expect(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', /^[3-9]\d\d$/, {
      timeout: 500,
    })
  }).toPass({ intervals: [0] })
  await page.mouse.wheel(0, -100_000)
  await expectRowInSight(table, 2)
  await expect(firstOf(table)).toHaveText(first ?? '')
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeInViewport()
})

for (const [vendor, title, direction] of [
  [arabicVendor, 'مراجعة أمنية سنوية للمورّد – SOC 2', 'rtl'],
  [japaneseVendor, '年次セキュリティレビュー(SOC 2 報告書)', 'ltr'],
] as const) {
  test(`${vendor.name} and its reviews read in their direction`, async ({ page, open }) => {
    await open(vendorReviewsPath(vendor))
    const heading = page.getByRole('heading', { level: 1, name: vendor.name })
    await expect(heading.getByText(vendor.name)).toHaveCSS('direction', direction)
    await expect(heading).toHaveCSS('direction', 'ltr')
    const link = page.getByRole('table').getByRole('link', { name: title })
    await expect(link.getByText(title)).toHaveCSS('direction', direction)
    await expectNoSidewaysScrolling(page)
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: vendor.name })
      .click()
    await expect(heading).toBeFocused()
  })
}

test('the way back leads to the list of vendors', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(crumbs).toContainText(northwind.name)
  await crumbs.getByRole('link', { name: 'Vendors' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeFocused()
})

test('words that are newer than the app are shown as they came', { tag: '@demo' }, async ({
  page,
  open,
}) => {
  await open('/vendors/1012/security-reviews?tab=about')
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText(
    'SEVERE riskSUNSET',
  )
  const profile = page.getByRole('region', { name: 'Vendor profile' })
  await expect(factOf(profile, 'Risk')).toContainText('SEVERE')
  await expect(factOf(profile, 'Status')).toContainText('SUNSET')
  await open('/vendors/1026/security-reviews')
  await expectRow(page.getByRole('table'), /^Change of subprocessors.*DEFERRED/)
  await open('/vendors/1032/security-reviews')
  await expectRow(page.getByRole('table'), /^Cyber insurance certificate.*PENETRATION_TEST/)
})

test('values of a newer service still make a page', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind), { scenario: 'unknown-values' })
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
  await expect(page.getByText('10 reviews', { exact: true })).toBeVisible()
  await expectRow(page.getByRole('table'), 'SOC 2 2025', 'DEFERRED', '3')
  await expectRow(page.getByRole('table'), 'Annual security review 2026', '3')
  await expectRow(page.getByRole('table'), 'SOC 1 2026', 'AWAITING_VENDOR')
})

test('an address that was mangled still opens the list', async ({ page, open }) => {
  await open(
    `${vendorReviewsPath(northwind)}?status=BOGUS&sort=shoe&dir=up&updatedFrom=soon&tab=none`,
  )
  await expect(page.getByText('10 reviews', { exact: true })).toBeVisible()
})

test('the longest title fits on a phone, and the record keeps all of it', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(vendorReviewsPath(longNameVendor))
  const link = page.getByRole('table').getByRole('link', { name: LONG_TITLE })
  await expect(link).toHaveAttribute('title', LONG_TITLE)
  await expectNoSidewaysScrolling(page)
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(LONG_TITLE)
  await expectNoSidewaysScrolling(page)
})

for (const [tab, signOf] of [
  ['reviews', (page: Page) => page.getByRole('table', { name: 'Security reviews' })],
  ['questionnaires', (page: Page) => page.getByRole('list', { name: 'Questionnaires' })],
  ['documents', (page: Page) => page.getByRole('list', { name: 'Documents' })],
  ['about', (page: Page) => page.getByText('Services provided')],
] as const) {
  test(`the tab ${tab} of a vendor is accessible, light and dark, and on a phone`, async ({
    page,
    open,
  }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await open(`${vendorReviewsPath(northwind)}?tab=${tab}`)
    await expect(signOf(page)).toBeVisible()
    await expectAccessibleInBoth(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page)
    await expectNoSidewaysScrolling(page)
  })
}

test('the filters of a vendor are accessible while one is open', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await page.getByRole('button', { name: 'Status' }).click()
  await expect(page.getByRole('checkbox', { name: 'Completed' })).toBeVisible()
  await expectAccessible(page)
})

test('facts wrap between words, and an address is cut rather than broken', async ({
  page,
  open,
}) => {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await open(`${vendorReviewsPath(northwind)}?tab=about`)
    const address = page
      .getByRole('region', { name: 'Vendor profile' })
      .getByRole('link', { name: 'security@northwind-payments.example.com' })
    const linesOf = (link: Element): number =>
      new Set([...link.getClientRects()].map(({ top }) => Math.round(top))).size
    expect(await address.evaluate(linesOf)).toBe(1)
    await expect(page.getByTitle('security@northwind-payments.example.com').last()).toBeVisible()
    const line = lineOf(page)
    await expect(line).toContainText('Finance · Personal data · Renews')
    await expect(line.getByRole('link', { name: 'Website' })).toBeVisible({ visible: width > 768 })
    await expectNoSidewaysScrolling(page)
  }
})
