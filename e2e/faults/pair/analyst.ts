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

/** One of two analysts who work on a review at the same time, each in a separate browser. */
export interface PairAnalyst extends Pick<Desk, 'name' | 'page' | 'diary' | 'look'> {
  open: () => Promise<void>
  edit: (edit: Edit) => Promise<void>
  save: (isByKey: boolean) => Promise<void>
  /** Ends the page as a crash does, and opens the review again. */
  kill: (how: 'reload' | 'close') => Promise<void>
  /** Brings the page into a state in which its form can be edited. */
  makeRoom: () => Promise<void>
  /**
   * Follows what the page suggests until everything is saved and no question is open.
   * @returns whether that is so; false where the bad day does not end
   */
  seeThrough: () => Promise<boolean>
  /** All text of the page, including the words that it offers to show. */
  everything: () => Promise<string>
  /** The messages of the page, and the words in its form. */
  inShort: () => Promise<string>
  isDone: (look: Look) => boolean
}

export interface PairAnalystOptions extends DeskOptions {
  address: string
  weather: Weather
  isEndless: boolean
  random: Random
  ledger: Ledger
  /** The moments at which the page said "Saved". */
  moments: readonly SavedMoment[]
}

/** The number of tries before the bad day ends. */
const BAD_DAY_TRIES = 3
const LOOK_EVERY_MS = 100
const LIMIT_MS = 90_000
const ENDLESS_LIMIT_MS = 12_000
/** A page that has just opened says "Saved" for a moment, before it restores a draft. */
const RESTORED_MS = 1_500
/** A page that shows nothing for this long is loaded again. */
const BLANK_LIMIT_MS = 8_000

/** An alert with one of these buttons asks a question. */
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

  /**
   * The next act on a page that has no form or shows a question; undefined where the form can be
   * edited.
   */
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
          if (++tries > BAD_DAY_TRIES) weather.calm()
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
        if (isDone(now) && isRestored && desk.hasFormCaughtUp()) break
        const act = roomAct(now, !hasPutOff) ?? saveAct(now)
        if (act) {
          tries += 1
          hasPutOff ||= now.conflicts.length > 0
          if (tries > BAD_DAY_TRIES && !isEndless) weather.calm()
          note(
            `${now.state ?? 'no form'}; ${now.alerts.map(({ text }) => text.slice(0, 60)).join(' | ')}`,
          )
          await act()
        }
        if (isEndless && (tries > BAD_DAY_TRIES || Date.now() > end)) return false
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
