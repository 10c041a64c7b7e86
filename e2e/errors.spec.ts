import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { reviewPath, vendorReviewsPath } from './helpers/pages.ts'
import { urlOf } from './helpers/ports.ts'

const { northwind, nearlyFinished } = LANDMARKS

/** One entry for each failure in the contract: its name, and what the analyst can do. */
const STATUSES = [
  ['error-400', 'Drata did not accept the request', 'The request is malformed.'],
  ['error-401', 'The API key was not accepted', 'has not expired'],
  ['error-402', 'Not included in the plan', 'Ask your Drata administrator about the plan'],
  ['error-403', 'The API key lacks a permission', '“Vendors: List Vendors”'],
  ['error-404', 'Not found', 'Go back to the list'],
  ['error-412', 'Terms not accepted', 'sign in to Drata and accept them'],
  ['error-422', 'Not available right now', 'Check the state'],
  ['error-429', 'Too many requests', 'Wait 1 second, then try again'],
  ['error-500', 'Drata has a problem', 'contact Drata’s support'],
  ['error-502', 'Drata could not be reached', 'got no answer from Drata'],
  ['error-503', 'Drata is unavailable', 'Try again in 1 second'],
  [
    'messages',
    'Drata did not accept the request',
    'title must be a string. note must be shorter than or equal to 1000 characters. Change it',
  ],
  ['firewall', 'Blocked on the way', 'A proxy or firewall on the way to Drata refused this'],
  ['down-page', 'Drata could not be reached', 'a server on the way to Drata'],
  ['html', 'Another page answered', 'Open Countersign in a new tab'],
  ['signed-out', 'Your session has ended', 'Sign in again in another tab'],
  ['nonsense', 'The answer could not be read', 'listVendors'],
] as const

for (const [scenario, name, sentence] of STATUSES) {
  test(`${scenario} has its own sentence and a way on @live`, async ({ page, open }) => {
    await open('/vendors', { scenario: `${scenario}@listVendors` })
    await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
    const alert = page.getByRole('alert')
    await expect(alert.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(alert).toContainText(sentence)
    await expect(alert.getByRole('link', { name: 'Go to Reviews' })).toBeVisible()
    await expect(alert.getByRole('link', { name: 'Go to Vendors' })).toHaveCount(0)
  })
}

test('a list that cannot be read keeps its filters, and another filter asks again', async ({
  page,
  open,
}) => {
  await open('/', { scenario: 'error-500@listVendorSecurityReviewsAcrossVendors*1' })
  await expect(page.getByRole('alert')).toContainText('Drata has a problem')
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews' })).toBeVisible()
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('checkbox', { name: 'Completed' }).check()
  await expect(page.getByRole('table', { name: 'Reviews' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page).toHaveURL(/status=/)
})

test('trying again brings the page', async ({ page, open }) => {
  await open('/vendors', { scenario: 'error-500@listVendors*1' })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
  await expect(page.getByText('40 vendors')).toBeVisible()
})

test('a read that is throttled once is repeated without a word', async ({ page, open }) => {
  await open('/vendors', { scenario: 'error-429@listVendors*1' })
  await expect(page.getByText('40 vendors')).toBeVisible()
})

test('a review that cannot be read says which operation failed', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished), { scenario: 'nonsense@getVendorSecurityReview' })
  await expect(page.getByRole('alert')).toContainText('getVendorSecurityReview')
  await expect(page.getByRole('navigation', { name: 'Primary' })).toBeVisible()
})

test('without a network a page opens only if it was read before @live', async ({
  page,
  open,
  setOffline,
}) => {
  await open('/')
  await expect(page.getByRole('heading', { name: 'Reviews' })).toBeVisible()
  await setOffline(true)
  await page.getByRole('link', { name: 'Vendors' }).click()
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('40 vendors')).toBeVisible()
})

test('without a network, data of the last day shows, with a notice that it may be old @live', async ({
  page,
  open,
  setOffline,
}) => {
  const links = page.getByRole('table', { name: 'Vendors' }).getByRole('link')
  const reviews = page.getByRole('heading', { level: 2, name: 'Security reviews' })
  await open('/vendors')
  await links.nth(0).click()
  await expect(reviews).toBeVisible()
  // A later visit knows only what the browser kept.
  await page.goBack()
  await page.reload()
  await links.nth(1).click()
  await expect(reviews).toBeVisible()
  await page.goBack()
  await setOffline(true)
  await links.nth(0).click()
  await expect(reviews).toBeVisible()
  const banner = page.getByText('No connection to Drata')
  await expect(banner).toContainText('nothing can be saved until the connection is back')
  await setOffline(false)
  await expect(banner).toBeHidden()
})

test('a session that ended is said on the page, and the form is not lost', async ({
  page,
  open,
}) => {
  await open(`${reviewPath(nearlyFinished)}?open=reportOpinion`, {
    scenario: 'signed-out@updateVendorSecurityReview*1',
  })
  const text = page.getByLabel('Follow-up activity')
  await text.fill('Asked the vendor.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your session has ended.', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in again in a new tab' })).toHaveAttribute(
    'target',
    '_blank',
  )
  await expect(text).toHaveValue('Asked the vendor.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await expect(page.getByRole('link', { name: 'Sign in again in a new tab' })).toBeHidden()
})

test('a wrong clock is reported, since deadlines would be wrong @live', async ({ page, open }) => {
  await page.clock.install({ time: Date.now() + 3 * 86_400_000 })
  await open('/vendors')
  await expect(page.getByText('This computer’s clock is about 3 days ahead')).toBeVisible()
})

test('the scenario without a network says so @demo', async ({ page, open }) => {
  await open('/vendors', { scenario: 'offline' })
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await page.getByRole('link', { name: 'End scenario' }).click()
  await expect(page.getByText('40 vendors')).toBeVisible()
})

test('a filter that cannot be fetched says so, and comes when there is a network @live', async ({
  page,
  open,
  setOffline,
}) => {
  await open(vendorReviewsPath(northwind))
  const table = page.getByRole('table', { name: 'Security reviews' })
  await expect(table.getByRole('link', { name: nearlyFinished.title, exact: true })).toBeVisible()
  await setOffline(true)
  await page.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('checkbox', { name: 'Completed' }).click()
  // The coverage of the vendor may offer this, too.
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
  await setOffline(false)
  await again.click()
  await expect(table.getByRole('link', { name: 'SOC 2 2025' })).toBeVisible()
})

for (const [address, what] of [
  ['/nowhere', 'an unknown address'],
  ['/vendors/abc/security-reviews', 'a vendor id that is none'],
  ['/vendors/0', 'a vendor id of zero'],
  [`/vendors/${northwind.id}/security-reviews/5001x`, 'a review id that is none'],
] as const) {
  test(`${what} leads to a page that says so`, async ({ page, open }) => {
    await open(address)
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
    await page.getByRole('link', { name: 'Go to Vendors' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
  })
}

for (const [address, what] of [
  ['/vendors/999999/security-reviews', 'a vendor that is not there'],
  [`/vendors/${northwind.id}/security-reviews/999999`, 'a review that is not there'],
] as const) {
  test(`${what} is reported, with a way back`, async ({ page, open, allowConsoleErrors }) => {
    allowConsoleErrors(/status of 404/)
    await open(address)
    await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
    await expect(page.getByRole('alert').getByRole('link', { name: 'Go to Vendors' })).toBeVisible()
  })
}

test('a gateway without a key says on the page what to set @live', async ({
  page,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/status of 401/)
  await page.goto(urlOf('keyless'))
  await expect(page.getByRole('heading', { level: 2, name: 'No API key' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('set DRATA_API_KEY')
})

test('error pages are accessible, light and dark', async ({ page, open }) => {
  await open('/vendors', { scenario: 'error-403@listVendors' })
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessibleInBoth(page)
  await open('/nowhere')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  await expectAccessibleInBoth(page)
})
