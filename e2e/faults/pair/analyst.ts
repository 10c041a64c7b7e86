import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../../mocks/seed/random.ts'
import type { Weather } from '../weather.ts'
import { decideAll } from './deciding.ts'
import { createDesk, type Desk, type DeskOptions } from './desk.ts'
import { editForm } from './edits.ts'
import { discard, giveUpSave } from './giving-up.ts'
import type { Look, SavedMoment } from './hands.ts'
import type { Edit } from './story.ts'
import type { Ledger } from './words.ts'

/** One of two who work on a review at the same time, each in a browser of their own. */
export interface PairAnalyst extends Pick<Desk, 'name' | 'page' | 'diary' | 'look'> {
  open: () => Promise<void>
  edit: (edit: Edit) => Promise<void>
  save: (isByKey: boolean) => Promise<void>
  /** Ends the page as a crash does, and opens the review again. */
  kill: (how: 'reload' | 'close') => Promise<void>
  /** Gets the page to a state in which one can type. */
  makeRoom: () => Promise<void>
  /**
   * Does what the page suggests until everything is saved and nothing is asked.
   * @returns whether it is; false where the bad day does not end
   */
  seeThrough: () => Promise<boolean>
  /** Everything that can be read on the page, with the words that it offers to show. */
  everything: () => Promise<string>
  /** What the page says, and the words in its form. */
  inShort: () => Promise<string>
  isDone: (look: Look) => boolean
}

export interface PairAnalystOptions extends DeskOptions {
  address: string
  weather: Weather
  isEndless: boolean
  random: Random
  ledger: Ledger
  /** The moments at which the page has said "Saved". */
  moments: readonly SavedMoment[]
}

/** How often one tries again before the bad day ends. */
const PATIENCE = 3
const LOOK_EVERY_MS = 100
const LIMIT_MS = 90_000
const ENDLESS_LIMIT_MS = 12_000
/** A page that was just opened says "Saved" for a moment before it brings back what was kept. */
const RESTORED_MS = 1_500
/** A page that shows nothing for so long is loaded again. */
const BLANK_LIMIT_MS = 8_000

/** Alerts with one of these buttons ask for something. */
const ASKS = ['Finish saving', 'Bring them back', 'Decide', 'Retry', 'Discard', 'Reload the page']

const offers = ({ alerts }: Look, button: string): boolean =>
  alerts.some(({ buttons }) => buttons.includes(button))

export const isDone = (look: Look): boolean =>
  look.state === 'Saved' && !look.hasDialog && !ASKS.some((button) => offers(look, button))

export const createPairAnalyst = (options: PairAnalystOptions): PairAnalyst => {
  const { name, address, weather, isEndless, random, ledger, moments } = options
  const desk = createDesk(options)
  const { diary, page, note, look, formWords, press, load } = desk
  let blankSince: number | undefined

  const answer = async ({ conflicts }: Look, mayPutOff: boolean): Promise<void> => {
    if (mayPutOff && random.chance(0.25)) {
      note('decides later')
      await press('Decide later')
    } else await decideAll(desk, conflicts, random, ledger)
  }

  /** What leads on from a page that has no form, or shows a question. Undefined where one can type. */
  const roomAct = (now: Look, mayPutOff: boolean): (() => Promise<void>) | undefined => {
    if (now.state === null) {
      blankSince ??= Date.now()
      const isBlank = Date.now() - blankSince > BLANK_LIMIT_MS
      const [way] = now.waysOn
      if (way === 'Try again') return () => press(way)
      return way === undefined && !isBlank
        ? undefined
        : () => load((loaded) => loaded.goto(address))
    }
    blankSince = undefined
    if (now.conflicts.length > 0) return () => answer(now, mayPutOff)
    if (offers(now, 'Reload the page')) return () => load((loaded) => loaded.reload())
    return undefined
  }

  const saveAct = (now: Look): (() => Promise<void>) | undefined => {
    if (now.state === 'Saving…' || now.state === null || now.hasDialog) return undefined
    if (offers(now, 'Finish saving')) {
      const button = random.chance(0.8)
        ? 'Finish saving'
        : random.pick(['Undo it', 'Leave it as it is'] as const)
      return button !== 'Finish saving' && offers(now, button)
        ? () => giveUpSave(desk, button, now, moments, ledger)
        : () => press('Finish saving')
    }
    if (offers(now, 'Bring them back')) return () => press('Bring them back')
    if (offers(now, 'Discard') && random.chance(0.15)) return () => discard(desk, ledger)
    if (offers(now, 'Decide')) return () => press('Decide')
    if (offers(now, 'Retry')) return () => press('Retry')
    return now.state === 'Saved' ? undefined : () => press('Save')
  }

  const open = async (): Promise<void> => {
    blankSince = undefined
    await load((loaded) => loaded.goto(address))
    await analyst.makeRoom()
  }

  const analyst: PairAnalyst = {
    name,
    page,
    diary,
    open,
    look,
    isDone,
    inShort: async () => {
      const { state, conflicts, alerts } = await look()
      return [
        state ?? 'no form',
        ...alerts.map(({ text }) => text),
        ...conflicts.map((conflict) => JSON.stringify(conflict)),
        (await formWords()).join(' '),
      ].join('; ')
    },
    everything: async () => {
      if (offers(await look(), 'Show them')) {
        await press('Show them')
        await page()
          .getByRole('dialog')
          .waitFor()
          .catch(() => undefined)
      }
      return page()
        .evaluate(() => globalThis.hands.everything())
        .catch(() => '')
    },
    edit: async (edit) => {
      const done = await editForm(page(), edit, name, ledger).catch(
        (error: unknown) => String(error).split('\n', 1)[0],
      )
      desk.typed()
      note(done ?? '')
    },
    save: async (isByKey) => {
      note('saves')
      if (isByKey) await page().keyboard.press('ControlOrMeta+s')
      else await press('Save')
    },
    kill: async (how) => {
      note(`the page ends: ${how}`)
      if (how === 'reload') {
        await load((loaded) => loaded.reload())
        await analyst.makeRoom()
      } else {
        await desk.closePage()
        await open()
      }
    },
    makeRoom: async () => {
      const end = Date.now() + LIMIT_MS
      for (let tries = 0; ; ) {
        const now = await look()
        if (now.state !== null && !now.hasDialog) return
        const act = roomAct(now, true)
        if (act) {
          if (++tries > PATIENCE) weather.calm()
          await act()
        }
        if (Date.now() > end) throw new Error(`${name} finds no form to type in.`)
        await pause(LOOK_EVERY_MS)
      }
    },
    seeThrough: async () => {
      const end = Date.now() + (isEndless ? ENDLESS_LIMIT_MS : LIMIT_MS)
      let hasPutOff = false
      for (let tries = 0; ; ) {
        const now = await look()
        const isRestored = Date.now() - desk.loadedAt() > RESTORED_MS
        if (isDone(now) && isRestored && desk.isHeard()) break
        const act = roomAct(now, !hasPutOff) ?? saveAct(now)
        if (act) {
          tries += 1
          hasPutOff ||= now.conflicts.length > 0
          if (tries > PATIENCE && !isEndless) weather.calm()
          note(
            `${now.state ?? 'no form'}; ${now.alerts.map(({ text }) => text.slice(0, 60)).join(' | ')}`,
          )
          await act()
        }
        if (isEndless && (tries > PATIENCE || Date.now() > end)) return false
        if (Date.now() > end) throw new Error(`${name} does not get everything saved.`)
        await pause(LOOK_EVERY_MS)
      }
      weather.turnBad()
      note('everything is saved')
      return true
    },
  }
  return analyst
}
