import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import type { Look } from './hands.ts'
import { type Analyst, wordsIn } from './words.ts'

/** The desk of an analyst: a page, and functions that read it and press its buttons. */
export interface Desk {
  name: Analyst
  /** What the analyst did, in words. */
  diary: string[]
  note: (what: string) => void
  page: () => Page
  /** Ends the page as a crash does. */
  closePage: () => Promise<void>
  /** Loads a page. Before that it waits until the current page has stored what was typed. */
  load: (how: (page: Page) => Promise<unknown>) => Promise<void>
  look: () => Promise<Look>
  /** The words in the form. */
  formWords: () => Promise<string[]>
  press: (button: string) => Promise<void>
  /** Call this when something was just typed. */
  typed: () => void
  /** Whether the form has had the time to take over what was typed last. */
  hasFormCaughtUp: () => boolean
  /** When the page was loaded, in milliseconds since 1970. */
  loadedAt: () => number
}

export interface DeskOptions {
  name: Analyst
  context: BrowserContext
  onProblem: (problem: string) => void
}

/** The form takes over what was typed after a pause. */
const FORM_DELAY_MS = 500
/** The browser stores what was typed within a second. A page that ends earlier may lose it. */
export const KEPT_MS = 1_300
const CLICK_LIMIT_MS = 2_000

const NOTHING: Look = { state: null, conflicts: [], alerts: [], hasDialog: false, waysOn: [] }

export const createDesk = ({ name, context, onProblem }: DeskOptions): Desk => {
  const diary: string[] = []
  let current: Page | undefined
  let typedAt = 0
  let loadedAt = 0

  const note = (what: string): void => {
    diary.push(`${new Date().toISOString().slice(14, 23)} ${name}: ${what}`)
  }
  const page = (): Page => {
    if (!current) throw new Error('No page is open.')
    return current
  }
  const noteError = (error: unknown): void => note(String(error).split('\n', 1)[0] ?? '')
  return {
    name,
    diary,
    note,
    page,
    closePage: async () => {
      await page().close()
      current = undefined
    },
    load: async (how) => {
      if (!current) {
        current = await context.newPage()
        current.on('pageerror', ({ message }) => onProblem(`The page of ${name} threw: ${message}`))
      }
      await pause(Math.max(0, typedAt + KEPT_MS - Date.now()))
      await how(current).catch(noteError)
      loadedAt = Date.now()
    },
    // A page that is loading has nothing to read yet.
    look: () =>
      page()
        .evaluate(() => globalThis.hands.look())
        .catch(() => NOTHING),
    formWords: async () =>
      wordsIn(
        await page()
          .evaluate(() => globalThis.hands.texts())
          .catch(() => ({})),
      ),
    press: async (button) => {
      await page()
        .getByRole('button', { name: button, exact: true })
        .first()
        .click({ timeout: CLICK_LIMIT_MS })
        // The button may be gone by now.
        .catch(noteError)
    },
    typed: () => {
      typedAt = Date.now()
    },
    hasFormCaughtUp: () => Date.now() - typedAt > FORM_DELAY_MS,
    loadedAt: () => loadedAt,
  }
}
