import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath, tabTo } from './helpers/pages.ts'

const { empty, nearlyFinished } = LANDMARKS

const choose = async (page: Page, question: string, answer: string): Promise<void> => {
  const radio = page
    .getByRole('radiogroup', { name: question, exact: true })
    .getByRole('radio', { name: answer, exact: true })
  const first = page
    .getByRole('radiogroup', { name: question, exact: true })
    .getByRole('radio')
    .first()
  await tabTo(page, first)
  await page.keyboard.press('Space')
  while (!(await radio.isChecked())) await page.keyboard.press('ArrowRight')
}

const write = async (page: Page, control: Locator, text: string): Promise<void> => {
  await tabTo(page, control)
  await page.keyboard.type(text)
}

const openPanel = async (page: Page, name: string): Promise<Locator> => {
  await tabTo(page, page.getByRole('button', { name: new RegExp(`^${name}`), expanded: false }))
  await page.keyboard.press('Enter')
  return page.getByRole('region', { name, exact: true })
}

test('a form is filled from empty to finalized with the keyboard alone', async ({ page, open }) => {
  await open(reviewPath(empty))
  await expect(page.getByRole('button', { name: 'Expand all' })).toBeVisible()

  await openPanel(page, 'Reviewer information')
  await write(page, page.getByRole('combobox', { name: 'Reviewer' }), 'Ada')
  await expect(page.getByRole('option', { name: 'Ada Reyes' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await write(page, page.getByLabel('Report issue date', { exact: true }), '15/03/2026')

  await openPanel(page, 'Compliance scope')
  await choose(page, 'Certification', 'SOC 2')
  await choose(page, 'Scope type', 'Type 2')
  await write(page, page.getByLabel('Audit period start', { exact: true }), '01012025')
  await write(page, page.getByLabel('Audit period end', { exact: true }), '31 Dec 2025')
  await tabTo(page, page.getByRole('checkbox', { name: 'Security' }))
  await page.keyboard.press('Space')

  await openPanel(page, 'Report opinion')
  await choose(page, 'Report opinion', 'Unqualified')
  await choose(page, 'Control objectives encompass business needs', 'Yes')

  await openPanel(page, 'Findings')
  await tabTo(page, page.getByRole('button', { name: 'Add finding' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Finding 1' })).toBeFocused()
  await page.keyboard.type('CC6.2 – 2 of 25 leavers kept access')
  await expect(page.getByRole('radiogroup', { name: 'Material impact' })).toBeVisible()
  await choose(page, 'Material impact', 'No')

  await openPanel(page, 'Services and locations')
  await tabTo(page, page.getByRole('button', { name: 'Add service' }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ledger')
  await tabTo(page, page.getByRole('button', { name: 'Add location' }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('Porto')
  await write(page, page.getByRole('textbox', { name: 'State or country 1' }), 'Portugal')

  const firm = await openPanel(page, 'CPA firm')
  await write(page, firm.getByRole('textbox', { name: 'CPA firm' }), 'Hollis LLP')
  await write(page, firm.getByRole('textbox', { name: 'Procedure performed' }), 'Licence read')

  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await expect(page.getByText('Ready to finalize')).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Finalize' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('radio', { name: 'Approved', exact: true }))
  await page.keyboard.press('Space')
  await tabTo(page, dialog.getByRole('button', { name: 'Finalize review' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Finalized: approved.')).toBeFocused()
  await expect(page.getByText('This review is completed and read-only.')).toBeVisible()
})

test('findings are reordered by the keyboard, saved and read back', async ({ page, open }) => {
  await open(`${reviewPath(nearlyFinished)}?open=findings`)
  const first = page.getByRole('textbox', { name: 'Finding 1' })
  const text = await first.inputValue()
  await page.getByRole('button', { name: 'Move finding 1', exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'Move finding 2', exact: true })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Finding 2' })).toHaveValue(text)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Finding 3' })).toHaveValue(text)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Finding 3' })).toHaveValue(text)
})
