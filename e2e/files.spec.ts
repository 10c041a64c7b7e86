import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import {
  dropFromDisk,
  expectUpload,
  limitUpload,
  listedAs,
  picture,
  spreadsheet,
  uploadOf,
  uploadsOf,
} from './helpers/files.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import {
  chooseFiles,
  expectNotice,
  giveFiles,
  holdBack,
  reviewPath,
  tabOf,
  vendorReviewsPath,
} from './helpers/pages.ts'

const { nearlyFinished, northwind, overdue } = LANDMARKS

test('questionnaires are picked together and listed one by one', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished))
  await chooseFiles(
    page,
    page.getByLabel('Upload questionnaires'),
    spreadsheet('answers.xlsx'),
    spreadsheet('annex.xlsx'),
  )
  await expectUpload(page, 'answers.xlsx', 'Uploaded')
  await expectUpload(page, 'annex.xlsx', 'Uploaded')
  await expect(uploadsOf(page).getByRole('status')).toHaveText('2 files uploaded')
  await expect(listedAs(page, 'Questionnaires', 'answers.xlsx')).toHaveCount(1)
  await expect(listedAs(page, 'Questionnaires', 'annex.xlsx')).toHaveCount(1)

  await uploadsOf(page).getByRole('button', { name: 'Clear' }).click()
  await expect(uploadsOf(page)).toBeHidden()
})

test('a report is dropped on its zone with its type', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished))
  await page.getByLabel('Document type').selectOption('Bridge letter')
  await giveFiles(page.getByLabel('Upload report'), 'drop', { name: 'bridge-2026.pdf' })
  await expectUpload(page, 'bridge-2026.pdf', 'Uploaded')
  await expect(listedAs(page, 'Documents', 'bridge-2026.pdf')).toContainText('Bridge letter')
})

test('a folder is dropped with all that is in it', async ({ open, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-'))
  await mkdir(join(folder, 'annexes'))
  for (const name of ['folder-answers.xlsx', 'annexes/folder-annex.xlsx'])
    await writeFile(join(folder, name), `PK\x03\x04 ${name}`)
  await open(reviewPath(overdue))
  await dropFromDisk(page.getByLabel('Upload questionnaires'), folder)
  await expect(listedAs(page, 'Questionnaires', 'folder-answers.xlsx')).toHaveCount(1)
  await expect(listedAs(page, 'Questionnaires', 'folder-annex.xlsx')).toHaveCount(1)
  await rm(folder, { recursive: true })
})

test('files that are dropped or pasted anywhere are asked about', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished))
  await giveFiles(
    page.getByRole('heading', { level: 1 }),
    'drop',
    { name: 'soc2-final.pdf' },
    spreadsheet('caiq.xlsx'),
    { name: 'notes.csv', mimeType: 'text/csv', content: 'a,b' },
  )
  const dialog = page.getByRole('dialog', { name: 'What are these files?' })
  await expect(dialog.getByLabel('soc2-final.pdf')).toHaveValue('COMPLIANCE_REPORT')
  await expect(dialog.getByLabel('caiq.xlsx')).toHaveValue('questionnaire')
  await dialog.getByLabel('notes.csv').selectOption('Leave it out')
  await dialog.getByRole('button', { name: 'Upload' }).click()
  await expect(dialog).toBeHidden()
  await expect(listedAs(page, 'Documents', 'soc2-final.pdf')).toHaveCount(1)
  await expect(listedAs(page, 'Questionnaires', 'caiq.xlsx')).toHaveCount(1)
  await expect(listedAs(page, 'Questionnaires', 'notes.csv')).toHaveCount(0)

  await giveFiles(page.getByRole('main'), 'paste', picture('scan.png'))
  await dialog.getByRole('button', { name: 'Upload' }).click()
  await expect(listedAs(page, 'Documents', 'scan.png')).toHaveCount(1)
})

test('each file that is refused says why, and the good one goes', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished))
  await giveFiles(
    page.getByLabel('Upload questionnaires'),
    'drop',
    spreadsheet('good.xlsx'),
    { name: 'setup.exe', mimeType: 'application/x-msdownload' },
    picture('scan.png'),
    { name: 'empty.pdf', content: 0 },
    { name: 'renamed.pdf', content: '<html>' },
    { name: 'mixed.pdf', mimeType: 'image/png' },
    spreadsheet('vendor-answers-2026.xlsx'),
  )
  const refused = page.getByRole('list', { name: 'Files not uploaded' }).getByRole('listitem')
  await expect(refused).toHaveText([
    /“setup.exe” is a .exe file, which is not accepted. Questionnaires can be .pdf, .* or .csv/,
    /“scan.png” is a .png file, which is not accepted/,
    /“empty.pdf” is empty/,
    /“renamed.pdf” does not start like a .pdf file/,
    /“mixed.pdf” has the type image\/png, which does not match its extension .pdf/,
    /“vendor-answers-2026.xlsx” is already there/,
  ])
  await expectUpload(page, 'good.xlsx', 'Uploaded')
  await expectAccessibleInBoth(page)

  await page.getByRole('button', { name: 'Upload anyway: vendor-answers-2026.xlsx' }).click()
  await expect(listedAs(page, 'Questionnaires', 'vendor-answers-2026.xlsx')).toHaveCount(2)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(refused).toHaveCount(0)

  await giveFiles(page.getByLabel('Upload questionnaires'), 'drop', spreadsheet('good.xlsx'))
  await expect(refused).toHaveText([/“good.xlsx” has just been uploaded, with the same size/])
})

test('a file that is already there is known before the list has come @live', async ({
  open,
  page,
}) => {
  const release = await holdBack(page, /\/security-questionnaires/, 'GET')
  await open(reviewPath(nearlyFinished))
  const zone = page.getByLabel('Upload questionnaires')
  await giveFiles(zone, 'drop', spreadsheet('vendor-answers-2026.xlsx'))
  await expect(zone).toHaveAttribute('aria-busy', 'true')
  await giveFiles(zone, 'drop', spreadsheet('new.xlsx'))
  await giveFiles(zone, 'drop', spreadsheet('new.xlsx'))
  release()
  const refused = page.getByRole('list', { name: 'Files not uploaded' }).getByRole('listitem')
  await expect(refused).toHaveText([
    /“vendor-answers-2026.xlsx” is already there/,
    /“new.xlsx” (?:is already on its way|has just been uploaded)/,
  ])
  await expect(zone).toHaveAttribute('aria-busy', 'false')
})

test('questionnaires can be uploaded to a vendor, without a review', async ({ open, page }) => {
  await open(vendorReviewsPath(northwind))
  await tabOf(page, 'Questionnaires').click()
  await chooseFiles(page, page.getByLabel('Upload questionnaires'), spreadsheet('sig-lite.xlsx'))
  await expect(listedAs(page, 'Questionnaires', 'sig-lite.xlsx')).toHaveCount(1)
  await tabOf(page, 'Documents').click()
  await expect(page.getByRole('list', { name: 'Documents' }).getByRole('listitem')).not.toHaveCount(
    0,
  )
})

for (const how of ['drop', 'paste'] as const)
  test(`a ${how} is taken on any tab of a vendor`, async ({ open, page }) => {
    await open(`${vendorReviewsPath(northwind)}?tab=about`)
    await expect(page.getByText('Services provided')).toBeVisible()
    await giveFiles(
      page.getByRole('main').getByText('Services provided'),
      how,
      spreadsheet('caiq-2027.xlsx'),
      { name: 'soc2-2027.pdf' },
    )
    const dialog = page.getByRole('dialog', { name: 'What are these files?' })
    await expect(dialog.getByText('upload them in the review they belong to')).toBeVisible()
    await dialog.getByLabel('soc2-2027.pdf').selectOption('Leave it out')
    await dialog.getByRole('button', { name: 'Upload' }).click()
    await expect(dialog).toBeHidden()
    await expectUpload(page, 'caiq-2027.xlsx', 'Uploaded')
    await tabOf(page, 'Questionnaires').click()
    await expect(listedAs(page, 'Questionnaires', 'caiq-2027.xlsx')).toHaveCount(1)
    await expect(listedAs(page, 'Questionnaires', 'soc2-2027.pdf')).toHaveCount(0)
  })

test('a file that a vendor refused is still named after a look at another tab', async ({
  open,
  page,
}) => {
  await open(`${vendorReviewsPath(northwind)}?tab=questionnaires`)
  await giveFiles(page.getByLabel('Upload questionnaires'), 'drop', picture('scan.png'))
  const refused = page.getByRole('list', { name: 'Files not uploaded' }).getByRole('listitem')
  await expect(refused).toHaveText(/“scan.png”/)
  await tabOf(page, 'About').click()
  await expect(refused).toHaveCount(0)
  await tabOf(page, 'Questionnaires').click()
  await expect(refused).toHaveText(/“scan.png”/)
})

test('an upload leaves the form that is being edited alone', async ({ open, page }) => {
  await open(`${reviewPath(nearlyFinished)}?open=reportOpinion`)
  const text = page.getByLabel('Follow-up activity')
  await text.fill('Asked the vendor about the exceptions.')
  await chooseFiles(page, page.getByLabel('Upload report'), { name: 'while-editing.pdf' })
  await expect(listedAs(page, 'Documents', 'while-editing.pdf')).toHaveCount(1)
  await expect(text).toHaveValue('Asked the vendor about the exceptions.')
  await expect(page.getByRole('status').filter({ hasText: 'Unsaved changes' })).toBeVisible()
})

test('files are chosen, canceled and sent again by keyboard alone', async ({
  open,
  page,
  mode,
}) => {
  // In the demo the scenario slows the line down. In live mode Prism would hold the bodies back.
  await open(reviewPath(overdue), {
    ...(mode === 'demo' && { scenario: 'slow@uploadVendorDocument*1' }),
    unchecked: true,
  })
  if (mode === 'live') await limitUpload(page, 1_000_000)
  await page.getByLabel('Upload report').focus()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles({
    name: 'keyboard.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(5_000_000)]),
  })
  await expect(uploadOf(page, 'keyboard.pdf').getByRole('progressbar')).toHaveAttribute(
    'aria-valuenow',
    /^[1-9]\d?$/,
  )
  await page.getByRole('button', { name: 'Cancel keyboard.pdf' }).focus()
  await page.keyboard.press('Enter')
  await expectUpload(page, 'keyboard.pdf', 'Canceled')
  await expect(page.getByRole('button', { name: 'Retry keyboard.pdf' })).toBeFocused()
  if (mode === 'live') await limitUpload(page, -1)
  await page.keyboard.press('Enter')
  await expectUpload(page, 'keyboard.pdf', 'Uploaded')
  await expect(listedAs(page, 'Documents', 'keyboard.pdf')).toHaveCount(1)
  await uploadOf(page, 'keyboard.pdf').getByRole('button', { name: 'Remove' }).focus()
  await page.keyboard.press('Enter')
  await expect(uploadsOf(page)).toBeHidden()
})

test('a document opens in a new tab that cannot reach back', async ({
  open,
  page,
  context,
  mode,
}) => {
  await open(reviewPath(nearlyFinished))
  // Listen as soon as there is a tab: the download may begin before the test gets the tab.
  const saved = new Promise<Download>((resolve) => {
    context.once('page', (tab) => tab.once('download', resolve))
  })
  const opened = context.waitForEvent('page')
  await page.getByRole('button', { name: 'northwind-bridge-letter.pdf' }).click()
  const tab = await opened
  if (mode === 'live')
    // The host of the file sends it as a download.
    expect((await saved).suggestedFilename()).toBe('northwind-bridge-letter.pdf')
  // A browser that cannot show a PDF downloads it.
  else await Promise.any([saved, tab.waitForURL(/^http/)])
  expect(await tab.evaluate(() => window.opener === null)).toBe(true)
  await tab.close()

  await open(reviewPath(nearlyFinished), { scenario: 'error-404@getVendorDocument' })
  await page.getByRole('button', { name: 'northwind-bridge-letter.pdf' }).click()
  await expectNotice(page, 'Drata has no such record')
})

test('the lists say when they are empty and when they failed', async ({ open, page }) => {
  await open(reviewPath(overdue), {
    scenario: 'empty@getVendorDocuments,error-403@listVendorSecurityReviewSecurityQuestionnaires*1',
  })
  await expect(page.getByText('No documents yet. Upload the vendor’s report.')).toBeVisible()
  const questionnaires = page.getByRole('region', { name: 'Questionnaires' })
  await expect(questionnaires.getByRole('alert')).toContainText('List Vendor Questionnaire')
  await questionnaires.getByRole('button', { name: 'Try again' }).click()
  await expect(
    page.getByRole('list', { name: 'Questionnaires' }).getByRole('listitem'),
  ).toHaveCount(2)
})
