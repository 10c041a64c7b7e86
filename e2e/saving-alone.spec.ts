import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, test } from './helpers/fixtures.ts'
import { reviewPath } from './helpers/pages.ts'
import {
  add,
  addAsAnother,
  beforePut,
  change,
  expectFindings,
  expectState,
  items,
  PATH,
  SET_SCENARIO,
  save,
  saveUntilCleared,
  startValues,
  UPDATE,
  valuesOf,
  watchPuts,
} from './helpers/saving.ts'

/** Problems of an analyst who works alone. Each of these once lost or doubled words. */

const READ = 'getVendorSecurityReview'
const alertOf = (page: Page, name: string): Locator => page.getByRole('alert', { name })

const leaveForVendors = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Vendors', exact: true }).first().click()
  const question = page.getByRole('dialog', { name: 'Leave with unsaved changes?' })
  await question.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Vendors' })).toBeVisible()
}

test('an addition whose answer and look-up were lost is there once', async ({
  page,
  mode,
  open,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/Failed to load resource/)
  await open(PATH, { unchecked: true })
  const before = await startValues(page)
  await add(page, 'mine')
  await beforePut(page, 1, () =>
    SET_SCENARIO[mode](page, `drop-after@${UPDATE}*1,offline@${READ}*4`),
  )
  await save(page)
  await expectState(page, 'Not saved')
  await page.getByRole('button', { name: 'Add finding' }).click()
  await page.getByRole('textbox', { name: 'Finding 5' }).fill('one more')
  await expect.poll(() => valuesOf(page)).toEqual([...before, 'mine', 'one more'])
  await open(PATH, { unchecked: true })
  await expectFindings(page, [...before, 'mine', 'one more'])
  await save(page)
  await expectState(page, 'Saved')
  await open(PATH, { unchecked: true })
  await expectFindings(page, [...before, 'mine', 'one more'])
  await expect(page.getByRole('alert')).toHaveCount(0)
})

for (const isColleagueThere of [false, true])
  test(`leaving while a save is on its way doubles nothing${
    isColleagueThere ? ', and a colleague adds meanwhile' : ''
  }`, async ({ page, open }) => {
    await open(PATH)
    const before = await startValues(page)
    await add(page, 'mine')
    const mayGo = Promise.withResolvers<void>()
    await beforePut(page, 1, () => mayGo.promise)
    await save(page)
    await expectState(page, 'Saving…')
    await leaveForVendors(page)
    mayGo.resolve()
    const added = isColleagueThere ? ['mine', 'theirs'] : ['mine']
    if (isColleagueThere) {
      const theirs = () => addAsAnother(page, 'theirs')
      await page.waitForResponse((response) => response.request().method() === 'PUT')
      await theirs()
    }
    await page.goBack()
    await expect(page.getByRole('status', { name: 'Saving' })).toHaveText(/^(?:Saved|Saving…)$/)
    await expectState(page, 'Saved')
    await save(page)
    await expectState(page, 'Saved')
    await open(PATH)
    await expectFindings(page, [...before, ...added])
  })

test('a save that broke off in one tab is finished in another, and goes on in the first', async ({
  page,
  mode,
  open,
  allowConsoleErrors,
}) => {
  allowConsoleErrors(/Failed to load resource/)
  await page.addInitScript(() => localStorage.setItem('countersign.setting.autosave', 'true'))
  await open(PATH, { unchecked: true })
  const [first, , third] = await startValues(page)
  await change(page, 'changed')
  await beforePut(page, 2, () => SET_SCENARIO[mode](page, `error-401@${UPDATE}*1`))
  await save(page)
  await expectState(page, 'Not saved')
  await expect(alertOf(page, 'Unfinished save')).toContainText('Findings is empty')

  const other = await page.context().newPage()
  await other.goto(new URL(PATH, page.url()).href)
  const alert = alertOf(other, 'Unfinished save')
  await alert.getByRole('button', { name: 'Finish saving' }).click()
  await expect(alert).toBeHidden()
  await expectFindings(other, [first, 'changed', third])
  await other.close()

  await page.getByRole('textbox', { name: 'Finding 1' }).fill('typed on')
  await expectState(page, 'Unsaved changes')
  await expectState(page, 'Saved')
  await expectFindings(page, ['typed on', 'changed', third])
  await open(PATH, { unchecked: true })
  await expectFindings(page, ['typed on', 'changed', third])
})

test('a page killed between clear and add keeps nothing back: Leave it as it is, and Undo', async ({
  page,
  open,
}) => {
  await open(PATH)
  const [first, , third] = await startValues(page)
  await change(page, 'changed')
  await saveUntilCleared(page)
  await open(PATH)
  const alert = alertOf(page, 'Unfinished save')
  await expect(alert).toContainText('is empty until the save is finished or undone')
  // Discarding would leave the list empty, so it is not offered.
  await expect(page.getByRole('button', { name: 'Discard' })).toHaveCount(0)
  await alert.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(alert).toBeHidden()
  await expectFindings(page, [])
  await expectState(page, 'Saved')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectFindings(page, [first, 'changed', third])
  await save(page)
  await expectState(page, 'Saved')
  await open(PATH)
  await expectFindings(page, [first, 'changed', third])
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('what a service would refuse is held back before a list is cleared', async ({
  page,
  open,
}) => {
  await open(PATH, { scenario: `refuse-blanks@${UPDATE}` })
  const puts = watchPuts(page)
  const [first, , third] = await startValues(page)
  await change(page, 'changed')
  await add(page, '   ')
  await save(page)
  await expectState(page, 'Saved')
  expect(puts).toEqual([[], items(first, 'changed', third)])
  await open(PATH)
  await expectFindings(page, [first, 'changed', third])
})

test('what is typed before a slow storage gives the draft back does not cost the draft', async ({
  page,
  open,
}) => {
  await open(PATH)
  const before = await startValues(page)
  await add(page, 'from before')
  await expectState(page, 'Unsaved changes')
  await page.reload()
  await expectFindings(page, [...before, 'from before'])
  await page.addInitScript(() => {
    const getAll = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'getAll')
      ?.value as () => IDBRequest<unknown[]>
    const mayAnswer = new Promise<void>((resolve) => {
      Object.assign(globalThis, { letStorageAnswer: resolve })
    })
    IDBObjectStore.prototype.getAll = function (this: IDBObjectStore) {
      const request = getAll.call(this)
      const slow = {
        get result(): unknown {
          return request.result
        },
        set onsuccess(hear: () => void) {
          request.addEventListener('success', () => void mayAnswer.then(hear))
        },
      }
      return slow as unknown as IDBRequest<unknown[]>
    }
  })
  await open(PATH)
  await startValues(page)
  await add(page, 'typed at once')
  await expectState(page, 'Unsaved changes')
  await page.evaluate(() => {
    const { letStorageAnswer } = globalThis as unknown as { letStorageAnswer: () => void }
    letStorageAnswer()
  })
  await expect
    .poll(async () => (await valuesOf(page)).toSorted())
    .toEqual([...before, 'from before', 'typed at once'].toSorted())
  await save(page)
  await expectState(page, 'Saved')
})

test('the other one of two users of one name is another choice', async ({ page, open }) => {
  await open(`${reviewPath(LANDMARKS.nearlyFinished)}?open=reviewerInformation`)
  const sent: unknown[] = []
  page.on('request', (request) => {
    if (request.method() !== 'PUT') return
    const body = request.postDataJSON() as { socForm: { reviewerInformation: object } }
    sent.push(body.socForm.reviewerInformation)
  })
  const reviewer = page.getByRole('combobox', { name: 'Reviewer' })
  for (const [typed, address] of [
    ['Nnamdi', 'nnamdi.okonkwo@haldenrook.example'],
    ['n.okonkwo@', 'n.okonkwo@haldenrook.example'],
  ] as const) {
    await reviewer.fill(typed)
    await page.getByRole('option', { name: `Nnamdi Okonkwo ${address}` }).click()
    await expect(reviewer).toHaveValue(`Nnamdi Okonkwo (${address})`)
    await expectState(page, 'Unsaved changes')
    await save(page)
    await expectState(page, 'Saved')
  }
  expect(new Set(sent.map((body) => JSON.stringify(body))).size).toBe(2)
})

test('a reviewer whose name two users have is not set back by guessing', async ({ page, open }) => {
  const path = `${reviewPath(LANDMARKS.nearlyFinished)}?open=reviewerInformation,findings`
  const reviewer = page.getByRole('combobox', { name: 'Reviewer' })
  const choose = async (name: string): Promise<void> => {
    await reviewer.fill(name)
    await page.getByRole('option', { name }).first().click()
    await expectState(page, 'Unsaved changes')
  }
  await open(path)
  const before = await startValues(page)
  await choose('Nnamdi Okonkwo')
  await save(page)
  await expectState(page, 'Saved')
  await choose('Ada Reyes')
  await change(page, 'changed')
  await saveUntilCleared(page)
  await open(path)
  await page.getByRole('button', { name: 'Undo it' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'The reviewer was not set back' })
  await expect(alert).toContainText('2 users are called “Nnamdi Okonkwo”')
  await expectFindings(page, before)
  await expect(reviewer).toHaveValue('Ada Reyes')
  await expectState(page, 'Saved')
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await expect(alert).toBeHidden()
})
