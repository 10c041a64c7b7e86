import { expect, test } from './helpers/fixtures.ts'
import { holdBack } from './helpers/pages.ts'
import {
  API,
  add,
  addAsAnother,
  beforePut,
  change,
  expectFindings,
  expectState,
  items,
  PATH,
  rewordAsAnother,
  SET_SCENARIO,
  save,
  saveUntilCleared,
  startValues,
  UPDATE,
  watchPuts,
} from './helpers/saving.ts'

test('a changed list takes two requests, an addition one, no change none', async ({
  page,
  open,
}) => {
  const puts = watchPuts(page)
  await open(PATH)
  const [first, , third] = await startValues(page)
  await save(page)
  await expectState(page, 'Saved')
  await add(page, 'mine')
  await expectState(page, 'Unsaved changes')
  await page.keyboard.press('ControlOrMeta+s')
  await expectState(page, 'Saved')
  expect(puts).toEqual([items('mine')])
  await change(page, 'changed')
  await expectState(page, 'Unsaved changes')
  await save(page)
  await expectState(page, 'Saved')
  const expected = [first, 'changed', third, 'mine']
  expect(puts).toEqual([items('mine'), [], items(...expected)])
  await open(PATH)
  await expectFindings(page, expected)
})

test('a save that takes long says why @live', async ({ page, open }) => {
  await page.clock.install()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route(`**${API}`, async (route) => {
    if (route.request().method() === 'PUT') await answered
    await route.continue()
  })
  await open(PATH)
  await add(page, 'mine')
  await save(page)
  await expectState(page, 'Saving…')
  const slow = page.getByText('Drata is slow to answer')
  await expect(slow).toBeHidden()
  await page.clock.fastForward(10_000)
  await expect(slow).toBeVisible()
  answer()
  await expectState(page, 'Saved')
  await expect(slow).toBeHidden()
})

test('what another adds is not lost by an addition of mine', async ({ page, open }) => {
  await open(PATH)
  const before = await startValues(page)
  await add(page, 'mine')
  await addAsAnother(page, 'theirs')
  const puts = watchPuts(page)
  await expectState(page, 'Unsaved changes')
  await save(page)
  await expectState(page, 'Saved')
  expect(puts).toEqual([items('mine')])
  await expectFindings(page, [...before, 'theirs', 'mine'])
  await open(PATH)
  await expectFindings(page, [...before, 'theirs', 'mine'])
})

// Where the outcome is unclear, the page looks it up and repeats twice before it asks.
const FAILURES = [
  ['error-401*1', /Drata rejected the API key/],
  ['error-403*1', /The API key is not allowed to/],
  ['error-429*3', /Drata is limiting requests/],
  ['error-500*3', /because of an error on its side/],
  ['error-503*3', /temporarily unavailable/],
  // In live mode the gateway notices the failure, and the page gets the gateway's answer.
  ['drop*3', /could not be reached|got no answer/],
] as const

const scenarioOf = (failure: string): string => failure.replace('*', `@${UPDATE}*`)

for (const [failure, sentence] of FAILURES)
  for (const number of [1, 2])
    test(`${failure} on request ${number} is reported, and Retry saves each item once`, async ({
      page,
      mode,
      open,
      allowConsoleErrors,
    }) => {
      allowConsoleErrors(/Failed to load resource/)
      await open(PATH, { unchecked: true })
      const [first, , third] = await startValues(page)
      await change(page, 'changed')
      await beforePut(page, number, () => SET_SCENARIO[mode](page, scenarioOf(failure)))
      await save(page)
      await expectState(page, 'Not saved')
      const alert = page.getByRole('alert').filter({ hasText: sentence })
      await alert.getByRole('button', { name: 'Retry' }).click()
      await expectState(page, 'Saved')
      await expect(alert).toBeHidden()
      await open(PATH)
      await expectFindings(page, [first, 'changed', third])
    })

test('answers that are lost after the service acted are looked up', async ({ page, open }) => {
  await open(PATH, { scenario: scenarioOf('drop-after*2') })
  const puts = watchPuts(page)
  const [first, , third] = await startValues(page)
  await change(page, 'changed')
  await save(page)
  await expect.poll(() => puts.length).toBe(2)
  await expectState(page, 'Saved')
  expect(puts).toEqual([[], items(first, 'changed', third)])
  await open(PATH)
  await expectFindings(page, [first, 'changed', third])
})

for (const [button, isUndo] of [
  ['Finish saving', false],
  ['Undo it', true],
] as const) {
  test(`a page killed between clear and add: ${button}`, async ({ page, open }) => {
    await open(PATH)
    const [first, second, third] = await startValues(page)
    await change(page, 'changed')
    await expectState(page, 'Unsaved changes')
    await saveUntilCleared(page)
    await open(PATH)
    const alert = page.getByRole('alert').filter({ hasText: 'was not finished' })
    await expect(alert).toContainText('is empty until the save is finished or undone')
    const puts = watchPuts(page)
    await alert.getByRole('button', { name: button }).click()
    await expect(alert).toBeHidden()
    const expected = [first, isUndo ? second : 'changed', third]
    expect(puts).toEqual([items(...expected)])
    await expectFindings(page, expected)
    await expectState(page, 'Saved')
    await open(PATH)
    await expectFindings(page, expected)
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('what another adds beside a change of mine stays, and nothing is asked', async ({
  page,
  open,
}) => {
  await open(PATH)
  const [first, , third] = await startValues(page)
  await change(page, 'mine')
  await addAsAnother(page, 'theirs')
  await save(page)
  await expectState(page, 'Saved')
  const expected = [first, 'mine', third, 'theirs']
  await expectFindings(page, expected)
  await open(PATH)
  await expectFindings(page, expected)
})

// The other analyst does more than add, which would be merged item by item.
for (const [choice, result] of [
  ['Keep mine', ['1', 'mine', '3']],
  ['Take theirs', ['1', 'theirs', '3']],
  ['Both', ['1', 'theirs', 'mine', '3']],
] as const) {
  test(`a conflict is shown before anything is written: ${choice}`, async ({ page, open }) => {
    await open(PATH)
    const before = await startValues(page)
    await change(page, 'mine')
    await rewordAsAnother(page, [before[0], 'theirs', before[2]])
    const puts = watchPuts(page)
    await save(page)
    const dialog = page.getByRole('dialog', { name: 'Someone else changed this review' })
    await expect(dialog.getByRole('cell', { name: 'theirs', exact: true })).toBeVisible()
    await expect(dialog.getByRole('cell', { name: 'mine', exact: true })).toBeVisible()
    await dialog.getByRole('radio', { name: choice }).check()
    expect(puts).toEqual([])
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expectState(page, 'Saved')
    const expected = result.map((text) => before[Number(text) - 1] ?? text)
    await expectFindings(page, expected)
    await open(PATH)
    await expectFindings(page, expected)
  })
}

test('a conflict that is over is not asked about @live', async ({ page, open }) => {
  const letDialogCome = await holdBack(page, '**/assets/conflict-dialog*.js')
  await open(PATH)
  const before = await startValues(page)
  await change(page, 'mine')
  await rewordAsAnother(page, [before[0], 'theirs', before[2]])
  await save(page)
  await expectState(page, 'Not saved')
  await rewordAsAnother(page, before)
  await save(page)
  await expectState(page, 'Saved')
  const come = page.waitForResponse('**/assets/conflict-dialog*.js')
  letDialogCome()
  await come
  await add(page, 'one more')
  await expectState(page, 'Unsaved changes')
})
