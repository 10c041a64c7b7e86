import type { Locator, Page } from '@playwright/test'
import { LANDMARKS } from '../../mocks/seed/landmarks.ts'
import { expect, type Mode } from './fixtures.ts'
import { reviewPath } from './pages.ts'
import { urlOf } from './ports.ts'

const { nearlyFinished } = LANDMARKS
/** A review with three findings. */
export const PATH = `${reviewPath(nearlyFinished)}?open=findings`
export const API = `/api/v2${reviewPath(nearlyFinished)}`
export const UPDATE = 'updateVendorSecurityReview'

export const findings = (page: Page): Locator =>
  page.getByRole('region', { name: 'Findings', exact: true }).getByRole('textbox')

export const valuesOf = (page: Page): Promise<string[]> =>
  findings(page).evaluateAll((texts) => texts.map((text) => (text as HTMLTextAreaElement).value))

export const expectFindings = (page: Page, texts: readonly string[]): Promise<void> =>
  expect.poll(() => valuesOf(page)).toEqual(texts)

/** The three findings that the review starts with. */
export const startValues = async (page: Page): Promise<[string, string, string]> => {
  await expect(findings(page)).toHaveCount(3)
  return (await valuesOf(page)) as [string, string, string]
}

export const change = async (page: Page, text: string): Promise<void> =>
  page.getByRole('textbox', { name: 'Finding 2' }).fill(text)

export const add = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add finding' }).click()
  await page.getByRole('textbox', { name: 'Finding 4' }).fill(text)
}

export const save = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Save', exact: true }).click()

export const expectState = (page: Page, state: string): Promise<void> =>
  expect(page.getByRole('status', { name: 'Saving' })).toHaveText(state)

interface Body {
  socForm: { findings: { findings: unknown } }
}

/** The lists of findings in the PUTs that the page sends from now on. */
export const watchPuts = (page: Page): unknown[] => {
  const puts: unknown[] = []
  page.on('request', (request) => {
    const bodies = request.method() === 'PUT' ? [request.postDataJSON() as Body] : []
    puts.push(...bodies.map(({ socForm }) => socForm.findings.findings))
  })
  return puts
}

export const items = (...texts: string[]) => texts.map((description) => ({ description }))

/** Sends a request to the service as another writer, without the page. */
const sendAsAnother = async (
  page: Page,
  method: 'PUT' | 'POST',
  url: string,
  body: unknown,
): Promise<void> => {
  const status = await page.evaluate(
    async ([how, address, text]) => {
      const headers = { 'content-type': 'application/json' }
      const init = { method: how, headers, body: text }
      return (await fetch(address, init)).status
    },
    [method, url, JSON.stringify(body)] as const,
  )
  expect(status).toBe(200)
}

/** Saves a part of the form as another writer. */
export const saveAsAnother = (page: Page, socForm: object, api = API): Promise<void> =>
  sendAsAnother(page, 'PUT', api, { socForm })

/** Adds findings as another writer. Adding none clears the list, as in the contract. */
export const addAsAnother = (page: Page, ...descriptions: string[]): Promise<void> =>
  saveAsAnother(page, { findings: { findings: items(...descriptions) } })

/** Finalizes a review as another analyst. */
export const finalizeAsAnother = (page: Page, api: string): Promise<void> =>
  sendAsAnother(page, 'POST', `${api}/actions`, { action: 'finalize', decision: 'APPROVED' })

/** Replaces the findings as another writer, in two requests, as the contract requires. */
export const rewordAsAnother = async (
  page: Page,
  descriptions: readonly string[],
): Promise<void> => {
  await addAsAnother(page)
  await addAsAnother(page, ...descriptions)
}

/** Delays the PUT of this number, counted from now on, until an action is done. */
export const beforePut = async (
  page: Page,
  number: number,
  action: () => unknown,
): Promise<void> => {
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

/** Saves, and blocks the PUT that follows the one which clears the list. */
export const saveUntilCleared = async (page: Page): Promise<void> => {
  const isReached = Promise.withResolvers<void>()
  await beforePut(page, 2, () => {
    isReached.resolve()
    return new Promise(() => undefined)
  })
  await save(page)
  await isReached.promise
}

/** Sets a scenario without a reload, so that its counts start here. */
export const SET_SCENARIO: Record<Mode, (page: Page, scenario: string) => Promise<void>> = {
  // Without the router, which would treat this as a navigation.
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
