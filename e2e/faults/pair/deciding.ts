import type { Random } from '../../../mocks/seed/random.ts'
import type { Desk } from './desk.ts'
import type { ShownConflict } from './hands.ts'
import { type Analyst, type Ledger, wordsIn } from './words.ts'

/** The choices for a conflict, and how their labels begin. */
const CHOICES = { mine: 'Keep mine', theirs: 'Take theirs', both: 'Both' } as const
type Choice = keyof typeof CHOICES

/** @throws Error for a label that is not known here */
const choiceOf = (label: string): Choice => {
  const known = (Object.keys(CHOICES) as Choice[]).find((one) => label.startsWith(CHOICES[one]))
  if (!known) throw new Error(`The question offers "${label}", which the suite does not know.`)
  return known
}

const wordsOf = (
  { rows }: ShownConflict,
  sides: readonly ('base' | 'theirs' | 'mine')[],
): Set<string> => new Set(rows.flatMap((row) => sides.flatMap((side) => wordsIn(row[side]))))

/** Notes the words that a decision drops, and those that it keeps in two versions. */
const noteDecision = (
  conflict: ShownConflict,
  label: string,
  by: Analyst,
  ledger: Ledger,
): void => {
  const choice = choiceOf(label)
  if (choice === 'both') {
    const theirs = wordsOf(conflict, ['theirs'])
    ledger.allowTwice([...wordsOf(conflict, ['mine'])].filter((word) => theirs.has(word)))
    return
  }
  const kept = wordsOf(conflict, [choice])
  const dropped = [...wordsOf(conflict, ['base', 'theirs', 'mine'])].filter(
    (word) => !kept.has(word),
  )
  ledger.drop(dropped, `${by} decided for ${choice} at ${conflict.place}`)
}

/** Answers the question on the page, conflict by conflict. */
export const decideAll = async (
  desk: Desk,
  conflicts: readonly ShownConflict[],
  random: Random,
  ledger: Ledger,
): Promise<void> => {
  const choices = conflicts.map((conflict) => random.pick(conflict.choices))
  const isChosen = await desk
    .page()
    .evaluate(([shown, wanted]) => globalThis.hands.decide(shown, wanted), [
      conflicts,
      choices,
    ] as const)
    .catch(() => false)
  const places = conflicts.map(({ place }, index) => `${place}: ${choices[index] ?? ''}`)
  desk.note(`${isChosen ? 'decides' : 'could not decide'} ${places.join(', ')}`)
  if (!isChosen) return
  for (const [index, conflict] of conflicts.entries())
    noteDecision(conflict, choices[index] ?? '', desk.name, ledger)
}
