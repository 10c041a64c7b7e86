import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'
import type { Weather } from './weather.ts'

/** Something that a page may show, and how a patient analyst reacts to it. */
export interface Reaction {
  name: string
  /** Must be visible and, if it is a control, enabled. */
  sign: Locator
  act: () => Promise<unknown>
}

/** What the analyst does while a step is not done. */
export interface Ways {
  reactions?: readonly Reaction[]
  /** Runs when a page shows neither success nor failure for a while. */
  ifSilent?: () => Promise<unknown>
}

/**
 * Thrown when the bad day does not end and the analyst gives up. Unsaved work must then be on the
 * page.
 */
export class GaveUp extends Error {
  override readonly name = 'GaveUp'
}

/**
 * An analyst who does one step after the other, and follows what the page suggests when a step
 * fails.
 */
export interface Analyst {
  page: Page
  /** What the analyst did, in words. */
  diary: string[]
  /**
   * Waits until a step is done, and meanwhile follows what the page suggests.
   * @throws GaveUp where the bad day does not end; Error where the page shows no way on
   */
  until: (step: string, isDone: () => Promise<boolean>, ways?: Ways) => Promise<void>
}

/** The number of tries before the bad day ends. */
const BAD_DAY_TRIES = 3
/** The number of tries on a good day, when everything must work. */
const GOOD_DAY_TRIES = 6
/** How long a page may show nothing new. Its own repeats take some seconds each. */
const SILENCE_LIMIT_MS = 40_000
const SHORT_SILENCE_MS = 4_000
/** Each look searches the whole page for names. A shorter interval would keep the browser busy. */
const LOOK_EVERY_MS = 250
const CONTROL_LIMIT_MS = 500

/** Reactions to what any page may show. */
const everywhere = (page: Page): Reaction[] => {
  const main = page.getByRole('main')
  const reload = page.getByRole('button', { name: 'Reload the page' }).first()
  const tryAgain = main.getByRole('button', { name: 'Try again', exact: true }).first()
  const wayBack = main.getByRole('link', { name: 'Go to Reviews' })
  return [
    { name: 'a part is missing: reload', sign: reload, act: () => reload.click() },
    { name: 'try again', sign: tryAgain, act: () => tryAgain.click() },
    { name: 'a page that failed: reload', sign: wayBack, act: () => page.reload() },
  ]
}

const isSeen = async ({ sign }: Reaction): Promise<boolean> =>
  (await sign.isVisible()) &&
  // The element may be gone by now.
  sign.isEnabled({ timeout: CONTROL_LIMIT_MS }).catch(() => false)

const firstSeen = async (reactions: readonly Reaction[]): Promise<Reaction | undefined> => {
  for (const reaction of reactions) if (await isSeen(reaction)) return reaction
  return undefined
}

/**
 * @param isEndless whether the bad day never ends, so that the analyst gives up when something that
 *   was entered did not get through
 */
export const createAnalyst = (page: Page, weather: Weather, isEndless: boolean): Analyst => {
  const diary: string[] = []
  const general = everywhere(page)
  return {
    page,
    diary,
    until: async (step, isDone, { reactions = [], ifSilent } = {}) => {
      let tries = 0
      let silentSince = Date.now()
      const tryTo = async (name: string, act: () => Promise<unknown>): Promise<void> => {
        tries += 1
        diary.push(`${step}: ${name}`)
        if (tries > BAD_DAY_TRIES) weather.calm()
        if (tries > BAD_DAY_TRIES + GOOD_DAY_TRIES)
          throw new Error(`${step} does not get anywhere.`)
        // The element may be gone by the time it is clicked.
        await act().catch((error: unknown) => diary.push(String(error).split('\n', 1)[0] ?? ''))
        silentSince = Date.now()
      }
      weather.turnBad()
      while (!(await isDone())) {
        const failure = await firstSeen(reactions)
        if (failure && isEndless) throw new GaveUp(`${step}: ${failure.name}`)
        const reaction = failure ?? (await firstSeen(general))
        const silence = Date.now() - silentSince
        if (reaction) await tryTo(reaction.name, reaction.act)
        else if (ifSilent && silence > SHORT_SILENCE_MS) await tryTo('silence', ifSilent)
        else if (silence > SILENCE_LIMIT_MS)
          throw new Error(`${step} is not done, and the page suggests nothing.`)
        await pause(LOOK_EVERY_MS)
      }
      weather.turnBad()
      diary.push(`${step}: done`)
    },
  }
}
