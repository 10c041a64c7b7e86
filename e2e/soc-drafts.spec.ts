import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath } from './helpers/pages.ts'

const { empty, nearlyFinished } = LANDMARKS
const PATH = `${reviewPath(empty)}?open=cpaFirm`

const firm = (page: Page): Locator => page.getByRole('textbox', { name: 'CPA firm', exact: true })

const expectState = (page: Page, state: string): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saving' })).toHaveText(state)

const type = async (page: Page, text: string): Promise<void> => {
  await firm(page).fill(text)
  await expectState(page, 'Unsaved changes')
}

const restored = (page: Page): Locator =>
  page.getByRole('alert').filter({ hasText: 'Unsaved changes restored' })

const leave = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Vendors', exact: true }).first().click()

const expectVendors = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()

const question = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Leave with unsaved changes?' })

test('what is typed is restored after a reload, until it is discarded', async ({ page, open }) => {
  await open(PATH)
  await type(page, 'Hollis')
  await page.reload()
  await expect(restored(page)).toBeVisible()
  await expect(firm(page)).toHaveValue('Hollis')
  await expectState(page, 'Unsaved changes')
  await restored(page).getByRole('button', { name: 'Discard' }).click()
  await expect(firm(page)).toHaveValue('')
  await expect(restored(page)).toBeHidden()
  await expectState(page, 'Saved')
  await page.reload()
  await expect(firm(page)).toHaveValue('')
  await expectState(page, 'Saved')
  await expect(restored(page)).toBeHidden()
})

test('what is saved is not restored', async ({ page, open }) => {
  await open(PATH)
  await type(page, 'Hollis')
  await page.keyboard.press('ControlOrMeta+s')
  await expectState(page, 'Saved')
  await page.reload()
  await expect(firm(page)).toHaveValue('Hollis')
  await expectState(page, 'Saved')
  await expect(restored(page)).toBeHidden()
})

test('leaving with unsaved work asks, and coming back restores it', async ({ page, open }) => {
  await open(PATH)
  await type(page, 'Hollis')
  await leave(page)
  await question(page).getByRole('button', { name: 'Stay' }).click()
  await expect(question(page)).toBeHidden()
  await expect(firm(page)).toHaveValue('Hollis')
  await leave(page)
  await question(page).getByRole('button', { name: 'Leave' }).click()
  await expectVendors(page)
  await page.goBack()
  await expect(restored(page)).toBeVisible()
  await expect(firm(page)).toHaveValue('Hollis')
})

test('a form without changes never asks', async ({ page, open }) => {
  await open(PATH)
  await type(page, 'Hollis')
  await firm(page).fill('')
  await expectState(page, 'Saved')
  const panel = page.getByRole('button', { name: /^CPA firm/ })
  await panel.click()
  await expect(firm(page)).toBeHidden()
  await page.getByRole('button', { name: /^Findings/ }).click()
  await expect(page.getByRole('button', { name: 'Add finding' })).toBeVisible()
  await leave(page)
  await expectVendors(page)
  await expect(question(page)).toBeHidden()
})

test('opening and closing panels asks nothing and keeps what is typed', async ({ page, open }) => {
  await open(PATH)
  await type(page, 'Hollis')
  const panel = page.getByRole('button', { name: /^CPA firm/ })
  await panel.click()
  await expect(firm(page)).toBeHidden()
  await panel.click()
  await expect(firm(page)).toHaveValue('Hollis')
  await expect(question(page)).toBeHidden()
  await expectState(page, 'Unsaved changes')
})

test('two tabs know of each other and keep their drafts apart', async ({ page, open }) => {
  const notice = 'This review is also open in another tab.'
  await open(PATH)
  await expect(firm(page)).toBeVisible()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(other.getByText(notice)).toBeVisible()
  await expect(page.getByText(notice)).toBeVisible()
  await type(page, 'Mine')
  await type(other, 'Theirs')
  await page.reload()
  await expect(restored(page)).toBeVisible()
  await expect(firm(page)).toHaveValue('Mine')
  await other.reload()
  await expect(restored(other)).toBeVisible()
  await expect(firm(other)).toHaveValue('Theirs')
  await other.close()
  await expect(page.getByText(notice)).toBeHidden()
  await expect(firm(page)).toHaveValue('Mine')
})

test('a hundred pasted lines are a hundred findings, saved and read back', async ({
  page,
  open,
}) => {
  const lines = Array.from({ length: 100 }, (_, index) => `CC${index + 1}.1 – line ${index + 1}`)
  const texts = page.getByRole('region', { name: 'Findings', exact: true }).getByRole('textbox')
  const values = (): Promise<string[]> =>
    texts.evaluateAll((all) => all.map((text) => (text as HTMLTextAreaElement).value))
  await open(`${reviewPath(empty)}?open=findings`)
  await page.getByRole('button', { name: 'Add finding' }).click()
  await expect(texts).toBeFocused()
  await texts.evaluate((target, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const options = { clipboardData, bubbles: true, cancelable: true }
    target.dispatchEvent(new ClipboardEvent('paste', options))
  }, lines.join('\n'))
  await expect(texts).toHaveCount(100)
  await expectState(page, 'Unsaved changes')
  await page.keyboard.press('ControlOrMeta+s')
  await expectState(page, 'Saved')
  await page.reload()
  await expect.poll(values).toEqual(lines)
})

test('the button walks through the missing fields by mouse alone', async ({ page, open }) => {
  const firstRadio = (name: string): Locator =>
    page.getByRole('radiogroup', { name, exact: true }).getByRole('radio').first()
  await open(reviewPath(nearlyFinished))
  const next = page.getByRole('button', { name: 'Next missing field' })
  for (const name of [
    'Report opinion',
    'Control objectives encompass business needs',
    'Material impact',
    'Report opinion',
  ]) {
    await next.click()
    await expect(firstRadio(name)).toBeFocused()
  }
  // A field that was filled in is no longer missing, and the way goes on from its place.
  await page.keyboard.press('Space')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
  await next.click()
  await expect(firstRadio('Control objectives encompass business needs')).toBeFocused()
})

test('a jump to a control that loads late ends in the control', async ({ page, open }) => {
  let letIn = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letIn = resolve
  })
  await page.route(/person-select.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await open(reviewPath(empty))
  await page.getByRole('button', { name: 'Next missing field' }).click()
  await expect(page.getByRole('button', { name: /^Reviewer information/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  )
  letIn()
  const reviewer = page.getByRole('combobox', { name: 'Reviewer' })
  await expect(reviewer).toBeFocused()
  await page.keyboard.type('Hiroko')
  await expect(reviewer).toHaveValue('Hiroko')
})

test('button and key walk through the missing fields', async ({ page, open }) => {
  const firstRadio = (name: string): Locator =>
    page.getByRole('radiogroup', { name, exact: true }).getByRole('radio').first()
  await open(reviewPath(nearlyFinished))
  await page.getByRole('button', { name: 'Next missing field' }).click()
  await expect(firstRadio('Report opinion')).toBeFocused()
  await page.keyboard.press('F8')
  await expect(firstRadio('Control objectives encompass business needs')).toBeFocused()
  await page.keyboard.press('F8')
  await expect(firstRadio('Material impact')).toBeFocused()
  await page.keyboard.press('F8')
  await expect(firstRadio('Report opinion')).toBeFocused()
})
