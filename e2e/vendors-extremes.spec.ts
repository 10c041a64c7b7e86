import { LANDMARKS, MANY_VENDOR_COUNT } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, expectRow, expectRowInSight, rowOf } from './helpers/pages.ts'

const { northwind, longNameVendor, arabicVendor } = LANDMARKS
/** The vendor that was not changed for the longest time, and so is on the last page. */
const OLDEST = 'Driftwood Chat'

test.describe('with 400 vendors', () => {
  const scenario = 'many'

  test('the list loads while scrolling, down to the last vendor', async ({ page, open }) => {
    await open('/vendors', { scenario })
    await expect(page.getByText('400 vendors', { exact: true })).toBeVisible()
    const table = page.getByRole('table', { name: 'Vendors' })
    await expect(table).toHaveAttribute('aria-rowcount', String(MANY_VENDOR_COUNT + 1))
    await table.hover()
    await expect(async () => {
      await page.mouse.wheel(0, 20_000)
      await expect(table.getByRole('link', { name: OLDEST })).toBeInViewport({ timeout: 500 })
    }).toPass({ intervals: [0] })
    await expectRowInSight(table, MANY_VENDOR_COUNT + 1)
    await expect(page.getByRole('button', { name: 'Load more' })).toBeHidden()
  })

  test('a search finds what no page has shown yet', async ({ page, open }) => {
    await open('/vendors', { scenario })
    const table = page.getByRole('table', { name: 'Vendors' })
    await expect(table.getByRole('link').first()).toBeVisible()
    await expect(rowOf(table, OLDEST)).toBeHidden()
    await page.getByRole('searchbox', { name: 'Search vendors' }).fill('driftwood')
    await expect(page.getByText('1 of 400 vendors')).toBeVisible()
    await expect(table.getByRole('link')).toHaveText([OLDEST])
  })
})

test('a company without vendors sees what to do', async ({ page, open }) => {
  await open('/vendors', { scenario: 'empty' })
  await expect(page.getByRole('heading', { name: 'No vendors yet' })).toBeVisible()
  await expect(page.getByText('Add your vendors in Drata')).toBeVisible()
  await expect(page.getByText('A restricted API key shows only its own vendors')).toBeVisible()
  await expect(page.getByText('0 vendors', { exact: true })).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()
})

test('words that are newer than the app are shown as they came', { tag: '@demo' }, async ({
  page,
  open,
}) => {
  await open('/vendors')
  await expectRow(page.getByRole('table', { name: 'Vendors' }), 'Gorsebank', 'SEVERE', 'SUNSET')
})

test('values of a newer service still make a list', async ({ page, open }) => {
  await open('/vendors', { scenario: 'unknown-values' })
  await expect(page.getByText('40 vendors', { exact: true })).toBeVisible()
  await expectRow(page.getByRole('table', { name: 'Vendors' }), northwind.name, 'SEVERE', 'Yes')
})

test('the longest name fits on a phone, and the record keeps all of it', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open('/vendors?q=consolidated')
  const row = rowOf(page.getByRole('table', { name: 'Vendors' }), longNameVendor.name)
  await expect(row).toBeInViewport()
  await expect(row).toContainText('Low')
  await expect(row).toContainText(/Due|Overdue/)
  await expectNoSidewaysScrolling(page)
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(longNameVendor.name)
  await expectNoSidewaysScrolling(page)
})

test('a name in another script keeps its direction', async ({ page, open }) => {
  await open('/vendors?q=واحة')
  const name = page.getByRole('link', { name: arabicVendor.name }).getByText(arabicVendor.name)
  await expect(name).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('table')).toHaveCSS('direction', 'ltr')
})

test('the vendors are accessible, light and dark, wide and narrow', async ({ page, open }) => {
  await open('/vendors')
  await expect(page.getByRole('link', { name: northwind.name })).toBeVisible()
  await page.getByRole('button', { name: 'User menu' }).click()
  await expect(page.getByRole('group', { name: 'User menu' })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
})
