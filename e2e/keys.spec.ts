import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath } from './helpers/pages.ts'
import { openPanels } from './helpers/soc-form.ts'

const { nearlyFinished, readyToFinalize } = LANDMARKS

/** What an input method does with a key: it reports the key, and keeps it. */
const COMPOSING = [
  { isComposing: true, keyCode: 229 },
  // Safari, after the composition has ended.
  { isComposing: false, keyCode: 229 },
]

/** Presses a key that an input method takes. */
const pressComposing = async (target: Locator, key: string): Promise<void> => {
  for (const taken of COMPOSING) await target.dispatchEvent('keydown', { key, ...taken })
}

/** Presses Ctrl with a key of another layout. @returns whether the page kept it from the browser */
const pressCtrl = async (page: Page, key: string, code: string): Promise<boolean> => {
  await page.evaluate(() =>
    window.addEventListener(
      'keydown',
      (event) => {
        document.title = event.defaultPrevented ? 'kept' : 'left to the browser'
      },
      { once: true },
    ),
  )
  const session = await page.context().newCDPSession(page)
  for (const type of ['rawKeyDown', 'keyUp'] as const)
    await session.send('Input.dispatchKeyEvent', { type, key, code, modifiers: 2 })
  return (await page.title()) === 'kept'
}

for (const [layout, key, code] of [
  ['Cyrillic', 'ы', 'KeyS'],
  ['Greek', 'σ', 'KeyS'],
  ['Hebrew', 'ד', 'KeyS'],
  ['Dvorak', 's', 'Semicolon'],
] as const)
  test(`Ctrl+S saves on a ${layout} layout`, async ({ page, open }) => {
    await open(openPanels('cpaFirm'))
    await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis LLP')
    await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
    expect(await pressCtrl(page, key, code)).toBe(true)
    await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Saved')
  })

test('a key in the place of “s” is left to the browser where it writes another letter', async ({
  page,
  open,
}) => {
  await open(openPanels('cpaFirm'))
  await page.getByRole('textbox', { name: 'CPA firm' }).fill('Hollis LLP')
  expect(await pressCtrl(page, 'o', 'KeyS')).toBe(false)
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
})

test('the keys that choose or drop a candidate do nothing to the title', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  await page.getByRole('button', { name: 'Edit title' }).click()
  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  await title.fill('')
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', {
    text: '監査',
    selectionStart: 2,
    selectionEnd: 2,
  })
  await pressComposing(title, 'Enter')
  await pressComposing(title, 'Escape')
  await session.send('Input.insertText', { text: '監査' })
  await expect(title).toHaveValue('監査')
  await expect(title).toBeFocused()
  await title.press('Enter')
  await expect(title).toBeHidden()
  await expect(page.getByText('will be saved as “監査”')).toBeVisible()

  await page.getByRole('button', { name: 'Edit title' }).press('Enter')
  await expect(title).toBeFocused()
  await title.press('Escape')
  await expect(page.getByText('will be saved as')).toBeHidden()
})

test('“Done” is pressed by Enter, and the title stays closed', async ({ page, open }) => {
  await open(reviewPath(nearlyFinished))
  await page.getByRole('button', { name: 'Edit title' }).click()
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('SOC 2 2026, final')
  await page.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(page.getByText('will be saved as “SOC 2 2026, final”')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit title' })).toBeFocused()
})

test('a candidate is chosen in a list and in a search without moving rows or adding any', async ({
  page,
  open,
}) => {
  await open(openPanels('findings', 'reviewerInformation'))
  await page.getByRole('button', { name: 'Add finding' }).click()
  const finding = page.getByRole('textbox', { name: 'Finding 1' })
  await finding.fill('監査')
  for (const taken of COMPOSING)
    await finding.dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, ...taken })
  await expect(page.getByRole('textbox', { name: 'Finding 2' })).toBeHidden()

  const reviewer = page.getByRole('combobox', { name: 'Reviewer' })
  await reviewer.fill('Ada')
  await expect(page.getByRole('option', { name: 'Ada Reyes' })).toBeVisible()
  await reviewer.press('ArrowDown')
  for (const key of ['Enter', 'Escape'])
    for (const taken of COMPOSING)
      await reviewer.dispatchEvent('keydown', { key, code: key, ...taken })
  await expect(page.getByRole('option', { name: 'Ada Reyes' })).toBeVisible()
  await expect(reviewer).toHaveValue('Ada')
  await reviewer.press('Enter')
  await expect(reviewer).toHaveValue('Ada Reyes')
})

test('Alt with an arrow moves a row from its handle, and the cursor in its text', async ({
  page,
  open,
}) => {
  await open(`${reviewPath(nearlyFinished)}?open=findings`)
  const [first, second] = [1, 2].map((number) =>
    page.getByRole('textbox', { name: `Finding ${number}` }),
  ) as [Locator, Locator]
  const [one, two] = [await first.inputValue(), await second.inputValue()]
  await second.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(second).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(second).toBeFocused()
  await expect(first).toHaveValue(one)
  await page.getByRole('button', { name: 'Move finding 2', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(first).toHaveValue(two)
  await expect(page.getByRole('button', { name: 'Move finding 1', exact: true })).toBeFocused()
})

test('the keys of the page do nothing under a dialog', async ({ page, open }) => {
  await open(reviewPath(readyToFinalize))
  await page.getByRole('button', { name: 'Edit title' }).click()
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('SOC 1 2026, final')
  await page.getByRole('button', { name: 'Finalize' }).click()
  const dialog = page.getByRole('dialog', { name: 'Finalize review' })
  await expect(dialog.getByRole('alert', { name: 'Unsaved changes' })).toBeVisible()
  expect(await pressCtrl(page, 's', 'KeyS')).toBe(true)
  await page.keyboard.press('F8')
  await expect(dialog.getByRole('button', { name: 'Save and continue' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Go back' }).click()
  await expect(page.getByRole('status', { name: 'Saving' })).toHaveText('Unsaved changes')
})
