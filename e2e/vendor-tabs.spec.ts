import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { holdBack, tabOf, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, quietHarbor, untitled } = LANDMARKS
const path = vendorReviewsPath(northwind)

test('the open tab lives in the address, beside the filters', async ({ page, open }) => {
  await open(`${path}?type=UPLOAD_REPORT`)
  await expect(page).toHaveTitle('Northwind Payments · Reviews · Countersign')
  await tabOf(page, 'Documents').click()
  await expect(page).toHaveURL(/\?type=UPLOAD_REPORT&tab=documents$/)
  await expect(page).toHaveTitle('Northwind Payments · Documents · Countersign')
  await page.reload()
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await expect(page.getByRole('tab', { selected: true })).toHaveText(/^Documents \d+$/)
  await tabOf(page, 'Reviews').click()
  await expect(page).toHaveURL(/\?type=UPLOAD_REPORT$/)
  await expect(page.getByText('2 reviews', { exact: true })).toBeVisible()
})

test('Back leads to the page before, and from a review to the tab and the row', async ({
  page,
  open,
}) => {
  await open('/vendors')
  await page.getByRole('link', { name: northwind.name }).click()
  await tabOf(page, 'About').click()
  await expect(page.getByText('Services provided')).toBeVisible()
  await tabOf(page, 'Reviews').click()
  const row = page.getByRole('link', { name: `Untitled review #${untitled.id}`, exact: true })
  await row.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Untitled review #${untitled.id}`,
  )
  await page.goBack()
  await expect(row).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
})

test('the focus finds its way back from a review that is still being read', {
  tag: '@live',
}, async ({ page, open }) => {
  await open(path)
  const letGo = await holdBack(page, `**/security-reviews/${untitled.id}`)
  const title = `Untitled review #${untitled.id}`
  const row = page.getByRole('link', { name: title, exact: true })
  const heading = page.getByRole('heading', { level: 1 })
  await row.click()
  await expect(heading).toHaveText(title)
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByRole('link', { name: northwind.name })
    .click()
  await expect(heading).toHaveText(northwind.name)
  await expect(heading).toBeFocused()

  await row.click()
  await expect(heading).toHaveText(title)
  await page.goBack()
  await expect(row).toBeFocused()
  letGo()
})

test('tabs are moved along with the arrow keys, and each names its panel', async ({
  page,
  open,
}) => {
  await open(path)
  const tabs = page.getByRole('tablist', { name: northwind.name }).getByRole('tab')
  await expect(tabs).toHaveText([/^Reviews 10$/, /^Questionnaires/, /^Documents/, /^About/])
  await tabOf(page, 'Reviews').focus()
  for (const [key, name] of [
    ['ArrowRight', 'Questionnaires'],
    ['ArrowRight', 'Documents'],
    ['End', 'About'],
    ['ArrowRight', 'Reviews'],
    ['ArrowLeft', 'About'],
    ['Home', 'Reviews'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(tabOf(page, name)).toBeFocused()
    await expect(tabOf(page, name)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel', { name })).toBeVisible()
    await expect(page.getByRole('tabpanel')).toHaveCount(1)
  }
  // The other tabs are no stops of their own.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tabpanel', { name: 'Reviews' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(tabOf(page, 'Reviews')).toBeFocused()
})

test('a tab asks for its list when it is opened, and shows the count from then on', async ({
  page,
  open,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const isFiles = (one: string): boolean => /\/(documents|questionnaires)$/.test(one)
  await open(path)
  await expect(page.getByRole('table', { name: 'Security reviews' })).toBeVisible()
  expect(asked.filter(isFiles)).toEqual([])
  await expect(tabOf(page, 'Questionnaires')).toHaveText(/^Questionnaires\s*$/)
  await tabOf(page, 'Questionnaires').click()
  await expect(tabOf(page, 'Questionnaires')).toHaveText(/^Questionnaires \d+$/)
  await tabOf(page, 'Reviews').click()
  await expect(tabOf(page, 'Questionnaires')).toHaveText(/^Questionnaires \d+$/)
  expect(asked.filter(isFiles)).toHaveLength(1)
})

test('while the reviews load, the vendor and its tabs are there already @live', async ({
  page,
  open,
}) => {
  const release = await holdBack(page, /\/security-reviews\?/)
  await open(path)
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Loading security reviews' })).toBeVisible()
  await tabOf(page, 'About').click()
  await expect(page.getByText('Services provided')).toBeVisible()
  await tabOf(page, 'Reviews').click()
  release()
  await expect(page.getByRole('table', { name: 'Security reviews' })).toBeVisible()
})

for (const [tab, operation, sign] of [
  ['reviews', 'listVendorSecurityReviews', 'Security reviews'],
  ['documents', 'getVendorDocuments', 'Documents'],
] as const)
  test(`an error of the ${tab} stands in their panel, and the rest stays`, async ({
    page,
    open,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 500/)
    await open(`${path}?tab=${tab}`, { scenario: `error-500@${operation}*1` })
    const panel = page.getByRole('tabpanel')
    await expect(panel.getByRole('alert')).toBeVisible()
    await expect(panel.getByRole('heading', { level: 2, name: sign })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
    await expect(page.getByRole('tab')).toHaveCount(4)
    await panel.getByRole('button', { name: 'Try again' }).click()
    await expect(panel.getByRole('link').or(panel.getByRole('listitem')).first()).toBeVisible()
  })

test('a tab without files says what to do, and leads there', async ({ page, open }) => {
  await open(`${vendorReviewsPath(quietHarbor)}?tab=documents`)
  await expect(page.getByText('Upload them in the review they belong to.')).toBeVisible()
  await page.getByRole('button', { name: 'Choose a review' }).click()
  await expect(page.getByRole('heading', { name: 'No security reviews yet' })).toBeVisible()
  await tabOf(page, 'Questionnaires').click()
  await expect(page.getByText('No questionnaires yet. Upload what the vendor sent.')).toBeVisible()
  await expect(page.getByLabel('Upload questionnaires')).toBeVisible()
})

test('a tab keeps the scroll position of the page', async ({ page, open }) => {
  await page.setViewportSize({ width: 1280, height: 320 })
  await open(path)
  await expect(page.getByRole('table', { name: 'Security reviews' })).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, 60))
  await tabOf(page, 'About').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Services provided')).toBeVisible()
  expect(await page.evaluate(() => window.scrollY)).toBe(60)
})

test('a wide window shows the facts beside the other tabs', async ({ page, open }) => {
  await page.setViewportSize({ width: 1920, height: 1_080 })
  await open(path)
  const facts = page.getByRole('region', { name: 'Vendor profile' })
  await expect(facts.getByText('Services provided')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Security reviews' })).toBeVisible()
  await tabOf(page, 'Documents').click()
  await expect(facts).toBeVisible()
  await tabOf(page, 'About').click()
  await expect(facts).toHaveCount(1)
  await page.setViewportSize({ width: 1280, height: 1_080 })
  await tabOf(page, 'Reviews').click()
  await expect(facts).toBeHidden()
})
