import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { type Gateway, urlOf } from './ports.ts'

export { expect }

/** Which of the two builds a project runs. */
export type Mode = 'demo' | 'live'

export interface Options {
  mode: Mode
}

interface Fixtures {
  /**
   * Goes to a page of the app, with a scenario of the mock service where one is named
   * (`error-500@updateVendorSecurityReview*1`; see mocks/scenarios.ts). In live mode requests and
   * answers are held against the contract unless the scenario breaks it, or `unchecked` is asked
   * for: Prism reads bodies as text, which damages the bytes of a file that is not text.
   */
  open: (path: string, options?: { scenario?: string; unchecked?: boolean }) => Promise<void>
  /** Takes the browser's network away, or gives it back. */
  setOffline: (isOffline: boolean) => Promise<void>
  /** Lets a console message or page error pass that the test means to cause. */
  allowConsoleErrors: (pattern: RegExp) => void
  /** Runs for every test: no errors in the console, no exceptions, no breach of the contract. */
  complaints: { allow: (pattern: RegExp) => void }
}

/** The browser's own line for every answer of 400 and above, and for a network that is gone. */
const NETWORK_LINE = /Failed to load resource/

/** Scenarios in which the service leaves its contract, so that Prism has to be left out. */
const OUTSIDE_CONTRACT = /\b(?:error-|messages|firewall|html|nonsense|unknown-values|drop|offline)/

const steer = async (wish: { scenario: string; reset?: boolean }): Promise<void> => {
  const response = await fetch(`${urlOf('mock')}/__demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  if (!response.ok) throw new Error(`The mock service refused ${JSON.stringify(wish)}.`)
}

/** The gateway of live mode for a scenario: the version of the API is the gateway's to know. */
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

/** Playwright's test with the fixtures of the house. */
export const test = base.extend<Options & Fixtures>({
  mode: ['demo', { option: true }],

  complaints: [
    async ({ context, mode }, use) => {
      const heard: string[] = []
      const allowed: RegExp[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') heard.push(message.text())
      })
      context.on('weberror', (error) => heard.push(error.error().message))
      context.on('response', (response) => {
        // Prism answers so where a request or an answer does not fit the contract.
        if (response.headers()['content-type']?.startsWith('application/problem+json'))
          heard.push(`Outside the contract: ${response.request().method()} ${response.url()}`)
      })
      // In the demo each test has a fresh browser context, and with it fresh data.
      if (mode === 'live') await steer({ scenario: '', reset: true })
      await use({ allow: (pattern) => allowed.push(pattern) })
      const unexpected = heard.filter((text) => !allowed.some((pattern) => pattern.test(text)))
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
      await steer({ scenario })
      await page.goto(new URL(path, urlOf(gatewayOf(scenario, unchecked))).href)
    }),

  setOffline: async ({ context, complaints }, use) =>
    use(async (isOffline) => {
      complaints.allow(NETWORK_LINE)
      await context.setOffline(isOffline)
    }),
})

const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Asserts that axe finds nothing against WCAG 2.2, levels A and AA, on the page as it is. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_TAGS).analyze()
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}. ${failureSummary}`,
    ),
  )
  expect(findings, 'accessibility').toEqual([])
}

/** Runs the same steps with the light and with the dark colours. */
export const inBothSchemes = async (
  page: Page,
  steps: (scheme: 'light' | 'dark') => Promise<void>,
): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await steps(colorScheme)
  }
}
