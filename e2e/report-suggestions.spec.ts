import type { Page } from '@playwright/test'
import { demoFile } from '../mocks/reports/demo-files.ts'
import { REPORT_VENDORS } from '../mocks/seed/report-vendors.ts'
import { expect, expectAccessible, test } from './helpers/fixtures.ts'

const { cobaltFathom, dunmarrow, brambleway } = REPORT_VENDORS
const [REPORT] = cobaltFathom.documents[0]
const [, [LETTER]] = dunmarrow.documents
const [SCAN] = brambleway.documents[0]

const addressOf = ({ vendorId, reviewId }: { vendorId: number; reviewId: number }): string =>
  `/vendors/${vendorId}/security-reviews/${reviewId}`
const paneOf = (page: Page) => page.getByRole('region', { name: 'Report', exact: true })
const formOf = (page: Page) => page.getByRole('region', { name: 'SOC form' })

/** Opens a document of the vendor beside the form. */
const read = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Open report' }).click()
  await paneOf(page).getByRole('button', { name }).click()
}

test('a used value can be undone, and its source stays with the review', async ({ open, page }) => {
  await open(`${addressOf(cobaltFathom)}?open=complianceScope`)
  await read(page, REPORT)
  const soc2 = page.getByRole('radio', { name: 'SOC 2', exact: true })
  const use = page.getByRole('button', { name: 'Use suggestion for Certification: SOC 2' })
  await use.click()
  await expect(soc2).toBeChecked()
  await page.getByRole('button', { name: 'Undo suggestion for Certification' }).click()
  await expect(soc2).not.toBeChecked()
  await use.click()
  await page.getByRole('button', { name: 'Hide report' }).click()
  await expect(formOf(page).getByText(`From ${REPORT}, p. 1`)).toBeVisible()
  await page.getByRole('radio', { name: 'SOC 1', exact: true }).check()
  await expect(formOf(page).getByText(`From ${REPORT}, p. 1, edited since`)).toBeVisible()
})

test('by keyboard alone: the suggestion of the field with the focus is used', async ({
  open,
  page,
}) => {
  await open(`${addressOf(cobaltFathom)}?open=reportOpinion`)
  await read(page, REPORT)
  await expect(
    page.getByRole('button', { name: 'Use suggestion for Report opinion: Qualified' }),
  ).toBeVisible()
  await page.getByRole('radio', { name: 'Adverse' }).focus()
  await page.keyboard.press('Alt+p')
  await expect(paneOf(page).getByRole('textbox', { name: 'Page' })).toHaveValue('4')
  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('radio', { name: 'Qualified', exact: true })).toBeChecked()
})

test('the form names a value that differs from its own, and a dismissed suggestion stays away', async ({
  open,
  page,
}) => {
  await open(`${addressOf(cobaltFathom)}?open=complianceScope`)
  await page.getByRole('radio', { name: 'Type 1', exact: true }).check()
  await read(page, REPORT)
  await expect(formOf(page).getByText('Report says Type 2')).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss suggestion for Scope type: Type 2' }).click()
  await expect(formOf(page).getByText('Report says Type 2')).toBeHidden()
  await page.reload()
  await expect(formOf(page).getByText('Suggestion dismissed')).toBeVisible()
})

test('findings are taken all at once, accounted for, and undone', async ({ open, page }) => {
  await open(`${addressOf(cobaltFathom)}?open=findings`)
  await read(page, REPORT)
  await expect(
    formOf(page).getByText('The report has 41 tests: 36 without exception'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Use 3 checked findings' }).click()
  const rows = formOf(page).getByRole('textbox', { name: /^Finding \d+/ })
  await expect(rows).toHaveCount(3)
  await expect(page.getByText('3 in this report, 3 already here')).toBeVisible()
  await expectAccessible(page)
  await formOf(page).getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(rows).toHaveCount(0)
})

test('a bridge letter and a scan fill no form, and the form says so', async ({ open, page }) => {
  await open(addressOf(dunmarrow))
  await read(page, LETTER)
  await expect(formOf(page).getByText('is a bridge letter')).toBeVisible()
  await open(addressOf(brambleway))
  await read(page, SCAN)
  await expect(formOf(page).getByText('is a scan without text')).toBeVisible()
})

test('a report from disk gives the same suggestions', async ({ open, page }) => {
  await open(`${addressOf(brambleway)}?open=reviewerInformation`)
  await page.getByRole('button', { name: 'Open report' }).click()
  await page.getByLabel('Open a report from this computer').setInputFiles({
    name: 'mine.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(demoFile(REPORT) ?? []),
  })
  await page
    .getByRole('button', { name: /^Use suggestion for Report issue date: 23 Oct 2026/ })
    .click()
  await expect(page.getByLabel('Report issue date', { exact: true })).toHaveValue('23 Oct 2026')
})
