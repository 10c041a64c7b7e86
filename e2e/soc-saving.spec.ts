import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../mocks/seed/landmarks.ts'
import { expect, type Mode, test } from './fixtures.ts'
import { holdBack, reviewPath } from './helpers.ts'
import { urlOf } from './ports.ts'

const { nearlyFinished } = LANDMARKS
const PATH = `${reviewPath(nearlyFinished)}?open=findings`
const API = `/api/v2${reviewPath(nearlyFinished)}`
const UPDATE = 'updateVendorSecurityReview'
/** Waits between repeats add up to some seconds. */
const PATIENCE = { timeout: 15_000 }

const findings = (page: Page): Locator =>
  page.getByRole('region', { name: 'Findings', exact: true }).getByRole('textbox')

const valuesOf = (page: Page): Promise<string[]> =>
  findings(page).evaluateAll((texts) => texts.map((text) => (text as HTMLTextAreaElement).value))

const expectFindings = (page: Page, texts: readonly string[]): Promise<void> =>
  expect.poll(() => valuesOf(page)).toEqual(texts)

/** The three findings that the review starts with. */
const startValues = async (page: Page): Promise<[string, string, string]> => {
  await expect(findings(page)).toHaveCount(3)
  return (await valuesOf(page)) as [string, string, string]
}

const change = async (page: Page, text: string): Promise<void> =>
  page.getByRole('textbox', { name: 'Finding 2' }).fill(text)

const add = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add finding' }).click()
  await page.getByRole('textbox', { name: 'Finding 4' }).fill(text)
}

const save = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Save', exact: true }).click()

const expectState = (page: Page, state: string): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saving' })).toHaveText(state, PATIENCE)

interface Body {
  socForm: { findings: { findings: unknown } }
}

/** The lists of findings in the page's PUTs from now on. */
const watchPuts = (page: Page): unknown[] => {
  const puts: unknown[] = []
  page.on('request', (request) => {
    const bodies = request.method() === 'PUT' ? [request.postDataJSON() as Body] : []
    puts.push(...bodies.map(({ socForm }) => socForm.findings.findings))
  })
  return puts
}

const items = (...texts: string[]) => texts.map((description) => ({ description }))

/** Another writer adds findings; none clears the list, as the service has it. */
const addAsAnother = async (page: Page, ...descriptions: string[]): Promise<void> => {
  const status = await page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(url, { method: 'PUT', headers, body })).status
    },
    [API, JSON.stringify({ socForm: { findings: { findings: items(...descriptions) } } })] as const,
  )
  expect(status).toBe(200)
}

/** Another writer puts a list in the place of the findings, as the service has it: in two requests. */
const rewordAsAnother = async (page: Page, descriptions: readonly string[]): Promise<void> => {
  await addAsAnother(page)
  await addAsAnother(page, ...descriptions)
}

/** Runs something before one of the page's next PUTs goes out, which waits for it. */
const beforePut = async (page: Page, number: number, action: () => unknown): Promise<void> => {
  await page.exposeFunction('beforePut', action)
  await page.evaluate((wanted) => {
    const { beforePut: wait } = globalThis as unknown as { beforePut: () => Promise<void> }
    const send = window.fetch
    let count = 0
    window.fetch = async (input, init) => {
      count += Number(init?.method === 'PUT')
      await (init?.method === 'PUT' && count === wanted ? wait() : undefined)
      return send(input, init)
    }
  }, number)
}

/** Sets a scenario without a reload, so that it counts from here. */
const SET_SCENARIO: Record<Mode, (page: Page, scenario: string) => Promise<void>> = {
  // Past the router, to which this is no navigation.
  demo: (page, scenario) =>
    page.evaluate((text) => {
      const url = `?open=findings&scenario=${text}`
      History.prototype.replaceState.call(history, history.state, '', url)
    }, scenario),
  live: async (_, scenario) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ scenario })
    await fetch(`${urlOf('mock')}/__demo`, { method: 'POST', headers, body })
  },
}

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

// Where the outcome is unclear, the page looks it up and repeats twice by itself before it asks.
const FAILURES = [
  ['error-401*1', /Drata rejected the API key/],
  ['error-403*1', /The API key may not/],
  ['error-429*3', /Drata is limiting requests/],
  ['error-500*3', /because of an error of its own/],
  ['error-503*3', /temporarily unavailable/],
  // The gateway of live mode hears of it instead of the page.
  ['drop*3', /could not be reached|got no answer/],
] as const

const scenarioOf = (failure: string): string => failure.replace('*', `@${UPDATE}*`)

for (const [failure, sentence] of FAILURES)
  for (const number of [1, 2])
    test(`${failure} on request ${number} is told, and Retry saves each item once`, async ({
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
  await expect.poll(() => puts.length, PATIENCE).toBe(2)
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
    const isReached = Promise.withResolvers<void>()
    await beforePut(page, 2, () => {
      isReached.resolve()
      return new Promise(() => undefined)
    })
    await save(page)
    await isReached.promise
    await open(PATH)
    const alert = page.getByRole('alert').filter({ hasText: 'was not finished' })
    await expect(alert).toContainText('is empty until it is finished or undone')
    const puts = watchPuts(page)
    await alert.getByRole('button', { name: button }).click()
    await expect(alert).toBeHidden(PATIENCE)
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

// Not only an addition of theirs, as before: that one is merged, item by item.
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
