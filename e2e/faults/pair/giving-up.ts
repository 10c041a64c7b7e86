import { setTimeout as pause } from 'node:timers/promises'
import type { Desk } from './desk.ts'
import type { Look, SavedMoment } from './hands.ts'
import { type Ledger, wordsIn } from './words.ts'

const LOOK_EVERY_MS = 100
const LIMIT_MS = 8_000

/** Its buttons cannot be pressed while one of them is at work. */
const isUnfinished = ({ alerts }: Look): boolean =>
  alerts.some(({ text }) => text.includes('A save was not finished'))

/** Takes a save back, or leaves it: what was never called saved need not be anywhere. */
export const giveUpSave = async (
  desk: Desk,
  button: 'Undo it' | 'Leave it as it is',
  seen: Look,
  moments: readonly SavedMoment[],
  ledger: Ledger,
): Promise<void> => {
  const before = await desk.formWords()
  await desk.press(button)
  const end = Date.now() + LIMIT_MS
  for (;;) {
    const now = await desk.look()
    if ((now.state !== 'Saving…' && !isUnfinished(now)) || Date.now() > end) break
    await pause(LOOK_EVERY_MS)
  }
  const after = new Set(await desk.formWords())
  const saved = new Set(wordsIn(moments.flatMap(({ texts }) => texts)))
  // The notice says so where a list is empty now, and stays so if the save is left as it is.
  const isAll =
    button === 'Leave it as it is' && seen.alerts.some(({ text }) => text.includes('empty until'))
  const gone = before.filter((word) => {
    const isOwn = ledger.words.get(word)?.author === desk.name && !saved.has(word)
    return !after.has(word) && (isAll || isOwn)
  })
  ledger.drop(gone, `${button}, by ${desk.name}`)
  desk.note(`${button}: over ${gone.join(' ')}`)
}

/** Discards what was brought back: of the own words, those that it takes away need not be anywhere. */
export const discard = async (desk: Desk, ledger: Ledger): Promise<void> => {
  const before = await desk.formWords()
  await desk.press('Discard')
  const after = new Set(await desk.formWords())
  const gone = before.filter(
    (word) => !after.has(word) && ledger.words.get(word)?.author === desk.name,
  )
  ledger.drop(gone, `discarded by ${desk.name}`)
  desk.note(`Discard: over ${gone.join(' ')}`)
}
