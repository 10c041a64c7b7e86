import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import type { Look } from './hands.ts'
import { type Analyst, wordsIn } from './words.ts'

/** What an analyst has before them: a page, and how one looks at it and presses its buttons. */
export interface Desk {
  name: Analyst
  /** What was done, in words. */
  diary: string[]
  note: (what: string) => void
  page: () => Page
  /** Ends the page as a crash does. */
  closePage: () => Promise<void>
  /** Loads a page anew, once the one before has had the time to keep what was typed. */
  load: (how: (page: Page) => Promise<unknown>) => Promise<void>
  look: () => Promise<Look>
  /** The words in the form. */
  formWords: () => Promise<string[]>
  press: (button: string) => Promise<void>
  /** Something was typed just now. */
  typed: () => void
  /** Whether the form has had the time to hear of what was typed last. */
  isHeard: () => boolean
  /** When the page was loaded, in milliseconds since 1970. */
  loadedAt: () => number
}

export interface DeskOptions {
  name: Analyst
  context: BrowserContext
  onProblem: (problem: string) => void
}

/** The form hears of what was typed after a pause. */
const HEARD_MS = 500
/** The browser keeps what was typed within a second; a page that ends earlier may lose it. */
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
    // A page that is being loaded has nothing to look at yet.
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
        // It may be gone by now.
        .catch(noteError)
    },
    typed: () => {
      typedAt = Date.now()
    },
    isHeard: () => Date.now() - typedAt > HEARD_MS,
    loadedAt: () => loadedAt,
  }
}
