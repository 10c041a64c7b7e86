import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expectUpload, limitUpload, uploadsOf } from './helpers/files.ts'
import { expect, test } from './helpers/fixtures.ts'
import { chooseFiles, reviewPath } from './helpers/pages.ts'

const { nearlyFinished } = LANDMARKS

test('uploads that are done give way to the page, and one that failed does not', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(reviewPath(nearlyFinished), { scenario: 'error-500@uploadVendorDocument~4*1' })
  const report = page.getByLabel('Upload report')
  const fold = uploadsOf(page).getByRole('button', { name: 'Show the uploads' })
  await chooseFiles(page, report, ...[1, 2, 3, 4].map((n) => ({ name: `report-${n}.pdf` })))
  await expect(uploadsOf(page).getByRole('status')).toHaveText('4 files uploaded')
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(uploadsOf(page).getByRole('listitem')).toHaveCount(0)
  // Nothing of the page lies below the tray for good.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  const end = page.getByRole('main').getByRole('link').last()
  const [tray, last] = await Promise.all([uploadsOf(page).boundingBox(), end.boundingBox()])
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(tray?.y ?? 0)
  await fold.click()
  await expect(uploadsOf(page).getByRole('listitem')).toHaveCount(4)

  await chooseFiles(page, report, { name: 'failing.pdf' })
  await expectUpload(page, 'failing.pdf', 'Failed')
  await expect(fold).toHaveAttribute('aria-expanded', 'true')
})

test('uploads go on while other pages are open, and the browser asks before the site is left', async ({
  open,
  page,
  mode,
}) => {
  await open(reviewPath(nearlyFinished), {
    ...(mode === 'demo' && { scenario: 'slow@uploadVendorDocument' }),
    unchecked: true,
  })
  if (mode === 'live') await limitUpload(page, 1_000_000)
  await chooseFiles(page, page.getByLabel('Upload report'), {
    name: 'slow.pdf',
    content: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(6_000_000)]),
  })
  await expectUpload(page, 'slow.pdf', 'Uploading')
  await page.getByRole('link', { name: 'Vendors' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  if (mode === 'live') await limitUpload(page, -1)
  await expectUpload(page, 'slow.pdf', 'Uploaded')
})
