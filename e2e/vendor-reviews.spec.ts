import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { columnOf, factOf, lineOf, reviewPath, tabOf, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, quietHarbor } = LANDMARKS
const { untitled, completed } = LANDMARKS

test('a vendor shows in a line what matters, and the rest under About', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  const heading = page.getByRole('heading', { level: 1, name: northwind.name })
  await expect(heading).toBeVisible()
  const head = heading.locator('..')
  for (const words of ['High risk', 'Critical', 'Active'])
    await expect(head.getByText(words, { exact: true })).toBeVisible()
  const line = lineOf(page)
  await expect(line).toContainText(
    /^Finance · Personal data · Renews \d{1,2} \w{3,4} \d{4} \(in 4[678] days\) · Rosa Quispe · Website/,
  )
  await expect(line.getByRole('link', { name: 'Rosa Quispe' })).toHaveAttribute(
    'href',
    'mailto:security@northwind-payments.example.com',
  )

  const services = page.getByText('Card and bank payments')
  await expect(services).toBeHidden()
  await tabOf(page, 'About').click()
  await expect(services).toBeVisible()
  const profile = page.getByRole('region', { name: 'Vendor profile' })
  for (const [name, value] of [
    ['Category', 'Finance'],
    ['Risk', 'High'],
    ['Critical', 'Yes'],
    ['Status', 'Active'],
    ['Personal data', 'Yes'],
    ['Contact', 'Rosa Quispe security@northwind-payments.example.com'],
    ['Renewal', /\d{1,2} \w{3,4} \d{4} · One year · Completed/],
    ['Environment access', 'Read write'],
    ['Password policy', 'at least 12 characters'],
    ['Internal owner', 'Hiroko Tanabe'],
  ] as const)
    await expect(factOf(profile, name)).toContainText(value)
  await expect(profile.getByText('Archived')).toBeHidden()
})

test('links of a vendor open in a new tab', async ({ page, open }) => {
  await open(`${vendorReviewsPath(northwind)}?tab=about`)
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
  await open('/vendors/1040/security-reviews?tab=about')
  const profile = page.getByRole('region', { name: 'Vendor profile' })
  for (const name of ['Category', 'Risk', 'Critical', 'Status', 'Contact', 'Renewal'])
    await expect(factOf(profile, name)).toContainText('Not stated')
})

test('the reviews of a vendor are listed, the open ones first', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await expect(page.getByRole('heading', { level: 2, name: 'Security reviews' })).toBeVisible()
  await expect(page.getByText('10 reviews', { exact: true })).toBeVisible()
  const table = page.getByRole('table', { name: 'Security reviews' })
  for (const name of ['Title', 'Type', 'Status', 'Decision', 'Deadline', 'Reviewer'])
    await expect(columnOf(table, name)).toBeVisible()
  await expect(columnOf(table, 'Vendor')).toBeHidden()
  await expect(page.getByText('6 open first, by deadline')).toBeVisible()
  await expect(table.getByRole('link')).toHaveText([
    // Overdue, then due soon, then later; at the end what is closed, the latest first.
    'Annual security review 2026',
    'SOC 1 2026',
    'SOC 2 2026',
    `Untitled review #${untitled.id}`,
    'SOC 2 2026 platform report',
    'SOC 2 bridge period',
    'Onboarding questionnaire follow-up',
    'PCI DSS attestation of compliance',
    'SOC 2 2025',
    'Annual security review 2025',
  ])
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
  await expect(sort.getByRole('option', { selected: true })).toHaveText('Open first, by deadline')
  await sort.selectOption('Recently updated')
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
  await page.goto(`${vendorReviewsPath(northwind)}?decision=REJECTED`)
  await page.getByRole('button', { name: 'Show all reviews' }).click()
  await expect(page.getByText('10 reviews', { exact: true })).toBeVisible()
})

test('a vendor without reviews is no dead end', async ({ page, open }) => {
  await open(vendorReviewsPath(quietHarbor))
  await expect(page.getByRole('heading', { level: 1, name: quietHarbor.name })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No security reviews yet' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'New review' })).toBeVisible()
  await expect(page.getByRole('table')).toBeHidden()
})
