import type { SavedMoment } from './hands.ts'
import type { Arrival, HeldReview } from './record.ts'
import { ANALYSTS, type Analyst, type Word, wordsIn } from './words.ts'

/** How a job with two analysts ended. */
export interface PairEnd {
  words: ReadonlyMap<string, Word>
  arrivals: readonly Arrival[]
  /** What the service held before the first request, and holds in the end. */
  first: HeldReview
  held: HeldReview
  /** Everything that can be read on each one's page. */
  shown: Readonly<Record<Analyst, string>>
  moments: Readonly<Record<Analyst, readonly SavedMoment[]>>
  /** Whether each page says that everything is saved. */
  isSettled: boolean
}

export interface PairVerdict {
  /** A sentence for every word that is lost or doubled, and for each "Saved" that was not true. */
  problems: string[]
  /** The words that were written over within one round trip, which no client can prevent. */
  writtenOver: string[]
  /** The words that were added a second time within one round trip. */
  addedTwice: string[]
}

/** A word that was typed later may not have been seen by the form when the page said "Saved". */
const YOUNG_MS = 1_000

/** Who took a word out of the service that it held until a moment; undefined where it never held it. */
const removerOf = (word: string, before: readonly Arrival[], first: HeldReview) => {
  const states = [first, ...before.map(({ held }) => held)]
  const last = states.findLastIndex((state) => wordsIn(state).includes(word))
  return last < 0 ? undefined : before[last]
}

/** "Saved" is said only where the service holds it, or the other one has changed it since. */
const savedProblems = ({ words, arrivals, first, moments }: PairEnd): string[] =>
  ANALYSTS.flatMap((name) =>
    moments[name].flatMap(({ at, texts }) => {
      const before = arrivals.filter((arrival) => arrival.at <= at)
      const held = new Set(wordsIn(before.at(-1)?.held ?? first))
      return wordsIn(texts).flatMap((word) => {
        const { typedAt = at, gone } = words.get(word) ?? {}
        if (held.has(word) || gone !== undefined || typedAt > at - YOUNG_MS) return []
        const remover = removerOf(word, before, first)
        if (remover && remover.by !== name) return []
        const why = remover ? `${name} had taken it out` : 'the service had never held it'
        return [`The page of ${name} said "Saved" with ${word}, and ${why}.`]
      })
    }),
  )

/** Says by the words that were typed what became of them. */
export const verdictOf = (end: PairEnd): PairVerdict => {
  const { words, arrivals, held, shown, isSettled } = end
  const counts = new Map<string, number>()
  for (const word of wordsIn(held)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const unread = new Set(arrivals.flatMap(({ writtenOver }) => writtenOver))
  const unreadTwice = new Set(arrivals.flatMap(({ addedTwice }) => addedTwice))
  const found = new Set(ANALYSTS.flatMap((name) => wordsIn(shown[name])))
  const problems = savedProblems(end)
  const writtenOver: string[] = []
  const addedTwice: string[] = []
  for (const [word, { gone, mayBeTwice }] of words) {
    const count = counts.get(word) ?? 0
    // While a save is half done, a list may stand there twice, and the page says so.
    if (count > 1 && !mayBeTwice && isSettled) {
      if (unreadTwice.has(word)) addedTwice.push(word)
      else problems.push(`${word} is there ${count} times.`)
    }
    if (count > 0 || gone !== undefined) continue
    if (unread.has(word)) writtenOver.push(word)
    else if (!found.has(word)) problems.push(`${word} is lost.`)
  }
  return { problems: [...new Set(problems)], writtenOver, addedTwice }
}
