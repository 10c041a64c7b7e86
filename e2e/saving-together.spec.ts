import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessibleInBoth, test } from './helpers/fixtures.ts'
import { expectNoSidewaysScrolling } from './helpers/pages.ts'
import {
  API,
  addAsAnother,
  beforePut,
  change,
  expectFindings,
  expectState,
  PATH,
  rewordAsAnother,
  save,
  saveAsAnother,
  saveUntilCleared,
  startValues,
  watchPuts,
} from './helpers/saving.ts'

/** Problems of analysts who work on the same review. Each of these once lost or doubled words. */

const question = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Someone else changed this review' })

const decide = async (page: Page, place: string, choice: string): Promise<void> => {
  const group = question(page).getByRole('radiogroup', { name: place })
  await group.getByRole('radio', { name: choice }).check()
  await question(page).getByRole('button', { name: 'Save' }).click()
  await expect(question(page)).toBeHidden()
}

/** @returns a function that waits until it was called this often */
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

  // Both read before either clears, and both clear before either adds.
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
  await expectAccessibleInBoth(page)
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
  await expect(page.getByText('Unsaved changes restored')).toBeVisible()
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
  await expect(question(page)).toBeVisible()
  await question(page).getByRole('button', { name: 'Decide later' }).click()
  await expect(question(page)).toBeHidden()
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT')
  await followUp(page).fill('beside it')
  await saved
  const alert = page.getByRole('alert').filter({ hasText: 'Not saved: Findings.' })
  await expect(alert).toBeVisible()
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
  await saveUntilCleared(page)
  await page.goto('about:blank')
  await page.goBack()
  await expect(page.getByRole('alert', { name: 'Unfinished save' })).toBeVisible()
  await addAsAnother(page, first, 'changed', third)
  for (let visit = 0; visit < 2; visit++) {
    await open(PATH)
    await expectFindings(page, [first, 'changed', third])
    await expectState(page, 'Saved')
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
})
