import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { dueIn, expectRow, tabTo, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, quietHarbor } = LANDMARKS
const newReviewPath = (vendor: { id: number }): string => `${vendorReviewsPath(vendor)}/new`
/** The default title of the first review of Quiet Harbor. */
const FIRST_TITLE = new RegExp(`^SOC report ${quietHarbor.name} \\d{4}$`)

const create = (page: Page): Locator => page.getByRole('button', { name: 'Create review' })
const pageOf = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name: title })

/** Asserts the number of Quiet Harbor's reviews, which has none in the seed. */
const expectReviews = async (page: Page, count: string): Promise<void> => {
  await page.getByRole('link', { name: quietHarbor.name }).click()
  await expect(page.getByText(count, { exact: true })).toBeVisible()
}

test('a review is started in a few keystrokes, and its page opens', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await tabTo(page, page.getByRole('link', { name: 'New review' }))
  await page.keyboard.press('Enter')
  await expect(pageOf(page, 'New review')).toBeFocused()

  const requester = page.getByRole('combobox', { name: 'Requester' })
  await tabTo(page, page.getByLabel('Title', { exact: true }))
  await page.keyboard.press('End')
  await page.keyboard.type(', second half')
  await tabTo(page, page.getByRole('button', { name: 'In 2 weeks' }))
  await page.keyboard.press('Enter')
  await tabTo(page, requester)
  await page.keyboard.type('bash')
  await expect(page.getByRole('option', { name: 'Bashir Noorzai' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(requester).toHaveValue('Bashir Noorzai')
  await tabTo(page, create(page))
  await page.keyboard.press('Enter')

  const title = /^SOC 2 bridge period \d{4}, second half$/
  await expect(pageOf(page, title)).toBeFocused()
  const state = page.getByRole('list', { name: 'State' })
  for (const fact of ['Not yet started', dueIn(14)]) await expect(state).toContainText(fact)
  await page.getByRole('button', { name: 'About this review' }).click()
  for (const fact of ['SOC report', 'Bashir Noorzai'])
    await expect(page.getByRole('region', { name: 'About this review' })).toContainText(fact)
  await expect(page.getByText(/^\d of 8 sections complete$/)).toBeVisible()
  // Going back from the new review skips its form, and leads to the page before.
  await page.goBack()
  await expect(pageOf(page, northwind.name)).toBeVisible()
  await expectRow(page.getByRole('table', { name: 'Security reviews' }), 'second half', dueIn(14))
})

test('a report comes with its review in one step', async ({ page, open }) => {
  const title = 'x'.repeat(255)
  await open(newReviewPath(quietHarbor))
  await page.getByLabel('Title', { exact: true }).fill(title)
  const report = page.getByLabel('Report file')
  await report.setInputFiles({
    name: 'a.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('x'),
  })
  await expect(page.getByRole('alert')).toContainText('does not start like a .pdf file')
  await create(page).click()
  await expect(page.getByText('The title can have at most 191 characters.')).toBeVisible()
  await report.setInputFiles({
    name: 'SOC 2.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n'),
  })
  await page.getByLabel('Document type').selectOption('SOC document')
  await expectAccessibleInBoth(page)
  await create(page).click()
  await expect(pageOf(page, title)).toBeVisible()
  const documents = page.getByRole('list', { name: 'Documents' }).getByRole('listitem')
  await expect(documents).toHaveText([/^SOC 2\.pdf.*SOC document/])
})

test('a service that takes no report with a review gets it as a document', async ({
  page,
  open,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/status of 415/)
  const scenario = 'error-415@createVendorSecurityReviewWithFile'
  await open(newReviewPath(quietHarbor), { scenario, unchecked: true })
  await page.getByLabel('Report file').setInputFiles({
    name: 'SOC 2.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n'),
  })
  await create(page).click()
  await expect(page.getByRole('heading', { name: 'Review created' })).toBeFocused()
  await expect(page.getByText('It was uploaded to the documents instead.')).toBeVisible()
  await page.getByRole('link', { name: 'Open review' }).click()
  await expect(pageOf(page, FIRST_TITLE)).toBeVisible()
  const documents = page.getByRole('list', { name: 'Documents' }).getByRole('listitem')
  await expect(documents).toHaveText([/^SOC 2\.pdf/])
  await expectReviews(page, '1 review')
})

test('each fault is reported at its field, and nothing is lost without a question', async ({
  page,
  open,
}) => {
  await open(newReviewPath(quietHarbor))
  const title = page.getByLabel('Title', { exact: true })
  await title.fill('')
  await page.getByLabel('Deadline', { exact: true }).fill('2020-02-29')
  await expect(page.getByText('This date has passed')).toBeVisible()
  await create(page).click()
  await expect(title).toBeFocused()
  await expect(title).toHaveAccessibleDescription('Enter a title.')

  await page.getByRole('link', { name: quietHarbor.name }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave without creating?' })
  await dialog.getByRole('button', { name: 'Stay' }).click()
  await expect(page.getByLabel('Deadline', { exact: true })).toHaveValue('29 Feb 2020')
  await page.getByRole('link', { name: quietHarbor.name }).click()
  await dialog.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { name: 'No security reviews yet' })).toBeVisible()
})

test('a review that arrived without an answer is found, even after several clicks @live', async ({
  page,
  open,
}) => {
  await open(newReviewPath(quietHarbor), { scenario: 'drop-after@createVendorSecurityReview' })
  await create(page).dblclick()
  await expect(pageOf(page, FIRST_TITLE)).toBeVisible()
  await expectReviews(page, '1 review')
})

test('a review that did not arrive is created when it is sent again @live', async ({
  page,
  open,
}) => {
  // The page of the review opens with the answer to its creation, without reading it.
  const scenario = 'drop@createVendorSecurityReview*1,error-500@getVendorSecurityReview'
  await open(newReviewPath(quietHarbor), { scenario })
  await page.getByLabel('Note').fill('Before the renewal')
  await create(page).click()
  await expect(page.getByRole('alert')).toContainText('No review was created')
  await create(page).click()
  await expect(pageOf(page, FIRST_TITLE)).toBeVisible()
  await page.getByRole('button', { name: 'About this review' }).click()
  await expect(page.getByText('Before the renewal')).toBeVisible()
  await expectReviews(page, '1 review')
})

test('a review that is being created when its page is loaded anew is created once @live', async ({
  page,
  open,
}) => {
  await open(newReviewPath(quietHarbor), { scenario: 'slow@createVendorSecurityReview*1' })
  page.on('dialog', (dialog) => void dialog.accept())
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await create(page).click()
  await sent
  await page.reload()
  const { promise: seen, resolve: see } = Promise.withResolvers<void>()
  await page.route('**/security-reviews?*', async (route) => {
    await seen
    await route.continue()
  })
  await create(page).click()
  await expect(page.getByText('Checking whether it arrived…')).toBeVisible()
  see()
  await expect(pageOf(page, FIRST_TITLE)).toBeVisible()
  await expectReviews(page, '1 review')
})

test('nobody can tell whether a review arrived: the analyst is asked @live', async ({
  page,
  open,
}) => {
  // The list fails for the form, before sending, and at each check afterwards.
  await open(newReviewPath(quietHarbor), {
    scenario: 'drop-after@createVendorSecurityReview,error-500@listVendorSecurityReviews*5',
  })
  await create(page).click()
  const dialog = page.getByRole('dialog', { name: 'This review may already exist' })
  await expect(dialog).toContainText('cannot check now whether it exists')
  await expectAccessibleInBoth(page)
  await dialog.getByRole('button', { name: 'Look again' }).click()
  // The page does not know which reviews were there before. So even the only one may be older.
  await expect(dialog.getByRole('link', { name: FIRST_TITLE })).toBeVisible()
  await dialog.getByRole('link', { name: 'Open it' }).click()
  await expect(pageOf(page, FIRST_TITLE)).toBeVisible()
  await expectReviews(page, '1 review')
})

test('version 1 creates a review, and confirms it with the vendor', async ({ page, open }) => {
  await open(newReviewPath(northwind), { scenario: 'version-1' })
  await expect(page.getByRole('status').filter({ hasText: 'version 1' })).toBeVisible()
  await expect(page.getByLabel('Note')).toBeHidden()
  await page.getByLabel('Title', { exact: true }).fill('By version 1')
  await create(page).click()
  await expect(page.getByRole('heading', { name: 'Review created' })).toBeFocused()
  for (const fact of ['By version 1', northwind.name, 'Finance', 'High'])
    await expect(page.getByRole('definition').filter({ hasText: fact })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.getByRole('link', { name: 'Open review' }).click()
  await expect(pageOf(page, 'By version 1')).toBeVisible()

  const unpaid = 'version-1,error-402@createVendorSecurityReviewV1'
  await open(newReviewPath(northwind), { scenario: unpaid })
  await create(page).click()
  await expect(page.getByRole('alert')).toContainText('plan does not include this feature')
})
