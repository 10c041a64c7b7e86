import { type Budget, type MeasuredBudget, type State, stateOf } from './budgets.ts'
import { type Summary, summaryOf } from './stats.ts'
import type { Readings, Trial } from './trials/trial.ts'

/** What was measured, and on which machine. */
type Measured = Pick<Trial, 'profile' | 'subject'>

/** What a reading is kept under: profile, subject and name, as in "slow/live/firstRow". */
export const keyOf = ({ profile, subject }: Measured, name: string): string =>
  `${profile}/${subject}/${name}`

/** Everything that was read, by key, in the order of the rounds. */
export type Results = Map<string, number[]>

/** Keeps what a trial found; what could not be read is left out. */
export const keep = (results: Results, measured: Measured, readings: Readings): void => {
  for (const [name, value] of Object.entries(readings)) {
    if (Number.isNaN(value)) continue
    const key = keyOf(measured, name)
    results.set(key, [...(results.get(key) ?? []), value])
  }
}

/** How a budget was met. */
export interface Verdict extends Budget, Summary {
  state: State
}

/**
 * Holds a budget against what was measured, by its median. A ratio is taken round by round: what
 * slows the machine down slows both halves of it.
 * @returns undefined where it was not measured
 */
export const judge = (budget: MeasuredBudget, results: Results): Verdict | undefined => {
  const { key, against, ...plain } = budget
  const floors = against === undefined ? [] : (results.get(against) ?? [])
  const values = (results.get(key) ?? []).flatMap((value, round) => {
    const floor = against === undefined ? 1 : floors[round]
    return floor === undefined ? [] : [value / floor]
  })
  if (values.length === 0) return undefined
  const summary = summaryOf(values)
  return { ...plain, ...summary, state: stateOf(summary.median, plain) }
}
