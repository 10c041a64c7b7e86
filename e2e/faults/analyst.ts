import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'
import type { Weather } from './weather.ts'

/** Something that a page may say, and what a patient analyst then does. */
export interface Reaction {
  name: string
  /** Counts where it is in sight and, being a control, can be used. */
  sign: Locator
  act: () => Promise<unknown>
}

/** How one gets on where the page does not say everything by itself. */
export interface Ways {
  reactions?: readonly Reaction[]
  /** What is done with a page that shows neither success nor failure for a while. */
  ifSilent?: () => Promise<unknown>
}

/** The bad day did not end, and the analyst has had enough: what is not saved must be on the page. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp'
}

/** Someone who does one thing after the other, and what each page suggests when it fails. */
export interface Analyst {
  page: Page
  /** What was done, in words. */
  diary: string[]
  /**
   * Waits until something is done, and meanwhile does what the page suggests.
   * @throws GaveUp where the day is too bad; Error where the page shows no way on
   */
  until: (step: string, isDone: () => Promise<boolean>, ways?: Ways) => Promise<void>
}

/** How often one tries again before the bad day ends. */
const PATIENCE = 3
/** How often one tries on a good day, when things must work. */
const GOOD_DAY_TRIES = 6
/** How long a page may keep silent: its own repeats take some seconds each. */
const SILENCE_LIMIT_MS = 40_000
const SHORT_SILENCE_MS = 4_000
/** Looking for names goes through all of a page: more often, and the browser is busy with it. */
const LOOK_EVERY_MS = 250
const CONTROL_LIMIT_MS = 500

/** What is said on every page, and leads on. */
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
  // It may be gone by now.
  sign.isEnabled({ timeout: CONTROL_LIMIT_MS }).catch(() => false)

const firstSeen = async (reactions: readonly Reaction[]): Promise<Reaction | undefined> => {
  for (const reaction of reactions) if (await isSeen(reaction)) return reaction
  return undefined
}

/**
 * @param isEndless whether the bad day goes on however long one tries, so that one gives up where
 *   something that was entered did not get through
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
        if (tries > PATIENCE) weather.calm()
        if (tries > PATIENCE + GOOD_DAY_TRIES) throw new Error(`${step} does not get anywhere.`)
        // What was on the page may be gone by the time it is clicked.
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
