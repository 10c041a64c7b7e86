import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { giveTexts } from './helpers/files.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { giveFiles, reviewPath, vendorReviewsPath } from './helpers/pages.ts'

const { northwind, readyToFinalize } = LANDMARKS

const question = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Discard what you entered?' })

/** Clicks beside the dialog, where nothing else is. */
const clickBeside = (page: Page): Promise<void> => page.mouse.click(8, 400)

/** Everything that asks to close a dialog, and is no button that says what it does. */
const attempts = (page: Page, dialog: Locator): (() => Promise<void>)[] => [
  () => clickBeside(page),
  () => page.keyboard.press('Escape'),
  () => dialog.getByRole('button', { name: 'Close' }).click(),
]

/** Tries everything that might lose the input of a dialog. */
const expectHeld = async (page: Page, dialog: Locator): Promise<void> => {
  for (const attempt of attempts(page, dialog)) {
    await attempt()
    await expect(question(page)).toBeVisible()
    await question(page).getByRole('button', { name: 'Keep editing' }).click()
    await expect(question(page)).toBeHidden()
    await expect(dialog).toBeVisible()
  }
}

test('the note of a decision is not lost by a click or a key', async ({ page, open }) => {
  await open(vendorReviewsPath(northwind))
  await page.getByRole('link', { name: readyToFinalize.title, exact: true }).click()
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  const note = dialog.getByRole('textbox', { name: 'Note' })
  const text = 'Seen. '.repeat(83)
  await note.fill(text)
  await expectHeld(page, dialog)
  await expect(note).toHaveValue(text)
  await expect(note).toBeFocused()

  await page.goBack()
  await expect(question(page).getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await expectAccessibleInBoth(page)
  await page.keyboard.press('Enter')
  await expect(note).toHaveValue(text)
  await page.goBack()
  await question(page).getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('heading', { level: 1, name: northwind.name })).toBeVisible()
})

test('a dialog without input closes at once, and one with input when it is told to', async ({
  page,
  open,
}) => {
  await open(reviewPath(readyToFinalize))
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  for (const attempt of attempts(page, dialog)) {
    await page.getByRole('button', { name: 'Finalize' }).click()
    await expect(dialog).toBeVisible()
    await attempt()
    await expect(dialog).toBeHidden()
  }
  await page.getByRole('button', { name: 'Finalize' }).click()
  await dialog.getByRole('radio', { name: 'Rejected' }).check()
  await page.keyboard.press('Escape')
  await question(page).getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Finalize' })).toBeFocused()

  await page.getByRole('button', { name: 'Finalize' }).click()
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Seen.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
})

test('the browser asks before a page with a half-written decision is reloaded', async ({
  page,
  open,
}) => {
  await open(vendorReviewsPath(northwind))
  await page.getByRole('link', { name: readyToFinalize.title, exact: true }).click()
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('Seen.')
  await page.goBack()
  await question(page).getByRole('button', { name: 'Keep editing' }).click()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
})

test('a plan for many vendors is kept, also where only a button filled it in', async ({
  page,
  open,
}) => {
  await open('/vendors')
  await page.getByRole('checkbox', { name: 'Select Emberlyn Dialer', exact: true }).check()
  const start = page.getByRole('button', { name: 'Start reviews' })
  await start.click()
  const dialog = page.getByRole('dialog', { name: 'Start reviews' })
  await expect(dialog.getByRole('button', { name: 'Start 1 review' })).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await start.click()
  const deadline = dialog.getByLabel('Deadline', { exact: true })
  await dialog.getByRole('button', { name: 'In 2 weeks' }).click()
  const chosen = await deadline.inputValue()
  await clickBeside(page)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question(page)).toBeHidden()
  await expect(deadline).toHaveValue(chosen)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await start.click()
  await dialog.getByRole('button', { name: 'Choose a day' }).first().click()
  const calendar = page.getByRole('dialog', { name: 'Choose a day' })
  await expect(calendar.getByRole('button', { pressed: false }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Choose a day' }).first().click()
  await calendar.getByRole('button', { pressed: false }).nth(20).click()
  await expect(calendar).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(question(page)).toBeVisible()
})

test('files that were dropped on the page stay until they are sent or given up', async ({
  page,
  open,
}) => {
  await open(reviewPath(readyToFinalize))
  await giveFiles(page.getByRole('heading', { level: 1 }), 'drop', { name: 'one.pdf' })
  const dialog = page.getByRole('dialog', { name: 'What are these files?' })
  await dialog.getByLabel('one.pdf').selectOption('Bridge letter')
  await expectHeld(page, dialog)
  await giveFiles(dialog, 'paste', { name: 'two.pdf' })
  await expect(dialog.getByLabel('one.pdf')).toHaveValue('BRIDGE_LETTER')
  await expect(dialog.getByLabel('two.pdf')).toBeVisible()
  await dialog.getByRole('button', { name: 'Upload' }).click()
  await expect(dialog).toBeHidden()
  const documents = page.getByRole('list', { name: 'Documents' }).getByRole('listitem')
  await expect(documents.filter({ hasText: 'one.pdf' })).toContainText('Bridge letter')
  await expect(documents.filter({ hasText: 'two.pdf' })).toHaveCount(1)
})

test('a picture that is pasted over a dialog asks what it is, and leaves the dialog alone', async ({
  page,
  open,
}) => {
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  const note = dialog.getByRole('textbox', { name: 'Note' })
  await note.fill('Seen.')
  await giveTexts(note, 'paste', {}, { hasPicture: true })
  const files = page.getByRole('dialog', { name: 'What are these files?' })
  await expect(files.getByLabel('image.png')).toBeVisible()
  await page.keyboard.press('Escape')
  await question(page).getByRole('button', { name: 'Discard' }).click()
  await expect(files).toBeHidden()
  await expect(note).toHaveValue('Seen.')
})

test('the user menu does not cover the dialog that it opens, and is there again afterwards', async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open('/', { scenario: 'role-decide' })
  await page.getByRole('button', { name: 'User menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign out' })
  await dialog.getByRole('checkbox', { name: 'Delete what this browser keeps' }).focus()
  await expect(page.getByRole('group', { name: 'User menu' })).toBeHidden()
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('button', { name: 'Sign out' })).toBeInViewport()
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeFocused()
})
