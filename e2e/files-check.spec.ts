import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockedOfficeOf, openXmlOf, utf16Of, workbookOf, zipOf } from '../mocks/made-files.ts'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expectUpload, listedAs, uploadOf, XLSX } from './helpers/files.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { chooseFiles, expectNotice, giveFiles, reviewPath } from './helpers/pages.ts'

const { nearlyFinished, overdue, quietHarbor } = LANDMARKS
const TEN_SECONDS_MS = 10_000

test('genuine files are taken, whatever this computer calls their type', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished))
  const files = [
    ['genuine.xlsx', 'application/octet-stream', workbookOf()],
    ['genuine.pdf', 'application/x-pdf', `${'a'.repeat(1_023)}%PDF-1.4\n`],
    ['genuine.csv', 'application/csv', utf16Of('Größe\tja\r\n')],
  ] as const
  await giveFiles(
    page.getByLabel('Upload questionnaires'),
    'drop',
    ...files.map(([name, mimeType, content]) => ({
      name,
      mimeType,
      content: Buffer.from(content),
    })),
  )
  for (const [name] of files) {
    await expectUpload(page, name, 'Uploaded')
    await expect(listedAs(page, 'Questionnaires', name)).toHaveCount(1)
  }
})

test('a file that is refused says the way out', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished))
  const macros = openXmlOf('vnd.ms-excel.sheet.macroEnabled.main')
  await giveFiles(
    page.getByLabel('Upload questionnaires'),
    'drop',
    { name: 'locked.xlsx', mimeType: XLSX, content: Buffer.from(lockedOfficeOf()) },
    { name: 'macros.xlsm', mimeType: '', content: Buffer.from(macros) },
    { name: 'macros.xlsx', mimeType: XLSX, content: Buffer.from(macros) },
    { name: 'rich.doc', mimeType: 'application/msword', content: '{\\rtf1\\ansi' },
    { name: 'archive.docx', mimeType: '', content: Buffer.from(zipOf({ 'a.pdf': '%PDF-1.4' })) },
    { name: 'sign-in.csv', mimeType: 'text/csv', content: '<!doctype html><title>Sign in' },
    { name: 'report.pdf.crdownload', mimeType: '' },
  )
  await expect(
    page.getByRole('list', { name: 'Files not uploaded' }).getByRole('listitem'),
  ).toHaveText([
    '“locked.xlsx” is protected by a password. Ask the sender for it without one, or save it without one yourself.',
    '“macros.xlsm” is a .xlsm file, which is not accepted. Open it in Excel, save it as .xlsx, and choose that file.',
    /^“macros.xlsx” does not start like a .xlsx file, but like a .xlsm file. Open it in Excel/,
    /^“rich.doc” does not start like a .doc file, but like a .rtf file. Open it in Word, save it as .docx/,
    /^“archive.docx” does not .* but like a .zip file. Unpack it/,
    /^“sign-in.csv” does not .* but like a .html file. Open it, print it to PDF/,
    /^“report.pdf.crdownload” .* Its download has not finished/,
  ])
  await expectAccessibleInBoth(page)
})

test('hidden files of programs are left out with one remark', async ({ open, page }) => {
  await open(reviewPath(overdue))
  await giveFiles(
    page.getByLabel('Upload questionnaires'),
    'drop',
    { name: 'folder-answers.csv', mimeType: 'text/csv', content: 'a,b' },
    { name: '~$folder-answers.xlsx', mimeType: XLSX, content: '\u0005user' },
    { name: '._folder-answers.csv', mimeType: 'text/csv', content: '\0\u0005\u0016\u0007' },
    { name: 'desktop.ini', mimeType: '', content: '[.ShellClassInfo]' },
  )
  await expect(listedAs(page, 'Questionnaires', 'folder-answers.csv')).toHaveCount(1)
  await expectNotice(
    page,
    '“~$folder-answers.xlsx”, “._folder-answers.csv” and “desktop.ini” were left out',
  )
  await expect(page.getByRole('list', { name: 'Files not uploaded' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('were left out')).toHaveCount(0)

  await giveFiles(page.getByRole('main'), 'paste', { name: '~$report.docx' })
  await expect(page.getByRole('dialog', { name: 'Nothing to upload' })).toContainText(
    '“~$report.docx” was left out',
  )
})

test('a file that changed since it was chosen is to be chosen again', async ({ open, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-'))
  const path = join(folder, 'changing.pdf')
  await writeFile(path, '%PDF-1.4\nfirst')
  await open(reviewPath(nearlyFinished), { scenario: 'error-503@uploadVendorDocument*1' })
  await page.getByLabel('Upload report').setInputFiles(path)
  const upload = uploadOf(page, 'changing.pdf')
  await expect(upload.getByRole('alert')).toContainText('temporarily unavailable')
  await writeFile(path, '%PDF-1.4\nsecond, and longer')
  // Browsers tell by the second whether a file has changed.
  const later = new Date(Date.now() + TEN_SECONDS_MS)
  await utimes(path, later, later)
  await upload.getByRole('button', { name: 'Retry' }).click()
  await expect(upload.getByRole('alert')).toHaveText(
    'The file changed since you chose it, or can no longer be read. Choose it again.',
  )
  await expect(upload.getByRole('button', { name: 'Retry' })).toHaveCount(0)
  await page.getByLabel('Upload report').setInputFiles(path)
  await expect(listedAs(page, 'Documents', 'changing.pdf')).toHaveCount(1)

  await open(`/vendors/${quietHarbor.id}/security-reviews/new`)
  await page.getByLabel('Report file').setInputFiles(path)
  await expect(page.getByRole('list', { name: 'Chosen report' })).toContainText('changing.pdf')
  await writeFile(path, '%PDF-1.4\nthird')
  await page.getByRole('button', { name: 'Create review' }).click()
  await expectNotice(
    page,
    'The file changed since you chose it, or can no longer be read. Choose it again.',
  )
  await rm(folder, { recursive: true })
})

test('a file whose answer was lost is not sent again while a new one may be it', async ({
  open,
  page,
}) => {
  await open(reviewPath(nearlyFinished), {
    scenario: 'rename-files@uploadVendorDocument,drop-after@uploadVendorDocument',
  })
  const [name, listedName] = ['SOC 2 Report (final).pdf', 'SOC_2_Report__final_.pdf']
  await chooseFiles(page, page.getByLabel('Upload report'), { name })
  await expect(uploadOf(page, name).getByRole('alert')).toContainText(
    `it may have arrived. Look for it in the list, under this name or another. New there: “${listedName}”.`,
  )
  await expect(listedAs(page, 'Documents', listedName)).toHaveCount(1)
  await chooseFiles(page, page.getByLabel('Upload report'), { name })
  await expect(page.getByRole('list', { name: 'Files not uploaded' })).toContainText(
    `“${name}” may already be there as “${listedName}”.`,
  )
})
