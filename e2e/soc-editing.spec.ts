import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, reviewPath } from './helpers/pages.ts'
import { group, openPanels, panel, save } from './helpers/soc-form.ts'

const { empty, nearlyFinished, completed, overdue } = LANDMARKS

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

for (const [label, showsCriteria] of [
  ['SOC 1', false],
  ['SOC 2', true],
] as const)
  test(`the choice ${label} counts at once, whatever comes or goes with it`, async ({
    page,
    open,
  }) => {
    await open(openPanels('complianceScope'))
    await page.getByRole('radio', { name: label, exact: true }).check()
    await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
    const criteria = page.getByRole('group', { name: 'Trust service criteria' })
    await expect(criteria).toBeVisible({ visible: showsCriteria })
  })

test('what the service would refuse is reported at the field, and the rest is saved', async ({
  page,
  open,
}) => {
  await open(openPanels('complianceScope', 'cpaFirm'))
  await group(page, 'Scope type').getByRole('radio', { name: 'Type 2' }).check()
  await page.getByLabel('Audit period start').fill('2026-01-01')
  await page.getByLabel('Audit period end').fill('2025-01-01')
  await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Audit period end must be after its start.').first()).toBeVisible()
  await expect(page.getByText('Not saved: Compliance scope.')).toBeVisible()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Not saved')
  await page.getByLabel('Audit period end').fill('2026-06-30')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await page.reload()
  await expect(page.getByLabel('Audit period end')).toHaveValue('30 Jun 2026')
  await expect(page.getByRole('textbox', { name: 'CPA firm' })).toHaveValue('Hollis')
})

test('a completed review is read-only and says so', async ({ page, open }) => {
  await open(`${reviewPath(completed)}?open=cpaFirm`)
  await expect(page.getByText('This review is completed and read-only.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeHidden()
  await expect(panel(page, 'CPA firm').getByRole('textbox')).toHaveCount(0)
})

test('the help for a field stands beside the form while it has the focus', async ({
  page,
  open,
}) => {
  await open(openPanels('cpaFirm', 'subserviceOrganizations'))
  const help = page.getByRole('complementary', { name: 'Where to find it' })
  const firm = panel(page, 'CPA firm').getByRole('textbox', { name: 'CPA firm' })
  const below = page.getByRole('textbox', { name: 'Subservice organization', exact: true })
  const before = await below.boundingBox()
  await firm.click()
  await expect(help).toContainText('On the title page and under the signature')
  await expect(firm).toHaveAccessibleDescription(/On the title page and under the signature/)
  // Nothing moved below the pointer.
  expect(await below.boundingBox()).toEqual(before)
  await below.click()
  await expect(below).toBeFocused()
  await expect(help).not.toContainText('On the title page and under the signature')
  await expect(page.getByRole('button', { name: 'Where to find it' })).toHaveCount(0)
})

test('on a phone each field can say where it stands in a report', async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(openPanels('cpaFirm'))
  await panel(page, 'CPA firm').getByRole('button', { name: 'Where to find it' }).first().click()
  await expect(page.getByText('On the title page and under the signature').first()).toBeVisible()
})

test('the form is accessible, light and dark, wide and narrow', async ({ page, open }) => {
  await open(
    `${reviewPath(nearlyFinished)}?open=reviewerInformation,complianceScope,reportOpinion,findings,endUserControls,servicesAndLocations,cpaFirm,subserviceOrganizations`,
  )
  await expect(page.getByRole('textbox', { name: 'Finding 1' })).toBeVisible()
  // The window is high enough to show all, since the browser lays out what is far below only
  // roughly.
  await page.setViewportSize({ width: 1280, height: 4_000 })
  await expectAccessibleInBoth(page)
  await page.setViewportSize({ width: 390, height: 6_000 })
  await expectAccessible(page)
  await expectNoSidewaysScrolling(page)
})

test('autosave is a setting, off by default', async ({ page, open }) => {
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
  await drafts.getByRole('button', { name: 'Delete all drafts' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
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

test('the help for a section stands beside the form, and on a phone below its title', async ({
  page,
  open,
}) => {
  await open(openPanels('findings'))
  const findings = panel(page, 'Findings')
  const text = 'Read the result column of every table.'
  await page.getByRole('button', { name: /^Findings/ }).focus()
  const help = page.getByRole('complementary', { name: 'Where to find it' })
  await expect(help).toContainText(text)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(findings.getByText(text)).toBeHidden()
  await findings.getByText('Where this stands in a report').click()
  await expect(findings.getByText(text)).toBeVisible()
})
