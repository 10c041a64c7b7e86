import { test as base, expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { FILE_HOST } from './file-host.ts'
import { speakForGateway } from './gateway-words.ts'
import { type Gateway, urlOf } from './ports.ts'

export { expect }

type Axe = typeof axe

/** The build that a project runs. */
export type Mode = 'demo' | 'live'

export interface Options {
  mode: Mode
}

declare global {
  var axe: Axe
}

interface Fixtures {
  /**
   * Opens a page of the app, with a scenario of the mock service where one is given
   * (`error-500@updateVendorSecurityReview*1`; see mocks/scenarios.ts).
   *
   * In live mode Prism checks requests and answers against the contract. It is left out where the
   * scenario breaks the contract, or with `unchecked`: Prism reads bodies as text, which damages
   * the bytes of a file that is not text.
   */
  open: (path: string, options?: { scenario?: string; unchecked?: boolean }) => Promise<void>
  /** Takes the browser off the network, or puts it back. */
  setOffline: (isOffline: boolean) => Promise<void>
  /** Allows a console message or page error that the test causes on purpose. */
  allowConsoleErrors: (pattern: RegExp) => void
  /**
   * Checks in every test that there is no error in the console, no exception and no breach of the
   * contract.
   */
  complaints: { allow: (pattern: RegExp) => void }
}

/** The browser's console message for every answer of 400 and above, and for a missing network. */
const NETWORK_LINE = /Failed to load resource/

/** Scenarios that break the contract, so that Prism has to be left out. */
const OUTSIDE_CONTRACT =
  /\b(?:error-|messages|firewall|html|too-large-page|down-page|nonsense|unknown-values|drop|offline)/

const controlService = async (wish: { scenario: string; reset?: boolean }): Promise<void> => {
  const response = await fetch(`${urlOf('mock')}/__demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  if (!response.ok) throw new Error(`The mock service refused ${JSON.stringify(wish)}.`)
}

/** The gateway of live mode for a scenario. The version of the API depends on the gateway. */
const gatewayOf = (scenario: string, unchecked: boolean): Gateway =>
  /\bversion-1\b/.test(scenario)
    ? unchecked
      ? 'version1Unchecked'
      : 'version1'
    : unchecked
      ? 'unchecked'
      : 'live'

const withScenario = (path: string, scenario: string): string => {
  const url = new URL(path, 'http://app')
  if (scenario) url.searchParams.set('scenario', scenario)
  return `${url.pathname}${url.search}${url.hash}`
}

/** Playwright's test with our fixtures. */
export const test = base.extend<Options & Fixtures>({
  mode: ['demo', { option: true }],

  complaints: [
    async ({ context, mode }, use) => {
      const problems: string[] = []
      const allowed: RegExp[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text())
      })
      // The browser takes a while until it hands its file dialogs to a test, so all are taken from the start.
      context.on('page', (page) => page.on('filechooser', () => undefined))
      context.on('weberror', (error) => problems.push(error.error().message))
      context.on('response', (response) => {
        // Prism answers with this type where a request or an answer breaks the contract.
        if (response.headers()['content-type']?.startsWith('application/problem+json'))
          problems.push(`Outside the contract: ${response.request().method()} ${response.url()}`)
      })
      // The mock service also sends the files that the browser downloads itself.
      await context.route(`${FILE_HOST}/**`, async (route, request) => {
        const url = request.url().replace(FILE_HOST, urlOf('mock'))
        await route.fulfill({ response: await route.fetch({ url }) })
      })
      // In the demo each test has a fresh browser context, and with it fresh data.
      if (mode === 'live') await controlService({ scenario: '', reset: true })
      await use({ allow: (pattern) => allowed.push(pattern) })
      const unexpected = problems.filter((text) => !allowed.some((pattern) => pattern.test(text)))
      expect(unexpected, 'errors in the console or on the page').toEqual([])
    },
    { auto: true },
  ],

  allowConsoleErrors: async ({ complaints }, use) => use(complaints.allow),

  open: async ({ page, mode, complaints }, use) =>
    use(async (path, { scenario = '', unchecked = OUTSIDE_CONTRACT.test(scenario) } = {}) => {
      if (scenario) complaints.allow(NETWORK_LINE)
      if (mode === 'demo') {
        await page.goto(withScenario(path, scenario))
        return
      }
      await controlService({ scenario: await speakForGateway(page, scenario) })
      await page.goto(new URL(path, urlOf(gatewayOf(scenario, unchecked))).href)
    }),

  setOffline: async ({ context, complaints }, use) =>
    use(async (isOffline) => {
      complaints.allow(NETWORK_LINE)
      await context.setOffline(isOffline)
    }),
})

const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']
const FULL: RunOptions = {
  runOnly: WCAG_TAGS,
  // What is written on a control is part of its name, so that voice control finds it.
  rules: { 'label-content-name-mismatch': { enabled: true } },
}
/** The rules that look at colours. All others find the same in both schemes. */
const COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

/** What axe finds on the page as it is, a sentence for each place. The app has no frames. */
const violationsOn = async (page: Page, options: RunOptions): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (wanted) => globalThis.axe.run({ ...wanted, resultTypes: ['violations'] }),
    options,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}. ${failureSummary}`,
    ),
  )
}

/** Asserts that axe finds nothing against WCAG 2.2, levels A and AA, on the page as it is. */
export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await violationsOn(page, FULL), 'accessibility').toEqual([])
}

/** The same in the light and in the dark colour scheme. */
export const expectAccessibleInBoth = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOn(page, COLOURS), 'contrast in the dark').toEqual([])
}
