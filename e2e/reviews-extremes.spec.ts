import { expect, expectAccessible, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import {
  expectNoSidewaysScrolling,
  expectRow,
  expectRowInSight,
  expectTimesInOrder,
  firstOf,
} from './helpers/pages.ts'

/** The ten thousand reviews of one vendor, and those of the other vendors. */
const MANY = { count: '10,150 reviews', last: 10_151 }

test.describe('with ten thousand reviews', () => {
  const scenario = 'many'

  test('all are counted, ordered and within reach', async ({ page, open }) => {
    await open('/', { scenario })
    const table = page.getByRole('table', { name: 'Reviews' })
    await expect(page.getByText(MANY.count, { exact: true })).toBeVisible()
    await expect(table).toHaveAttribute('aria-rowcount', String(MANY.last))
    await expectTimesInOrder(table, 'ascending')
    await firstOf(table).press('End')
    await expectRowInSight(table, MANY.last)
    await expect(table.getByRole('row').last().getByRole('link')).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await expectRowInSight(table, 2)
    await expect(firstOf(table)).toBeFocused()
  })

  test('only the rows in sight and some around them are mounted', async ({ page, open }) => {
    await open('/', { scenario })
    const table = page.getByRole('table', { name: 'Reviews' })
    await expect(page.getByText(MANY.count, { exact: true })).toBeVisible()
    await table.hover()
    await page.mouse.wheel(0, 36_000)
    await expectRowInSight(table, 1_002)
    await expectTimesInOrder(table, 'ascending')
    expect(await table.getByRole('row').count()).toBeLessThan(100)
    await page.mouse.wheel(0, -18_000)
    await expectRowInSight(table, 502)
    await page.mouse.wheel(0, -36_000)
    await expectRowInSight(table, 2)
  })
})

test('a company without reviews sees how to start', async ({ page, open }) => {
  await open('/', { scenario: 'empty' })
  await expect(page.getByRole('heading', { name: 'No security reviews yet' })).toBeVisible()
  // Nothing can be filtered yet.
  await expect(page.getByRole('search')).toBeHidden()
  await expect(page.getByText('A restricted API key shows only its own vendors')).toBeVisible()
  await expect(page.getByText('0 reviews', { exact: true })).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()
  await page.getByRole('link', { name: 'Choose a vendor' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
})

test.describe('with the API of 2025, which has no list over all vendors', () => {
  const scenario = 'dialect-2025'

  test('the address leads to the vendors', async ({ page, open }) => {
    await open('/', { scenario })
    await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
    await expect(page).toHaveURL(/\/vendors(\?|$)/)
  })

  test('so does the link, and the way back works', async ({ page, open }) => {
    await open('/vendors/1001/security-reviews', { scenario })
    const primary = page.getByRole('navigation', { name: 'Primary' })
    await primary.getByRole('link', { name: 'Reviews' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Northwind Payments' })).toBeVisible()
  })
})

test('words that are newer than the app are shown as they came', { tag: '@demo' }, async ({
  page,
  open,
}) => {
  await open('/vendors/1004/security-reviews')
  const table = page.getByRole('table', { name: 'Security reviews' })
  await expectRow(table, 'Renewal security review', 'AWAITING_VENDOR')
})

test('values of a newer service still make a list', async ({ page, open }) => {
  await open('/', { scenario: 'unknown-values' })
  await expect(page.getByText('160 reviews', { exact: true })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Reviews' })).toContainText('AWAITING_VENDOR')
})

test('the reviews are accessible, light and dark, with an open filter and on a phone', async ({
  page,
  open,
}) => {
  await open('/')
  await expect(firstOf(page.getByRole('table', { name: 'Reviews' }))).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.getByRole('button', { name: 'Created' }).click()
  await expect(page.getByLabel('Created from')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
})

test('filters fit on a phone, opened and filled in', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(
    '/?status=NOT_YET_STARTED,IN_PROGRESS,COMPLETED&decision=APPROVED_WITH_CONDITIONS,REJECTED',
  )
  await page.getByRole('button', { name: /^Decision: / }).click()
  const option = page.getByRole('checkbox', { name: 'Approved with conditions' })
  await expect(option).toBeChecked()
  await expect(option).toBeInViewport({ ratio: 1 })
  await expectNoSidewaysScrolling(page)
})
