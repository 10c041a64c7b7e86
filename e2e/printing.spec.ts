import type { Page } from '@playwright/test'
import { LANDMARKS, REVIEW_COUNT } from '../mocks/seed/landmarks.ts'
import { SOC_SECTIONS } from '../src/domain/soc/sections.ts'
import { expect, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, reviewPath, tabOf, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, completed, large } = LANDMARKS

/** Shows the page as it is printed. */
const print = (page: Page): Promise<void> => page.emulateMedia({ media: 'print' })

const expectNoControls = async (page: Page): Promise<void> => {
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByRole('radio')).toHaveCount(0)
}

test('a finalized review is printed whole, though its sections are folded', async ({
  page,
  open,
}) => {
  await open(reviewPath(completed))
  await expect(page.getByRole('button', { name: 'Expand all' })).toBeVisible()
  await print(page)
  for (const { title } of SOC_SECTIONS) {
    const heading = page.getByRole('heading', { name: title })
    await expect(heading).toBeVisible()
    await expect(heading).toHaveCSS('font-size', '14px')
  }
  const about = page.getByRole('region', { name: 'About this review' })
  for (const label of ['Requested by', 'Requested on', 'Created', 'Updated'])
    await expect(about.getByRole('term').filter({ hasText: label })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Note' })).toBeVisible()
  for (const label of ['Reviewer', 'Certification', 'Report opinion', 'CPA firm'])
    await expect(page.getByRole('term').filter({ hasText: label }).first()).toBeVisible()
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await expectNoControls(page)
  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByRole('button', { name: 'Expand all' })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: 'CPA firm' })).toHaveCount(0)
})

test('a review under way is printed with what was typed, and the typing goes on', async ({
  page,
  open,
}) => {
  await open(`${reviewPath(large)}?open=cpaFirm`)
  const firm = page.getByRole('textbox', { name: 'CPA firm' })
  await firm.fill('Hollis & Wren')
  await print(page)
  await expect(page.getByText('Hollis & Wren')).toBeVisible()
  await expect(
    page
      .getByRole('definition')
      .filter({ has: page.getByRole('list') })
      .getByRole('listitem'),
  ).not.toHaveCount(0)
  await expectNoControls(page)
  await page.emulateMedia({ media: 'screen' })
  await expect(firm).toBeFocused()
  await page.keyboard.type(' LLP')
  await expect(firm).toHaveValue('Hollis & Wren LLP')
})

test('a list is printed with all of its rows', async ({ page, open }) => {
  await open('/')
  const rows = page.getByRole('table', { name: 'Reviews' }).getByRole('row')
  await expect(page.getByText(`${REVIEW_COUNT} reviews`)).toBeVisible()
  await print(page)
  await expect(rows).toHaveCount(REVIEW_COUNT + 1)
  await expectNoControls(page)
  await expectNoSidewaysScrolling(page)
})

test('a vendor is printed with the panels of all its tabs', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await tabOf(page, 'Documents').click()
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await tabOf(page, 'Questionnaires').click()
  await expect(page.getByRole('list', { name: 'Questionnaires' })).toBeVisible()
  // The browser says so before the styles of paper hide what has the focus.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await print(page)
  for (const name of ['Security reviews', 'Questionnaires', 'Documents', 'About'])
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Security reviews' }).getByRole('row')).toHaveCount(
    11,
  )
  await expect(page.getByRole('list', { name: 'Questionnaires' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  await expect(page.getByText('Services provided')).toBeVisible()
  // The screen cuts an address that is too long for its column.
  await expect(page.getByTitle('security@northwind-payments.example.com').last()).toHaveCSS(
    'text-overflow',
    'clip',
  )
  await expect(page.getByRole('tab')).toHaveCount(0)
  await expectNoControls(page)
  await page.emulateMedia({ media: 'screen' })
  await expect(tabOf(page, 'Questionnaires')).toBeFocused()
  await expect(page.getByText('Services provided')).toBeHidden()
})

test('paper says of a tab that was not opened that its content is missing', async ({
  page,
  open,
}) => {
  await open(vendorReviewsPath(northwind))
  await expect(page.getByRole('table', { name: 'Security reviews' })).toBeVisible()
  await print(page)
  await expect(page.getByText('Services provided')).toBeVisible()
  for (const name of ['Questionnaires', 'Documents'])
    await expect(
      page.getByText(`${name}: not loaded. Open this tab before you print.`),
    ).toBeVisible()
  await expectNoControls(page)
})

for (const [what, path] of [
  ['vendors', '/vendors'],
  ['reviews', '/'],
  ['reviews of a vendor', vendorReviewsPath(northwind)],
] as const)
  test(`the list of ${what} fits on paper`, async ({ page, open }) => {
    // A4 without margins, at 96 pixels an inch.
    await page.setViewportSize({ width: 794, height: 1_123 })
    await open(path)
    await expect(page.getByRole('row').nth(2)).toBeVisible()
    await print(page)
    await expectNoSidewaysScrolling(page)
    const cells = page.getByRole('row').nth(1).getByRole('cell')
    await expect(cells.last()).toBeInViewport({ ratio: 1 })
  })
