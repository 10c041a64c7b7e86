import type { SavedMoment } from './hands.ts'
import type { Arrival, HeldReview } from './record.ts'
import { ANALYSTS, type Analyst, type Word, wordsIn } from './words.ts'

/** The state at the end of a job with two analysts. */
export interface PairEnd {
  words: ReadonlyMap<string, Word>
  arrivals: readonly Arrival[]
  /** The service's state before the first request, and at the end. */
  first: HeldReview
  held: HeldReview
  /** All text on each analyst's page. */
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

/** The form may not have taken over words that were typed this shortly before "Saved". */
const YOUNG_MS = 1_000

/** The request that removed a word from the service; undefined where the service never held it. */
const removerOf = (word: string, before: readonly Arrival[], first: HeldReview) => {
  const states = [first, ...before.map(({ held }) => held)]
  const last = states.findLastIndex((state) => wordsIn(state).includes(word))
  return last < 0 ? undefined : before[last]
}

/**
 * Each "Saved" over a word that the service does not hold, unless the other analyst has changed it.
 */
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

/** Judges from the words that were typed what became of each. */
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
    // While a save is unfinished, a list may be there twice, and the page says so.
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
