import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, expectAccessible, inBothSchemes, test } from './fixtures.ts'
import { expectNoSidewaysScrolling, reviewPath } from './helpers.ts'
import {
  API,
  add,
  addAsAnother,
  beforePut,
  change,
  expectFindings,
  expectState,
  finalizeAsAnother,
  items,
  PATH,
  PATIENCE,
  rewordAsAnother,
  SET_SCENARIO,
  save,
  saveAsAnother,
  startValues,
  UPDATE,
  watchPuts,
} from './saving-helpers.ts'

/** What an analyst runs into together with others: each of these lost or doubled words once. */

const { readyToFinalize } = LANDMARKS
const question = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Someone else changed this review' })

const decide = async (page: Page, place: string, choice: string): Promise<void> => {
  const group = question(page).getByRole('radiogroup', { name: place })
  await group.getByRole('radio', { name: choice }).check()
  await question(page).getByRole('button', { name: 'Save' }).click()
  await expect(question(page)).toBeHidden(PATIENCE)
}

/** @returns waits until as many have come as there are */
const barrier = (count: number): (() => Promise<void>) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return () => {
    come += 1
    if (come === count) resolve()
    return promise
  }
}

const followUp = (page: Page): Locator => page.getByRole('textbox', { name: 'Follow-up activity' })

test('a finding that I remove and a colleague rewords is asked about', async ({ page, open }) => {
  await open(PATH)
  const [first, second, third] = await startValues(page)
  await page.getByRole('button', { name: 'Remove finding 3' }).click()
  await rewordAsAnother(page, [first, second, `${third} And more.`])
  const puts = watchPuts(page)
  await save(page)
  await expect(question(page).getByRole('cell', { name: 'Removed' })).toBeVisible()
  await expect(question(page)).toContainText('2 items are the same on both sides.')
  expect(puts).toEqual([])
  await decide(page, 'Findings', 'Take theirs')
  await expectState(page, 'Saved')
  await expectFindings(page, [first, second, `${third} And more.`])
})

test('what a colleague adds after our own clear stays, with everything of ours', async ({
  page,
  open,
}) => {
  await open(PATH)
  const [first, , third] = await startValues(page)
  await change(page, 'mine')
  await beforePut(page, 2, () => addAsAnother(page, 'theirs'))
  await save(page)
  await expectState(page, 'Saved')
  await expectFindings(page, ['theirs', first, 'mine', third])
  await open(PATH)
  await expectFindings(page, ['theirs', first, 'mine', third])
})

test('two analysts change two items of one list at the same time: each is there once @live', async ({
  page,
  open,
  browser,
}) => {
  await open(PATH)
  const [first, second, third] = await startValues(page)
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(page.url())
  await startValues(other)
  await page.getByRole('textbox', { name: 'Finding 1' }).fill(`${first} Ada was here.`)
  await other.getByRole('textbox', { name: 'Finding 2' }).fill(`${second} Grace was here.`)

  // Both have read before either clears, and both clear before either adds.
  const [clears, adds] = [barrier(2), barrier(2)]
  for (const each of [page, other]) {
    let count = 0
    await each.route(`**${API}`, async (route) => {
      if (route.request().method() === 'PUT') await [clears, adds][count++]?.()
      await route.continue()
    })
  }
  await Promise.all([save(page), save(other)])
  await expectState(page, 'Saved')
  await expectState(other, 'Saved')
  const expected = [`${first} Ada was here.`, `${second} Grace was here.`, third]
  await open(PATH)
  await expectFindings(page, expected)
  await context.close()
})

test('what was discarded and brought back does not take away what a colleague added', async ({
  page,
  open,
}) => {
  await open(PATH)
  const [first, second, third] = await startValues(page)
  await change(page, 'mine')
  await expectState(page, 'Unsaved changes')
  await page.reload()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expectFindings(page, [first, second, third])
  await addAsAnother(page, 'theirs')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFindings(page, [first, 'mine', third])
  await save(page)
  await expectState(page, 'Saved')
  await expectFindings(page, [first, 'mine', third, 'theirs'])
})

test('a text that a colleague extends and I mend is asked about, its words marked', async ({
  page,
  open,
}) => {
  await open(`${PATH},reportOpinion`)
  await startValues(page)
  await saveAsAnother(page, { reportOpinion: { followUpActivity: 'Ask agian in spring.' } })
  await page.reload()
  await followUp(page).fill('Ask again in spring.')
  await expectState(page, 'Unsaved changes')
  const theirs = 'Ask agian in spring.\n\nThen close the finding.'
  await saveAsAnother(page, { reportOpinion: { followUpActivity: theirs } })
  await save(page)
  const row = question(page).getByRole('row').nth(1)
  await expect(row.getByRole('cell').nth(1).getByRole('insertion')).toHaveText(
    /Then close the finding\./,
  )
  await expect(row.getByRole('cell').nth(2).getByRole('insertion')).toHaveText('again')
  await inBothSchemes(page, () => expectAccessible(page))
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScrolling(page)
  await decide(page, 'Report opinion: Follow-up activity', 'Keep mine')
  await expectState(page, 'Saved')
  await expect(followUp(page)).toHaveValue('Ask again in spring.')
})

test('a save of which nothing arrived takes nothing of a colleague back', async ({
  page,
  open,
}) => {
  await open(`${PATH},reportOpinion`)
  await startValues(page)
  await followUp(page).fill('mine')
  await beforePut(page, 1, () => new Promise(() => undefined))
  await save(page)
  await expectState(page, 'Saving…')
  await page.goto('about:blank')
  await open(`${PATH},reportOpinion`)
  await expect(page.getByText('Unsaved changes restored')).toBeVisible(PATIENCE)
  await saveAsAnother(page, { reportOpinion: { followUpActivity: 'theirs' } })
  await page.reload()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(followUp(page)).toHaveValue('theirs')
  await expectState(page, 'Saved')
})

test('"Decide later" is quiet until something changes, also with autosave', async ({
  page,
  open,
}) => {
  await page.addInitScript(() => localStorage.setItem('countersign.setting.autosave', 'true'))
  await open(`${PATH},reportOpinion`)
  const [first, , third] = await startValues(page)
  await rewordAsAnother(page, [first, 'theirs', third])
  await change(page, 'mine')
  await expect(question(page)).toBeVisible(PATIENCE)
  await question(page).getByRole('button', { name: 'Decide later' }).click()
  await expect(question(page)).toBeHidden()
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT', PATIENCE)
  await followUp(page).fill('beside it')
  await saved
  const alert = page.getByRole('alert').filter({ hasText: 'Not saved: Findings.' })
  await expect(alert).toBeVisible(PATIENCE)
  await expect(question(page)).toBeHidden()
  await alert.getByRole('button', { name: 'Decide' }).click()
  await decide(page, 'Findings', 'Both')
  await expectState(page, 'Saved')
  await expectFindings(page, [first, 'theirs', 'mine', third])
})

test('an unfinished save whose end a colleague wrote is over without a word', async ({
  page,
  open,
}) => {
  await open(PATH)
  const [first, , third] = await startValues(page)
  await change(page, 'changed')
  const isReached = Promise.withResolvers<void>()
  await beforePut(page, 2, () => {
    isReached.resolve()
    return new Promise(() => undefined)
  })
  await save(page)
  await isReached.promise
  await page.goto('about:blank')
  await page.goBack()
  await expect(page.getByRole('alert', { name: 'Unfinished save' })).toBeVisible(PATIENCE)
  await addAsAnother(page, first, 'changed', third)
  for (let visit = 0; visit < 2; visit++) {
    await open(PATH)
    await expectFindings(page, [first, 'changed', third])
    await expectState(page, 'Saved')
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
})

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
    await inBothSchemes(page, () => expectAccessible(page))
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
    await expect(dialog(page)).toContainText('Nothing was decided.', PATIENCE)
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
    const kept = page.getByRole('alert').filter({ hasText: 'were not written' })
    await expect(kept).toBeVisible(PATIENCE)
    await page.keyboard.press('ControlOrMeta+s')
    await kept.getByRole('button', { name: 'Show them' }).click()
    const words = page.getByRole('dialog', { name: 'Unsaved words' })
    await expect(words).toContainText('Typed LLP')
    await inBothSchemes(page, () => expectAccessible(page))
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
    const isReached = Promise.withResolvers<void>()
    await beforePut(page, 2, () => {
      isReached.resolve()
      return new Promise(() => undefined)
    })
    await save(page)
    await isReached.promise
    await page.goto('about:blank')
    await page.goBack()
    await expect(page.getByRole('alert', { name: 'Unfinished save' })).toBeVisible(PATIENCE)
    await finalizeAsAnother(page, api)
    await open(path)
    const kept = page.getByRole('alert').filter({ hasText: 'were not written' })
    await expect(kept).toContainText('Findings is empty')
    await kept.getByRole('button', { name: 'Show them' }).click()
    await expect(page.getByRole('dialog', { name: 'Unsaved words' })).toContainText('one, reworded')
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
  const kept = page.getByRole('alert').filter({ hasText: 'nothing can be saved here' })
  await expect(kept).toBeVisible()
  await expect(page.getByText('forecast')).toHaveCount(0)
  await kept.getByRole('button', { name: 'Show them' }).click()
  await expect(page.getByRole('dialog', { name: 'Unsaved words' })).toContainText('mine')
})

test('work of the demo never appears in live mode, nor another user’s @live', async ({
  page,
  open,
}) => {
  const configOf = (user: string) => ({
    json: { apiVersion: 2, readOnly: false, company: 'acme', user, keyPresent: true },
  })
  let user = 'ada@example.com'
  await page.route('**/api/config', (route) => route.fulfill(configOf(user)))
  await open(PATH)
  const before = await startValues(page)
  await add(page, 'of Ada')
  await expectState(page, 'Unsaved changes')
  await page.reload()
  await expectFindings(page, [...before, 'of Ada'])
  user = 'grace@example.com'
  await open(PATH)
  await expectFindings(page, before)
  await expectState(page, 'Saved')
  await expect(page.getByRole('alert')).toHaveCount(0)
  user = 'ada@example.com'
  await open(PATH)
  await expectFindings(page, [...before, 'of Ada'])
})

test('one review number at two vendors is two reviews @live', async ({
  page,
  open,
  allowConsoleErrors,
}) => {
  // The vendor has no such review, and so no files of it.
  allowConsoleErrors(/status of 404/)
  await page.route('**/api/v2/vendors/1002/security-reviews/5001*', async (route) => {
    const response = await route.fetch({ url: new URL(API, page.url()).href })
    const review = (await response.json()) as { title: string; socReviewForm: object }
    await route.fulfill({
      json: {
        ...review,
        title: 'Of the other vendor',
        socReviewForm: {
          ...review.socReviewForm,
          findings: { findings: items('of the other vendor'), hasMaterialImpact: null },
        },
      },
    })
  })
  await page.route('**/api/v2/vendors/1002/security-reviews/5001/actions', (route) =>
    route.fulfill({ json: { data: [] } }),
  )
  await open(PATH)
  const before = await startValues(page)
  await add(page, 'of Northwind')
  await expectState(page, 'Unsaved changes')
  await page.goto(PATH.replace('1001', '1002'))
  await expectFindings(page, ['of the other vendor'])
  await page.getByRole('button', { name: 'User menu' }).click()
  const drafts = page.getByRole('region', { name: 'Unsaved drafts' })
  await drafts.getByRole('link').click()
  await page.getByRole('button', { name: /^Findings/ }).click()
  await expectFindings(page, [...before, 'of Northwind'])
})
