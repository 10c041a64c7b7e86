import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { dropFromDisk, giveTexts, type Texts } from './helpers/files.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling, giveFiles, reviewPath } from './helpers/pages.ts'
import { group, openPanels } from './helpers/soc-form.ts'

const { nearlyFinished, northwind } = LANDMARKS
const NO_FILE = 'That was no file. Save it first, then drop it.'
const LINK = { 'text/uri-list': 'https://mail.example/attachment/1' }

const filesDialog = (page: Page) => page.getByRole('dialog', { name: 'What are these files?' })

/** Copies a text with a picture of it, as office programs do, and pastes both with the keyboard. */
const copyWithPicture = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (copied) => {
    const canvas = new OffscreenCanvas(1, 1)
    canvas.getContext('2d')
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([copied], { type: 'text/plain' }),
        'image/png': await canvas.convertToBlob({ type: 'image/png' }),
      }),
    ])
  }, text)

test('text that travels with its picture goes into the text field', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(`${reviewPath(nearlyFinished)}?open=reportOpinion,findings`)
  const text = page.getByLabel('Follow-up activity')
  await copyWithPicture(page, 'Asked the vendor.')
  await text.fill('')
  await text.press('ControlOrMeta+v')
  await expect(text).toHaveValue('Asked the vendor.')
  await expect(filesDialog(page)).toBeHidden()

  await copyWithPicture(page, 'CC6.1\r\nCC7.2')
  await page.getByRole('button', { name: 'Add finding' }).click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByRole('status').filter({ hasText: 'Added 2 findings' })).toHaveCount(1)
  await expect(filesDialog(page)).toBeHidden()
})

test('a picture alone asks what it is, wherever the cursor is', async ({ page, open }) => {
  await open(`${reviewPath(nearlyFinished)}?open=reportOpinion`)
  const text = page.getByLabel('Follow-up activity')
  await text.focus()
  await giveTexts(text, 'paste', { 'text/html': '<img src="x.png">' }, { hasPicture: true })
  await expect(filesDialog(page).getByLabel('image.png')).toBeVisible()
})

test('a sentence is dragged into a text field, and nothing is asked', async ({ page, open }) => {
  // High enough for both ends of the way.
  await page.setViewportSize({ width: 1280, height: 2_400 })
  await open(openPanels('cpaFirm'))
  const target = page.getByRole('textbox', { name: 'CPA firm' })
  await expect(target).toHaveValue('')
  const heading = page.getByRole('heading', { level: 1 })
  const words = await heading.innerText()
  await heading.selectText()
  await heading.hover({ position: { x: 20, y: 12 } })
  await page.mouse.down()
  await target.hover()
  await target.hover({ position: { x: 10, y: 10 } })
  await page.mouse.up()
  await expect(target).toHaveValue(words)
  await expect(page.getByRole('alert').filter({ hasText: NO_FILE })).toBeHidden()
})

test('what is no file is answered, on a drop zone and on the page', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  const said = page.getByRole('alert').filter({ hasText: NO_FILE })
  const zone = page.getByLabel('Upload report')
  for (const texts of [LINK, { 'text/plain': 'soc2.pdf' }, {}] as Texts[]) {
    await giveTexts(zone, 'drop', texts)
    await expect(said).toHaveCount(1)
    await giveFiles(zone, 'drop', { name: `report-${Object.keys(texts)[0] ?? 0}.pdf` })
    await expect(said).toBeHidden()
  }
  await giveTexts(page.getByRole('heading', { level: 1 }), 'drop', LINK)
  await expect(said).toHaveCount(1)
  await expectAccessibleInBoth(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScrolling(page)
  await said.getByRole('button', { name: 'Dismiss' }).click()
  await expect(said).toBeHidden()
  await giveTexts(page.getByRole('heading', { level: 1 }), 'drop', {})
  await expect(said).toHaveCount(1)
  await expect(filesDialog(page)).toBeHidden()
})

test('an empty folder is answered', async ({ page, open }) => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-'))
  await open(reviewPath(nearlyFinished))
  await dropFromDisk(page.getByLabel('Upload questionnaires'), folder)
  await expect(page.getByText('That folder has no files in it.')).toBeVisible()
  await rm(folder, { recursive: true })
})

test('a new review’s report zone answers, and its fields take dragged text', async ({
  page,
  open,
}) => {
  await open(`/vendors/${northwind.id}/security-reviews/new`)
  await giveTexts(page.getByLabel('Report file'), 'drop', LINK)
  await expect(page.getByText(NO_FILE)).toBeVisible()
  const isRefused = (name: string) =>
    page.getByRole('textbox', { name }).evaluate((field) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/plain', 'words')
      const init = { dataTransfer, bubbles: true, cancelable: true }
      return ['dragover', 'drop'].some((type) => !field.dispatchEvent(new DragEvent(type, init)))
    })
  expect(await isRefused('Title')).toBe(false)
  expect(await isRefused('Note')).toBe(false)
})

test('the printed lines of a control are joined where marks show how', async ({ page, open }) => {
  await open(openPanels('endUserControls'))
  await page.getByRole('button', { name: 'Add user control' }).click()
  const control = (number: number) => page.getByRole('textbox', { name: `User control ${number}` })
  await giveTexts(control(1), 'paste', {
    'text/plain':
      'CUEC-1. Access is restricted by the user\nentity\tYes\nCUEC-2. Access is reviewed\neach quarter\tNo',
  })
  await expect(
    page.getByRole('status').filter({ hasText: 'Added 2 user controls from 4 lines' }),
  ).toHaveCount(1)
  await expect(control(1)).toHaveValue('CUEC-1. Access is restricted by the user entity')
  await expect(page.getByRole('checkbox', { name: 'In place 1' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'In place 2' })).not.toBeChecked()
})

test('the lines of a paste are joined and split by hand', async ({ page, open }) => {
  // So high that nothing lies under the bar that stays in sight.
  await page.setViewportSize({ width: 1280, height: 4_000 })
  await open(openPanels('findings'))
  await page.getByRole('button', { name: 'Add finding' }).click()
  const finding = (number: number) => page.getByRole('textbox', { name: `Finding ${number}` })
  await giveTexts(finding(1), 'paste', {
    'text/plain': 'Two of 25 users\nkept their access\nafter they left.',
  })
  await expect(page.getByRole('status').filter({ hasText: 'Added 3 findings' })).toHaveCount(1)
  await expectAccessibleInBoth(page)
  await page.getByRole('button', { name: 'Join the lines' }).click()
  await expect(finding(1)).toHaveValue('Two of 25 users kept their access after they left.')
  await expect(finding(2)).toBeHidden()
  await expect(finding(1)).toBeFocused()
  await page.getByRole('button', { name: 'Split into lines' }).click()
  await expect(finding(3)).toHaveValue('after they left.')
  await page.getByRole('button', { name: 'Join the lines' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(finding(1)).toHaveValue('')
  await expect(finding(2)).toBeHidden()
})

test('the head of a pasted table is left out, and can be added', async ({ page, open }) => {
  await open(openPanels('findings'))
  await page.getByRole('button', { name: 'Add finding' }).click()
  const finding = (number: number) => page.getByRole('textbox', { name: `Finding ${number}` })
  await giveTexts(finding(1), 'paste', {
    'text/plain': 'No.\tControl\tException\n1\tCC6.2\tLate\n2\tCC6.3\tNever',
  })
  const said = 'Added 2 findings, without the table’s head “No. | Control | Exception”'
  await expect(page.getByRole('listitem').filter({ hasText: said })).toBeVisible()
  await expect(finding(1)).toHaveValue('1 – CC6.2 – Late')
  await page.getByRole('button', { name: 'Add the head, too' }).click()
  await expect(finding(1)).toHaveValue('No. – Control – Exception')
  await expect(finding(3)).toHaveValue('2 – CC6.3 – Never')
  await page.getByRole('button', { name: 'Leave the head out' }).click()
  await expect(finding(2)).toHaveValue('2 – CC6.3 – Never')
  await expect(finding(3)).toBeHidden()
})

test('rows are pasted wherever the focus is in a list, and nowhere else', async ({
  page,
  open,
}) => {
  await open(`${reviewPath(nearlyFinished)}?open=findings,reportOpinion`)
  const findings = page.getByRole('textbox', { name: /^Finding \d+$/ })
  await expect(findings).not.toHaveCount(0)
  const count = await findings.count()
  const text = { 'text/plain': 'One more\nAnd another' }
  await giveTexts(group(page, 'Report opinion').getByRole('radio').first(), 'paste', text)
  await expect(findings).toHaveCount(count)
  for (const [times, place] of [
    page.getByRole('button', { name: 'Remove finding 1', exact: true }),
    page.locator('[id="findings.findings"]'),
    page.getByRole('list', { name: 'findings' }),
  ].entries()) {
    await giveTexts(place, 'paste', text)
    await expect(findings).toHaveCount(count + 2 * (times + 1))
  }
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(findings).toHaveCount(count + 4)
})
