import { setTimeout as pause } from 'node:timers/promises'
import type { Desk } from './desk.ts'
import type { Look, SavedMoment } from './hands.ts'
import { type Ledger, wordsIn } from './words.ts'

const LOOK_EVERY_MS = 100
const LIMIT_MS = 8_000
/** A long list renders a moment after the notice is gone. */
const STANDS_MS = 600

/** The words in the form once they have not changed for a moment. */
const settledWords = async (desk: Desk): Promise<Set<string>> => {
  let words = await desk.formWords()
  let since = Date.now()
  while (Date.now() - since < STANDS_MS) {
    await pause(LOOK_EVERY_MS)
    const now = await desk.formWords()
    if (now.join(' ') !== words.join(' ')) since = Date.now()
    words = now
  }
  return new Set(words)
}

/**
 * Whether the notice of an unfinished save is there. Its buttons are disabled while a save runs.
 */
const isUnfinished = ({ alerts }: Look): boolean =>
  alerts.some(({ text }) => text.includes('A save was not finished'))

/** Undoes a save, or leaves it as it is. Words that were never called saved may then be gone. */
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
  const after = await settledWords(desk)
  const saved = new Set(wordsIn(moments.flatMap(({ texts }) => texts)))
  // The notice says when a list is empty now. The list stays empty if the save is left as it is.
  const isAll =
    button === 'Leave it as it is' && seen.alerts.some(({ text }) => text.includes('empty until'))
  const gone = before.filter((word) => {
    const isOwn = ledger.words.get(word)?.author === desk.name && !saved.has(word)
    return !after.has(word) && (isAll || isOwn)
  })
  ledger.drop(gone, `${button}, by ${desk.name}`)
  desk.note(`${button}: over ${gone.join(' ')}`)
}

/** Discards a restored draft. Words of this analyst that this removes may be gone. */
export const discard = async (desk: Desk, ledger: Ledger): Promise<void> => {
  const before = await desk.formWords()
  await desk.press('Discard')
  const after = await settledWords(desk)
  const gone = before.filter(
    (word) => !after.has(word) && ledger.words.get(word)?.author === desk.name,
  )
  ledger.drop(gone, `discarded by ${desk.name}`)
  desk.note(`Discard: over ${gone.join(' ')}`)
}
