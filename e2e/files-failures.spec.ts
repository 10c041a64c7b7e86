import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expectUpload, listedAs, spreadsheet, uploadOf, uploadsOf } from './helpers/files.ts'
import { expect, expectAccessible, test } from './helpers/fixtures.ts'
import { chooseFiles, reviewPath } from './helpers/pages.ts'

const { nearlyFinished } = LANDMARKS
const QUESTIONNAIRES = 'sendSecurityQuestionnaireForSecurityReview'

for (const { status, sentence } of [
  { status: 413, sentence: 'larger than Drata accepts' },
  { status: 503, sentence: 'did not arrive. Drata is temporarily unavailable' },
])
  test(`${status}: a file that failed says why, and is sent again`, async ({ open, page }) => {
    await open(reviewPath(nearlyFinished), {
      scenario: `error-${status}@uploadVendorDocument*1`,
    })
    await chooseFiles(page, page.getByLabel('Upload report'), { name: 'new.pdf' })
    await expectUpload(page, 'new.pdf', 'Failed')
    await expect(uploadOf(page, 'new.pdf').getByRole('alert')).toContainText(sentence)
    await uploadOf(page, 'new.pdf').getByRole('button', { name: 'Retry' }).click()
    await expectUpload(page, 'new.pdf', 'Uploaded')
    await expect(listedAs(page, 'Documents', 'new.pdf')).toHaveCount(1)
  })

test('429: the uploads wait as long as the service says, and say so', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished), { scenario: 'error-429@uploadVendorDocument*3' })
  await chooseFiles(
    page,
    page.getByLabel('Upload report'),
    ...['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => ({ name })),
  )
  await expect(uploadsOf(page)).toContainText('Drata is limiting requests')
  await expect(uploadsOf(page).getByRole('status').first()).toHaveText('4 files uploaded')
  for (const name of ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'])
    await expect(listedAs(page, 'Documents', name)).toHaveCount(1)
})

test('five files of which one fails: four arrive, and the one is sent again', async ({
  open,
  page,
}) => {
  // The request with all five files is refused. Then each file is sent alone, and the first is
  // refused again.
  await open(reviewPath(nearlyFinished), { scenario: `error-400@${QUESTIONNAIRES}*2` })
  const names = [1, 2, 3, 4, 5].map((number) => `answers-${number}.xlsx`)
  await chooseFiles(page, page.getByLabel('Upload questionnaires'), ...names.map(spreadsheet))
  await expect(uploadsOf(page).getByRole('status')).toHaveText('1 file failed, 4 uploaded')
  await uploadsOf(page)
    .getByRole('button', { name: /^Retry answers/ })
    .click()
  await expect(uploadsOf(page).getByRole('status')).toHaveText('5 files uploaded')
  for (const name of names) await expect(listedAs(page, 'Questionnaires', name)).toHaveCount(1)
})

test('a lost answer: what arrived is found, and nothing is sent twice', async ({ open, page }) => {
  await open(reviewPath(nearlyFinished), {
    scenario: `drop-after@uploadVendorDocument,drop-after@${QUESTIONNAIRES}`,
  })
  await chooseFiles(page, page.getByLabel('Upload report'), { name: 'new.pdf' })
  await expectUpload(page, 'new.pdf', 'Uploaded')
  await chooseFiles(
    page,
    page.getByLabel('Upload questionnaires'),
    spreadsheet('one.xlsx'),
    spreadsheet('two.xlsx'),
  )
  await expectUpload(page, 'one.xlsx', 'Uploaded')
  await expectUpload(page, 'two.xlsx', 'Uploaded')
  await expect(listedAs(page, 'Documents', 'new.pdf')).toHaveCount(1)
  await expect(listedAs(page, 'Questionnaires', 'one.xlsx')).toHaveCount(1)
})

// The demo needs no network.
test('without a network a file fails, and goes when it is back @live', async ({
  open,
  page,
  setOffline,
}) => {
  await open(reviewPath(nearlyFinished))
  await expect(listedAs(page, 'Documents', 'northwind-bridge-letter.pdf')).toHaveCount(1)
  await setOffline(true)
  await chooseFiles(page, page.getByLabel('Upload report'), { name: 'new.pdf' })
  await expectUpload(page, 'new.pdf', 'Failed')
  await expect(uploadOf(page, 'new.pdf').getByRole('alert')).toContainText(
    'Retry when the connection is back',
  )
  await uploadOf(page, 'new.pdf').getByRole('button', { name: 'Retry' }).click()
  await expectUpload(page, 'new.pdf', 'Failed')
  await setOffline(false)
  await uploadOf(page, 'new.pdf').getByRole('button', { name: 'Retry' }).click()
  await expectUpload(page, 'new.pdf', 'Uploaded')
  await expect(listedAs(page, 'Documents', 'new.pdf')).toHaveCount(1)
})

test('a file waits while the session has ended, and goes once it is back', async ({
  open,
  page,
}) => {
  await open(reviewPath(nearlyFinished), { scenario: 'signed-out@getVendorDocuments' })
  await expect(page.getByText('then come back')).toBeVisible()
  await chooseFiles(page, page.getByLabel('Upload report'), { name: 'new.pdf' })
  await expect(uploadOf(page, 'new.pdf')).toContainText('once you have signed in again')
  await expect(
    uploadsOf(page).getByRole('link', { name: 'signed in again in a new tab' }),
  ).toBeVisible()
  await expectAccessible(page)
  // Somebody signs in. The page asks at intervals whether that is so.
  await page.unroute('**/api/**')
  await expectUpload(page, 'new.pdf', 'Uploaded')
  await expect(listedAs(page, 'Documents', 'new.pdf')).toHaveCount(1)
})
