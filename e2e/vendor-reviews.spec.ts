import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { columnOf, factOf, reviewPath, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, quietHarbor } = LANDMARKS
const { untitled, completed } = LANDMARKS

test('a vendor shows a few facts, and the rest on demand', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
  await expect(page).toHaveTitle('Northwind Payments · Countersign')
  const profile = page.getByRole('region', { name: 'Vendor profile' })
  for (const [name, value] of [
    ['Category', 'Finance'],
    ['Risk', 'High'],
    ['Critical', 'Yes'],
    ['Status', 'Active'],
    ['Personal data', 'Yes'],
    ['Contact', 'Rosa Quispe security@northwind-payments.example.com'],
    ['Renewal', /\d{1,2} \w{3,4} \d{4} · One year · Completed/],
  ] as const)
    await expect(factOf(profile, name)).toContainText(value)

  const services = profile.getByText('Card and bank payments')
  await expect(services).toBeHidden()
  await profile.getByText('More about this vendor').click()
  await expect(services).toBeVisible()
  await expect(factOf(profile, 'Environment access')).toContainText('Read write')
  await expect(factOf(profile, 'Password policy')).toContainText('at least 12 characters')
  await expect(factOf(profile, 'Internal owner')).toContainText('Hiroko Tanabe')
  await expect(profile.getByText('Archived')).toBeHidden()
})

test('links of a vendor open in a new tab', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const profile = page.getByRole('region', { name: 'Vendor profile' })
  for (const [name, address] of [
    ['Website', 'https://northwind-payments.example.com/'],
    ['Trust center', 'https://trust.northwind-payments.example.com/'],
    ['Privacy', 'https://northwind-payments.example.com/privacy'],
    ['Terms', 'https://northwind-payments.example.com/terms'],
    ['Open in Drata', 'https://app.drata.com/vendors/1001'],
  ] as const) {
    const link = profile.getByRole('link', { name: `${name} (opens in a new tab)` })
    await expect(link).toHaveAttribute('href', address)
    await expect(link).toHaveAttribute('target', '_blank')
    await expect(link).toHaveAttribute('rel', /noopener/)
  }
  await expect(profile.getByRole('link', { name: 'security@' })).toHaveAttribute('href', /^mailto:/)
})

test('a vendor of which little is known says so', async ({ page, open }) => {
  await open('/vendors/1040/security-reviews')
  const profile = page.getByRole('region', { name: 'Vendor profile' })
  for (const name of ['Category', 'Risk', 'Critical', 'Status', 'Contact', 'Renewal'])
    await expect(factOf(profile, name)).toContainText('Not stated')
})

test('the reviews of a vendor are listed, the last changed first', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await expect(page.getByRole('heading', { level: 2, name: 'Security reviews' })).toBeVisible()
  await expect(page.getByText('10 reviews', { exact: true })).toBeVisible()
  const table = page.getByRole('table', { name: 'Security reviews' })
  for (const name of ['Title', 'Type', 'Status', 'Decision', 'Deadline', 'Reviewer'])
    await expect(columnOf(table, name)).toBeVisible()
  await expect(columnOf(table, 'Vendor')).toBeHidden()
  await expect(
    table.getByRole('row', {
      name: /^SOC 2 2026 SOC report In progress Pending Due in \d days \d{1,2} \w{3,4} \d{4} Ada Reyes$/,
    }),
  ).toBeVisible()
  await expect(
    table.getByRole('row', { name: /^SOC 2 2025 SOC report Completed Approved \d/ }),
  ).toBeVisible()
})

test('a review without a title can be recognized and opened', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const table = page.getByRole('table', { name: 'Security reviews' })
  await table.getByRole('link', { name: `Untitled review #${untitled.id}` }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: `Untitled review #${untitled.id}` }),
  ).toBeFocused()
  await page.goBack()
  await expect(table).toBeVisible()
})

test('filters and order live in the address', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const links = page.getByRole('table', { name: 'Security reviews' }).getByRole('link')
  await expect(links).toHaveCount(10)
  await page.getByRole('button', { name: 'Type' }).click()
  await page.getByRole('checkbox', { name: 'Upload report' }).check()
  await expect(links).toHaveText([
    `Untitled review #${untitled.id}`,
    'PCI DSS attestation of compliance',
  ])
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Oldest')
  const reversed = ['PCI DSS attestation of compliance', `Untitled review #${untitled.id}`]
  await expect(links).toHaveText(reversed)
  await expect(page).toHaveURL(/\?type=UPLOAD_REPORT&sort=createdAt&dir=ASC$/)
  await page.reload()
  await expect(links).toHaveText(reversed)
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(links).toHaveCount(10)
  await expect(page).toHaveURL(/\?sort=createdAt&dir=ASC$/)
})

test('reviews are ordered by creation or by change, both ways', async ({ page, open }) => {
  const oldest = { id: 5010, title: 'Annual security review 2025' }
  const newest = 'SOC 2 bridge period'
  await open(reviewPath(oldest))
  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen review' }).click()
  await expect(page.getByText('Reopened.')).toBeVisible()
  await page.getByRole('link', { name: northwind.name }).click()

  const links = page.getByRole('table', { name: 'Security reviews' }).getByRole('link')
  const sort = page.getByRole('combobox', { name: 'Sort' })
  await expect(sort.getByRole('option', { selected: true })).toHaveText('Recently updated')
  await expect(links.first()).toHaveText(oldest.title)
  await sort.selectOption('Newest')
  await expect(links.first()).toHaveText(newest)
  await expect(links.last()).toHaveText(oldest.title)
  await sort.selectOption('Least recently updated')
  await expect(links.first()).toHaveText(completed.title)
  await expect(links.last()).toHaveText(oldest.title)
  await sort.selectOption('Oldest')
  await expect(links.first()).toHaveText(oldest.title)
  await expect(links.last()).toHaveText(newest)
})

test('filters that nothing matches say so and can be cleared', async ({ page, open }) => {
  await open(`${vendorReviewsPath(northwind)}?decision=REJECTED`)
  await expect(page.getByRole('heading', { name: 'No review matches the filters' })).toBeVisible()
  await expect(page.getByText('to see all of this vendor’s reviews')).toBeVisible()
  await expect(page.getByText('0 reviews', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByText('10 reviews', { exact: true })).toBeVisible()
})

test('a vendor without reviews is no dead end', async ({ page, open }) => {
  await open(vendorReviewsPath(quietHarbor))
  await expect(page.getByRole('heading', { level: 1, name: quietHarbor.name })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No security reviews yet' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New review' })).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()
})
