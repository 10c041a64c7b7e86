import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { SOC_SECTION_IDS } from '../src/domain/contract/enums.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath, scrollPlace } from './helpers/pages.ts'
import { group, openPanels, panel, save } from './helpers/soc-form.ts'

const { nearlyFinished } = LANDMARKS

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
  await expect(page.getByLabel('Report issue date', { exact: true })).toHaveValue('28 Feb 2026')
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
  await expect(page.getByLabel('Audit period start')).toHaveValue('1 Jan 2025')
  await expect(page.getByLabel('Audit period end')).toHaveValue('31 Dec 2025')
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

test('findings are added, changed and removed', async ({ page, open }) => {
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

test('sections that are opened at once leave the page where it is', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  const heads = page.getByRole('region', { name: 'SOC form' }).getByRole('heading', { level: 2 })
  await expect(heads).toHaveCount(SOC_SECTION_IDS.length)
  await page.evaluate(() => window.scrollTo({ top: 120, behavior: 'instant' }))
  expect(await scrollPlace(page)).toBe(120)
  // The second change of the address comes before the first is on the screen.
  await heads.getByRole('button').evaluateAll((buttons) => {
    for (const button of buttons.slice(-2)) (button as HTMLButtonElement).click()
  })
  await expect(page.getByRole('button', { expanded: true })).toHaveCount(2)
  await expect(page).toHaveURL(/open=/)
  expect(await scrollPlace(page)).toBe(120)
})
