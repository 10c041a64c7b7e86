import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import {
  expectNoSidewaysScrolling,
  factOf,
  reviewPath,
  scrollPlace,
  vendorReviewsPath,
} from './helpers/pages.ts'

const { northwind, nearlyFinished, completed, large, empty, overdue, untitled, notRequired } =
  LANDMARKS

const SECTIONS = [
  'Reviewer information',
  'Compliance scope',
  'Report opinion',
  'Findings',
  'End-user controls',
  'Services and locations',
  'CPA firm',
  'Subservice organizations',
]

test('the header shows the status of a review', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  await expect(page.getByRole('heading', { level: 1, name: 'SOC 2 2026' })).toBeVisible()
  const state = page.getByRole('list', { name: 'State' })
  await expect(state).toContainText('In progress')
  await expect(state).toContainText('Pending')
  await expect(state).toContainText(/Due in \d days/)
  await expect(page).toHaveTitle('SOC 2 2026 · Northwind Payments · In progress · Countersign')
})

test('everything about a review is one click away, and Escape puts it away again', async ({
  page,
  open,
}) => {
  await open(reviewPath(nearlyFinished))
  const button = page.getByRole('button', { name: 'About this review' })
  const about = page.getByRole('region', { name: 'About this review' })
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(about).toBeHidden()
  await button.press('Enter')
  await expect(button).toHaveAttribute('aria-expanded', 'true')
  await expect(about).toBeVisible()
  for (const [name, value] of [
    ['Title', nearlyFinished.title],
    ['Type', 'SOC report'],
    ['Reviewer', 'Ada Reyes'],
    ['Requested by', /\w/],
    ['Requested on', /20\d\d/],
    ['Created', /20\d\d/],
    ['Updated', /20\d\d/],
  ] as const)
    await expect(factOf(about, name).getByRole('definition')).toContainText(value)
  await expect(about).toContainText(
    'The deadline and the requester are set when a review is created',
  )
  await page.keyboard.press('Tab')
  await expect(about.getByRole('link', { name: 'Open in Drata' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(about).toBeHidden()
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
})

test('eight sections say what is complete and what is missing', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  const panels = page
    .getByRole('region', { name: 'SOC form' })
    .getByRole('button', { expanded: false })
  await expect(panels).toHaveText([
    'Reviewer informationComplete',
    'Compliance scopeComplete',
    'Report opinion2 missing',
    'Findings1 missing',
    'End-user controlsComplete',
    'Services and locationsComplete',
    'CPA firmComplete',
    'Subservice organizationsComplete',
  ])
  await expect(page.getByRole('progressbar', { name: 'Sections complete' })).toHaveAttribute(
    'aria-valuetext',
    '6 of 8 sections complete',
  )
  await expect(
    page.getByRole('navigation', { name: 'Missing fields' }).getByRole('link'),
  ).toHaveText([
    'Report opinion',
    'Report opinion: Control objectives encompass business needs',
    'Findings: Material impact',
  ])
  await expect(page.getByText('Ready to finalize')).toBeHidden()
})

test('a missing field is one click away, with the focus in it', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  const findings = page.getByRole('region', { name: 'Findings', exact: true })
  await expect(findings).toBeHidden()
  const link = page.getByRole('link', { name: 'Findings: Material impact' })
  await link.click()
  await expect(findings).toBeVisible()
  const yes = findings
    .getByRole('radiogroup', { name: 'Material impact' })
    .getByRole('radio', { name: 'Yes' })
  await expect(yes).toBeFocused()
  // The same link works again after the focus has moved.
  await page.getByRole('button', { name: 'Expand all' }).focus()
  await link.press('Enter')
  await expect(yes).toBeFocused()
})

test('the list of sections leads to each panel', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  const sections = page.getByRole('navigation', { name: 'Sections' })
  await expect(sections.getByRole('link')).toHaveCount(SECTIONS.length)
  await sections.getByRole('link', { name: /CPA firm/ }).click()
  await expect(page.getByRole('button', { name: /CPA firm/ })).toBeFocused()
  await expect(page.getByRole('region', { name: 'CPA firm', exact: true })).toBeVisible()
})

test('open panels are remembered in the address', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  await page.getByRole('button', { name: /^Compliance scope/ }).click()
  await page.getByRole('button', { name: /^CPA firm/ }).press('Enter')
  await expect(page).toHaveURL(/open=complianceScope,cpaFirm/)
  await page.reload()
  await expect(page.getByRole('region', { name: 'Compliance scope', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'CPA firm', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^CPA firm/ }).press('Space')
  await expect(page.getByRole('region', { name: 'CPA firm', exact: true })).toBeHidden()
  await expect(page).toHaveURL(/open=complianceScope(&|$)/)
})

test('all panels open and close at once', async ({ page, open }) => {
  await open(reviewPath(completed))
  await page.getByRole('button', { name: 'Expand all' }).click()
  for (const name of SECTIONS)
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Collapse all' }).click()
  for (const name of SECTIONS)
    await expect(page.getByRole('region', { name, exact: true })).toBeHidden()
})

test('a complete form can be read from end to end', async ({ page, open }) => {
  await open(
    `${reviewPath(completed)}?open=reviewerInformation,complianceScope,reportOpinion,findings,endUserControls,servicesAndLocations,cpaFirm,subserviceOrganizations`,
  )
  const values = {
    'Reviewer information': ['Reviewer', 'Report issue date'],
    'Compliance scope': [
      'Certification',
      'SOC 2',
      'Type 2',
      'Audit period',
      'Trust service criteria',
    ],
    'Report opinion': [
      'Report opinion',
      'Control objectives encompass business needs',
      'Follow-up activity',
    ],
    Findings: ['Material impact'],
    'End-user controls': ['User controls', 'In place'],
    'Services and locations': ['Services', 'Locations'],
    'CPA firm': ['CPA firm', 'Procedure performed'],
    'Subservice organizations': [
      'Subservice organization',
      'Inclusive method',
      'Procedure performed',
    ],
  }
  for (const [name, texts] of Object.entries(values)) {
    const panel = page.getByRole('region', { name, exact: true })
    for (const text of texts) await expect(panel).toContainText(text)
    await expect(panel).not.toContainText('Missing')
  }
  await expect(page.getByRole('heading', { name: 'Note' })).toBeVisible()
})

test('a long report shows every control and finding', async ({ page, open }) => {
  await open(`${reviewPath(large)}?open=findings,endUserControls`)
  await expect(
    page.getByRole('region', { name: 'End-user controls', exact: true }).getByRole('textbox'),
  ).toHaveCount(60)
  await expect(
    page.getByRole('region', { name: 'Findings', exact: true }).getByRole('textbox'),
  ).toHaveCount(25)
})

test('an empty form lists everything it needs', async ({ page, open }) => {
  await open(reviewPath(empty))
  await expect(page.getByRole('progressbar', { name: 'Sections complete' })).toHaveAttribute(
    'aria-valuenow',
    '3',
  )
  const missing = page.getByRole('navigation', { name: 'Missing fields' })
  await expect(missing.getByRole('link')).toHaveCount(3)
  const more = missing.getByRole('button', { name: '8 more' })
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await more.click()
  await expect(more).toHaveAttribute('aria-expanded', 'true')
  await expect(more).toBeFocused()
  await expect(missing.getByRole('link')).toHaveCount(11)
  await expect(missing.getByRole('link').last()).toHaveText('CPA firm: Procedure performed')
  await more.click()
  await expect(missing.getByRole('link')).toHaveCount(3)
  await page.getByRole('link', { name: 'Reviewer information: Report issue date' }).click()
  await expect(page.getByLabel('Report issue date')).toBeFocused()
})

test('a review that is no SOC report makes sense without the form', async ({ page, open }) => {
  await open(reviewPath(overdue))
  await expect(page.getByRole('heading', { name: 'Annual security review 2026' })).toBeVisible()
  await expect(page.getByText(/Overdue by \d days/)).toBeVisible()
  await expect(page.getByText('This review has no SOC form')).toBeVisible()
  await expect(page.getByRole('region', { name: 'SOC form' })).toBeHidden()
})

test('a review without a title can still be recognized', async ({ page, open }) => {
  await open(reviewPath(untitled))
  await expect(page.getByRole('heading', { level: 1, name: 'Untitled review #5005' })).toBeVisible()
})

test('a review that is not required says that there is nothing to do', async ({ page, open }) => {
  await open(reviewPath(notRequired))
  await expect(page.getByText('there is nothing to finalize')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Finalize' })).toBeHidden()
})

test('the record in Drata opens safely in a new tab', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  await page.getByRole('button', { name: 'About this review' }).click()
  const link = page.getByRole('link', { name: 'Open in Drata' })
  await expect(link).toHaveAttribute('href', /^https:\/\//)
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', /noopener/)
})

test('the way back leads to the vendor and to all vendors', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await crumbs.getByRole('link', { name: 'Northwind Payments' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Northwind Payments' })).toBeVisible()
  await crumbs.getByRole('link', { name: 'Vendors' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
})

test("last year's review is one click away", async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  await page.getByRole('link', { name: `Previous: ${completed.title}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: completed.title })).toBeFocused()
  // It is the first one of this vendor.
  await expect(page.getByRole('navigation', { name: 'Files' })).toContainText('Documents')
  await expect(page.getByRole('link', { name: /^Previous:/ })).toBeHidden()
})

test('an earlier review that cannot be read holds nothing back', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished), { scenario: 'error-403@listVendorSecurityReviews' })
  await expect(page.getByRole('button', { name: /^Compliance scope/ })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Files' })).toContainText('Documents')
  await expect(page.getByRole('link', { name: /^Previous:/ })).toBeHidden()
  await expect(page.getByRole('alert')).toBeHidden()
})

test('values that are newer than the app still show a page', async ({ page, open }) => {
  await open(`${reviewPath(nearlyFinished)}?open=complianceScope,findings`, {
    scenario: 'unknown-values',
  })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Compliance scope', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Findings', exact: true })).toBeVisible()
})

test('a review is accessible, light and dark, wide and narrow', async ({ page, open }) => {
  await open(`${reviewPath(nearlyFinished)}?open=complianceScope,findings,endUserControls`)
  await expect(page.getByRole('region', { name: 'Findings', exact: true })).toBeVisible()
  await expectAccessibleInBoth(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
})

test('coming back to a review restores the scroll position', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await page.getByRole('link', { name: nearlyFinished.title, exact: true }).click()
  const documents = page.getByRole('list', { name: 'Documents' })
  await documents.getByRole('listitem').last().scrollIntoViewIfNeeded()
  const place = await scrollPlace(page)
  expect(place).toBeGreaterThan(100)
  await page.goBack()
  await expect(page.getByRole('table', { name: 'Security reviews' })).toBeVisible()
  await page.goForward()
  await expect(documents).toBeVisible()
  await expect.poll(() => scrollPlace(page)).toBe(place)
})
