import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import {
  expectNoSidewaysScrolling,
  holdBack,
  reviewPath,
  vendorReviewsPath,
} from './helpers/pages.ts'

const { northwind, longNameVendor, readyToFinalize, large } = LANDMARKS

test('"Skip to content" is the first thing the keyboard meets', async ({ page, open }) => {
  await open('/vendors')
  await expect(page.getByRole('heading', { name: 'Vendors' })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('the navigation marks the current page', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const primary = page.getByRole('navigation', { name: 'Primary' })
  await expect(primary.getByRole('link', { name: 'Vendors' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await primary.getByRole('link', { name: 'Reviews' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  await expect(primary.getByRole('link', { name: 'Reviews' })).toHaveAttribute(
    'aria-current',
    'page',
  )
})

test('another page is announced, and its heading has the focus', async ({ page, open }) => {
  await open('/vendors')
  await page.getByRole('link', { name: northwind.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeFocused()
  await expect(page.getByRole('status', { name: 'Page' })).toHaveText(
    `${northwind.name} · Reviews · Countersign`,
  )
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
  await expect(page.getByRole('link', { name: northwind.name })).toBeFocused()
})

test('a filter changes the address, but moves no focus', async ({ page, open }) => {
  await open('/')
  await page.getByRole('button', { name: 'Type' }).click()
  const box = page.getByRole('checkbox', { name: 'SOC report' })
  await box.check()
  await expect(page).toHaveURL(/type=SOC_REPORT/)
  await expect(box).toBeFocused()
})

test('the colours follow the system until a scheme is chosen', async ({ page, open }) => {
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'dark' })
  await open('/vendors')
  await expect(page.getByRole('heading', { name: 'Vendors' })).toBeVisible()
  const dark = await background()
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(background).not.toBe(dark)
  await page.getByRole('button', { name: 'User menu' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(background).toBe(dark)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Vendors' })).toBeVisible()
  await expect.poll(background).toBe(dark)
})

test('rows and fields stand closer together where somebody wants that', async ({ page, open }) => {
  await open('/vendors')
  const row = page.getByRole('row').nth(1)
  const height = async (): Promise<number> => (await row.boundingBox())?.height ?? 0
  await expect.poll(height).toBe(36)
  await page.getByRole('button', { name: 'User menu' }).click()
  const compact = page.getByRole('checkbox', { name: 'Compact rows and fields' })
  await compact.check()
  await expect.poll(height).toBe(28)
  await page.reload()
  await expect.poll(height).toBe(28)
  const [first, second] = await page
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1, 3).map((each) => each.getBoundingClientRect().top))
  expect((second ?? 0) - (first ?? 0)).toBe(28)
  await expectAccessibleInBoth(page)
})

test('a slow page shows that it is coming @live', async ({ page, open }) => {
  const releaseList = await holdBack(page, /\/vendors\?/)
  const releaseVendor = await holdBack(page, /\/vendors\/\d+(?:\?|$)/)
  await open('/vendors')
  await expect(page.getByRole('status', { name: 'Loading vendors' })).toBeVisible()
  releaseList()
  await expect(page.getByText('40 vendors')).toBeVisible()
  await page.getByRole('link', { name: northwind.name }).click()
  await expect(page.getByRole('progressbar', { name: 'Loading page' })).toBeVisible()
  releaseVendor()
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Loading page' })).toBeHidden()
})

test('the demo says that it is one, keeps changes, and can be reset @demo', async ({
  page,
  open,
}) => {
  await open(reviewPath(readyToFinalize))
  await expect(page.getByRole('complementary', { name: 'Demo' })).toContainText('This is a demo')
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('radio', { name: 'Rejected' }).check()
  await page.getByRole('button', { name: 'Finalize review' }).click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('list', { name: 'State' })).toContainText('Rejected')

  await page.getByRole('button', { name: 'User menu' }).click()
  await page.getByRole('button', { name: 'Reset demo data' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reset demo data' })
  await dialog.getByRole('button', { name: 'Reset' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('list', { name: 'State' })).toContainText('In progress')
  await expect(page.getByRole('button', { name: 'Finalize' })).toBeVisible()
})

test('resetting the demo can be canceled @demo', async ({ page, open }) => {
  await open('/')
  await page.getByRole('button', { name: 'User menu' }).click()
  await page.getByRole('button', { name: 'Reset demo data' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('160 reviews')).toBeVisible()
})

test('a scenario stays from page to page and can be chosen from the menu @demo', async ({
  page,
  open,
}) => {
  await open('/vendors')
  await page.getByRole('button', { name: 'User menu' }).click()
  await page.getByText('Try a scenario').click()
  await page.getByRole('link', { name: 'The API of 2025' }).click()
  await expect(page).toHaveURL(/scenario=dialect-2025/)
  await expect(page.getByRole('complementary', { name: 'Demo' })).toContainText('The API of 2025')
  await page.getByRole('link', { name: northwind.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
  await expect(page).toHaveURL(/scenario=dialect-2025/)
})

test('no page is wider than a telephone', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const address of [
    '/',
    '/vendors',
    vendorReviewsPath(northwind),
    vendorReviewsPath(longNameVendor),
    `${reviewPath(large)}?open=findings,endUserControls`,
    '/nowhere',
  ]) {
    await open(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScrolling(page)
  }
})

test('the user menu is accessible, light and dark', async ({ page, open }) => {
  await open('/')
  await page.getByRole('button', { name: 'User menu' }).click()
  await expect(page.getByRole('radio', { name: 'System' })).toBeVisible()
  await expectAccessibleInBoth(page)
})
