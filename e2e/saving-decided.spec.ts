import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { reviewPath } from './helpers/pages.ts'
import {
  add,
  beforePut,
  expectState,
  finalizeAsAnother,
  PATH,
  SET_SCENARIO,
  save,
  saveUntilCleared,
  startValues,
  UPDATE,
} from './helpers/saving.ts'

/**
 * Unsaved work at the end of a review: no decision is made over it, and nothing is written
 * afterwards.
 */

const { readyToFinalize } = LANDMARKS

test.describe('a decision', () => {
  const path = `${reviewPath(readyToFinalize)}?open=cpaFirm,findings`
  const api = `/api/v2${reviewPath(readyToFinalize)}`
  const firm = (page: Page): Locator => page.getByRole('textbox', { name: 'CPA firm', exact: true })
  const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Finalize review' })
  const alert = (page: Page): Locator =>
    dialog(page).getByRole('alert', { name: 'Unsaved changes' })

  const finalize = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Finalize', exact: true }).click()

  test('is not made over unsaved work', async ({ page, open }) => {
    await open(path)
    await firm(page).fill('Typed LLP')
    await finalize(page)
    await expect(alert(page)).toBeVisible()
    await expect(dialog(page).getByRole('radiogroup', { name: 'Decision' })).toBeHidden()
    await expectAccessibleInBoth(page)
    await dialog(page).getByRole('button', { name: 'Go back' }).click()
    await expect(dialog(page)).toBeHidden()
    await expectState(page, 'Unsaved changes')
    await finalize(page)
    await dialog(page).getByRole('button', { name: 'Save and continue' }).click()
    await dialog(page).getByRole('radio', { name: 'Approved', exact: true }).check()
    await dialog(page).getByRole('button', { name: 'Finalize review' }).click()
    await expect(page.getByText('Finalized: approved.')).toBeFocused()
    await expect(page.getByText('Typed LLP')).toBeVisible()
  })

  test('is not made when the save before it fails', async ({
    page,
    mode,
    open,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/Failed to load resource/)
    await open(path, { unchecked: true })
    await firm(page).fill('Typed LLP')
    await beforePut(page, 1, () => SET_SCENARIO[mode](page, `error-403@${UPDATE}*1`))
    await finalize(page)
    await dialog(page).getByRole('button', { name: 'Save and continue' }).click()
    await expect(dialog(page)).toContainText('Nothing was decided.')
    await expect(dialog(page).getByRole('radiogroup', { name: 'Decision' })).toBeHidden()
    await dialog(page).getByRole('button', { name: 'Go back' }).click()
    await expect(page.getByRole('list', { name: 'State' })).toContainText('In progress')
    await expect(firm(page)).toHaveValue('Typed LLP')
  })

  test('of a colleague stops a save: nothing is written, and the words can be found', async ({
    page,
    open,
    allowConsoleErrors,
  }) => {
    allowConsoleErrors(/status of 422/)
    await open(path)
    await firm(page).fill('Typed LLP')
    await expectState(page, 'Unsaved changes')
    await finalizeAsAnother(page, api)
    const puts: unknown[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') puts.push(request.url())
    })
    await save(page)
    const kept = page.getByRole('alert').filter({ hasText: 'were not saved' })
    await expect(kept).toBeVisible()
    await page.keyboard.press('ControlOrMeta+s')
    await kept.getByRole('button', { name: 'Show them' }).click()
    const words = page.getByRole('dialog', { name: 'Unsaved text' })
    await expect(words).toContainText('Typed LLP')
    await expectAccessibleInBoth(page)
    await words.getByRole('button', { name: 'Close' }).last().click()
    expect(puts).toEqual([])

    await page.reload()
    await expect(kept).toBeVisible()
    await page.getByRole('button', { name: 'Reopen' }).click()
    const reopen = page.getByRole('dialog', { name: 'Reopen review' })
    await expect(reopen.getByRole('alert', { name: 'Unsaved changes' })).toBeVisible()
    await reopen.getByRole('button', { name: 'Continue' }).click()
    await reopen.getByRole('button', { name: 'Reopen review' }).click()
    await expect(firm(page)).toHaveValue('Typed LLP')
    await save(page)
    await expectState(page, 'Saved')
  })

  test('between my clear and my return leaves a list empty, and the page says so', async ({
    page,
    open,
  }) => {
    await open(path)
    await page.getByRole('button', { name: 'Add finding' }).click()
    await page.getByRole('textbox', { name: 'Finding 1' }).fill('one')
    await page
      .getByRole('radiogroup', { name: 'Material impact' })
      .getByRole('radio')
      .first()
      .check()
    await save(page)
    await expectState(page, 'Saved')
    await page.getByRole('textbox', { name: 'Finding 1' }).fill('one, reworded')
    await saveUntilCleared(page)
    await page.goto('about:blank')
    await page.goBack()
    await expect(page.getByRole('alert', { name: 'Unfinished save' })).toBeVisible()
    await finalizeAsAnother(page, api)
    await open(path)
    const kept = page.getByRole('alert').filter({ hasText: 'were not saved' })
    await expect(kept).toContainText('Findings is empty')
    await kept.getByRole('button', { name: 'Show them' }).click()
    await expect(page.getByRole('dialog', { name: 'Unsaved text' })).toContainText('one, reworded')
  })
})

test('behind a gateway that only reads, unsaved words are found and nothing is forecast @demo', async ({
  page,
  open,
}) => {
  await open(PATH)
  await startValues(page)
  await add(page, 'mine')
  await expectState(page, 'Unsaved changes')
  await page.reload()
  await expectState(page, 'Unsaved changes')
  await open(PATH, { scenario: 'read-only' })
  const kept = page.getByRole('alert').filter({ hasText: 'cannot be saved here' })
  await expect(kept).toBeVisible()
  await expect(page.getByText('forecast')).toHaveCount(0)
  await kept.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByRole('dialog', { name: 'Unsaved text' })).toContainText('mine')
})
