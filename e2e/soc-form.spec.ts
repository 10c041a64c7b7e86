import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, inBothSchemes, test } from './fixtures.ts'
import { expectNoSidewaysScrolling, reviewPath } from './helpers.ts'

const { empty, nearlyFinished, completed, overdue } = LANDMARKS

const panel = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** A group of radio buttons or checkboxes, by its label. */
const group = (page: Page, name: string): Locator =>
  page
    .getByRole('radiogroup', { name, exact: true })
    .or(page.getByRole('group', { name, exact: true }))

const save = async (page: Page): Promise<void> => {
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
}

const openPanels = (...sections: string[]): string =>
  `${reviewPath(empty)}?open=${sections.join(',')}`

test('reviewer information is saved and read back', async ({ page, open }) => {
  await open(openPanels('reviewerInformation'))
  await page
    .getByRole('textbox', { name: 'Reviewer' })
    .or(page.getByRole('combobox', { name: 'Reviewer' }))
    .first()
    .fill('Ada')
  await page.getByRole('option', { name: 'Ada Reyes' }).click()
  await page.getByLabel('Report issue date', { exact: true }).fill('2026-02-28')
  await save(page)
  await page.reload()
  await expect(page.getByLabel('Report issue date', { exact: true })).toHaveValue('2026-02-28')
  await expect(
    page
      .getByRole('textbox', { name: 'Reviewer' })
      .or(page.getByRole('combobox', { name: 'Reviewer' }))
      .first(),
  ).toHaveValue('Ada Reyes')
  await expect(page.getByRole('button', { name: /^Reviewer information/ })).toContainText(
    'Complete',
  )
})

test('the scope shows what applies, and is saved and read back', async ({ page, open }) => {
  await open(openPanels('complianceScope'))
  await group(page, 'Certification').getByRole('radio', { name: 'SOC 2' }).check()
  await group(page, 'Scope type').getByRole('radio', { name: 'Type 1' }).check()
  await page.getByLabel('Audit date').fill('2026-01-31')
  await expect(page.getByLabel('Audit period start')).toBeHidden()
  await group(page, 'Scope type').getByRole('radio', { name: 'Type 2' }).check()
  await expect(page.getByLabel('Audit date')).toBeHidden()
  await page.getByLabel('Audit period start').fill('2025-01-01')
  await page.getByLabel('Audit period end').fill('2025-12-31')
  const criteria = group(page, 'Trust service criteria')
  await criteria.getByRole('checkbox', { name: 'Security' }).check()
  await criteria.getByRole('checkbox', { name: 'Privacy' }).check()
  await save(page)
  await page.reload()
  await expect(group(page, 'Certification').getByRole('radio', { name: 'SOC 2' })).toBeChecked()
  await expect(group(page, 'Scope type').getByRole('radio', { name: 'Type 2' })).toBeChecked()
  await expect(page.getByLabel('Audit period start')).toHaveValue('2025-01-01')
  await expect(page.getByLabel('Audit period end')).toHaveValue('2025-12-31')
  await expect(criteria.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await group(page, 'Certification').getByRole('radio', { name: 'SOC 1' }).check()
  await expect(criteria).toBeHidden()
})

test('the opinion and its follow-up are saved, and can be taken back', async ({ page, open }) => {
  await open(openPanels('reportOpinion'))
  await group(page, 'Report opinion').getByRole('radio', { name: 'Qualified', exact: true }).check()
  await expect(page.getByText('The opinion is qualified: write down')).toBeVisible()
  await group(page, 'Control objectives encompass business needs')
    .getByRole('radio', { name: 'No' })
    .check()
  await page.getByRole('textbox', { name: 'Follow-up activity' }).fill('Bridge letter\nby March')
  await save(page)
  await page.reload()
  await expect(
    group(page, 'Report opinion').getByRole('radio', { name: 'Qualified', exact: true }),
  ).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Follow-up activity' })).toHaveValue(
    'Bridge letter\nby March',
  )
  await page
    .getByRole('button', { name: 'Clear Control objectives encompass business needs' })
    .click()
  await page.getByRole('textbox', { name: 'Follow-up activity' }).fill('')
  await save(page)
  await page.reload()
  await expect(
    group(page, 'Control objectives encompass business needs').getByRole('radio', {
      checked: true,
    }),
  ).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Follow-up activity' })).toHaveValue('')
})

test('findings are added, changed, removed and reordered', async ({ page, open }) => {
  await open(`${reviewPath(nearlyFinished)}?open=findings`)
  const findings = panel(page, 'Findings')
  await expect(findings.getByRole('textbox', { name: 'Finding 3' })).toHaveValue(/CC6\.3/)
  await findings.getByRole('button', { name: 'Add finding' }).click()
  await expect(findings.getByRole('textbox', { name: 'Finding 4' })).toBeFocused()
  await page.keyboard.type('CC7.1 – a new one')
  await save(page)
  await findings.getByRole('button', { name: 'Remove finding 1' }).click()
  await expect(findings.getByRole('textbox', { name: 'Finding 3' })).toHaveValue(
    'CC7.1 – a new one',
  )
  await findings.getByRole('textbox', { name: 'Finding 1' }).fill('changed')
  await save(page)
  await page.reload()
  await expect(findings.getByRole('textbox')).toHaveCount(3)
  await expect(findings.getByRole('textbox', { name: 'Finding 1' })).toHaveValue('changed')
  await expect(findings.getByRole('textbox', { name: 'Finding 3' })).toHaveValue(
    'CC7.1 – a new one',
  )
  await group(page, 'Material impact').getByRole('radio', { name: 'No' }).check()
  await save(page)
  await expect(page.getByRole('button', { name: /^Findings/ })).toContainText('Complete')
})

test('user controls, services and locations are saved and read back', async ({ page, open }) => {
  await open(openPanels('endUserControls', 'servicesAndLocations'))
  await page.getByRole('button', { name: 'Add user control' }).click()
  await page.getByRole('textbox', { name: 'User control 1' }).fill('Remove leavers')
  await page.getByRole('checkbox', { name: 'In place 1' }).check()
  await page.getByRole('button', { name: 'Add service' }).click()
  await page.getByRole('textbox', { name: 'Service 1' }).fill('Ledger')
  await page.getByRole('button', { name: 'Add location' }).click()
  await page.getByRole('textbox', { name: 'City 1' }).fill('Porto')
  await page.getByRole('textbox', { name: 'State or country 1' }).fill('Portugal')
  await save(page)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'User control 1' })).toHaveValue('Remove leavers')
  await expect(page.getByRole('checkbox', { name: 'In place 1' })).toBeChecked()
  await expect(page.getByRole('textbox', { name: 'Service 1' })).toHaveValue('Ledger')
  await expect(page.getByRole('textbox', { name: 'City 1' })).toHaveValue('Porto')
  await expect(page.getByRole('textbox', { name: 'State or country 1' })).toHaveValue('Portugal')
})

test('the firm and the subservice organizations are saved and read back', async ({
  page,
  open,
}) => {
  await open(openPanels('cpaFirm', 'subserviceOrganizations'))
  const firm = panel(page, 'CPA firm')
  const organizations = panel(page, 'Subservice organizations')
  await firm.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis & Partners')
  await firm.getByRole('textbox', { name: 'Procedure performed' }).fill('Licence looked up')
  await organizations.getByRole('textbox', { name: 'Subservice organization' }).fill('Harbor Cloud')
  await group(page, 'Inclusive method').getByRole('radio', { name: 'No', exact: true }).check()
  await organizations.getByRole('textbox', { name: 'Procedure performed' }).fill('Report read')
  await save(page)
  await page.reload()
  await expect(firm.getByRole('textbox', { name: 'CPA firm' })).toHaveValue('Hollis & Partners')
  await expect(firm.getByRole('textbox', { name: 'Procedure performed' })).toHaveValue(
    'Licence looked up',
  )
  await expect(organizations.getByRole('textbox', { name: 'Subservice organization' })).toHaveValue(
    'Harbor Cloud',
  )
  await expect(
    group(page, 'Inclusive method').getByRole('radio', { name: 'No', exact: true }),
  ).toBeChecked()
  await expect(organizations.getByRole('textbox', { name: 'Procedure performed' })).toHaveValue(
    'Report read',
  )
  await group(page, 'Inclusive method').getByRole('radio', { name: 'Not applicable' }).check()
  await save(page)
})

test('the title is edited in place, of every type of review', async ({ page, open }) => {
  await open(reviewPath(overdue))
  await page.getByRole('button', { name: 'Edit title' }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Yearly review')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('heading', { level: 1, name: 'Yearly review' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Yearly review' })).toBeVisible()
})

test('what is typed changes the badges at once, as a forecast until it is saved', async ({
  page,
  open,
}) => {
  await open(`${reviewPath(nearlyFinished)}?open=reportOpinion`)
  const badge = page.getByRole('button', { name: /^Report opinion/ })
  await expect(badge).toContainText('2 missing')
  await expect(badge).not.toContainText('forecast')
  await group(page, 'Report opinion').getByRole('radio', { name: 'Unqualified' }).check()
  await expect(badge).toContainText('forecast')
  await expect(badge).toContainText('1 missing')
  await save(page)
  await expect(badge).not.toContainText('forecast')
  await expect(badge).toContainText('1 missing')
})

test('what the service would refuse is told in the field, and the rest is saved', async ({
  page,
  open,
}) => {
  await open(openPanels('complianceScope', 'cpaFirm'))
  await group(page, 'Scope type').getByRole('radio', { name: 'Type 2' }).check()
  await page.getByLabel('Audit period start').fill('2026-01-01')
  await page.getByLabel('Audit period end').fill('2025-01-01')
  await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Audit period end must lie after its start.').first()).toBeVisible()
  await expect(page.getByText('Not saved: Compliance scope.')).toBeVisible()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Not saved')
  await page.getByLabel('Audit period end').fill('2026-06-30')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await page.reload()
  await expect(page.getByLabel('Audit period end')).toHaveValue('2026-06-30')
  await expect(page.getByRole('textbox', { name: 'CPA firm' })).toHaveValue('Hollis')
})

test('a completed review is read-only and says so', async ({ page, open }) => {
  await open(`${reviewPath(completed)}?open=cpaFirm`)
  await expect(page.getByText('This review is completed and read-only.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeHidden()
  await expect(panel(page, 'CPA firm').getByRole('textbox')).toHaveCount(0)
})

test('each field can say where it stands in a report', async ({ page, open }) => {
  await open(openPanels('cpaFirm'))
  await panel(page, 'CPA firm').getByRole('button', { name: 'Where to find it' }).first().click()
  await expect(page.getByText('On the title page and under the signature')).toBeVisible()
})

test('the form is accessible, light and dark, wide and narrow', async ({ page, open }) => {
  await open(
    `${reviewPath(nearlyFinished)}?open=reviewerInformation,complianceScope,reportOpinion,findings,endUserControls,servicesAndLocations,cpaFirm,subserviceOrganizations`,
  )
  await expect(page.getByRole('textbox', { name: 'Finding 1' })).toBeVisible()
  // High enough to show all: the browser lays out what is far below only roughly.
  await page.setViewportSize({ width: 1280, height: 4_000 })
  await inBothSchemes(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 390, height: 6_000 })
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
})

test('saving by itself is a setting, off by default', async ({ page, open }) => {
  await open(openPanels('cpaFirm'))
  await page.getByRole('button', { name: 'User menu' }).click()
  const setting = page.getByRole('checkbox', { name: /Save automatically/ })
  await expect(setting).not.toBeChecked()
  await setting.check()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'CPA firm' })).toHaveValue('Hollis')
})

test('drafts are listed in the user menu, and can be wiped', async ({ page, open }) => {
  await open(openPanels('cpaFirm'))
  await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
  await page.getByRole('button', { name: 'User menu' }).click()
  const drafts = page.getByRole('region', { name: 'Unsaved drafts' })
  await expect(drafts.getByRole('link', { name: empty.title })).toBeVisible()
  await drafts.getByRole('button', { name: 'Wipe all drafts' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Wipe', exact: true }).click()
  await expect(drafts).toBeHidden()
})

test('a text with another end of line is no change', async ({ page, open }) => {
  await open(openPanels('cpaFirm'))
  const text = panel(page, 'CPA firm').getByRole('textbox', { name: 'Procedure performed' })
  await expect(text).toBeVisible()
  await page.evaluate(
    async (path) => {
      await fetch(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ socForm: { cpaFirm: { cpaProcedurePerformed: 'one\r\ntwo' } } }),
      })
    },
    `/api/v2${reviewPath(empty)}`,
  )
  await page.reload()
  await expect(text).toHaveValue('one\ntwo')
  await text.focus()
  await page.getByRole('textbox', { name: 'CPA firm' }).focus()
  await page.getByRole('button', { name: /^Findings/ }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
})

test('each section can say where it stands in a report', async ({ page, open }) => {
  await open(openPanels('findings'))
  const findings = panel(page, 'Findings')
  await expect(findings.getByText('Read the result column of every table.')).toBeHidden()
  await findings.getByText('Where this stands in a report').click()
  await expect(findings.getByText('Read the result column of every table.')).toBeVisible()
})
