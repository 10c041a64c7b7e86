import { type Budget, type MeasuredBudget, type State, stateOf } from './budgets.ts'
import { type Summary, summaryOf } from './stats.ts'
import type { Readings, Trial } from './trials/trial.ts'
import { formatValue } from './units.ts'

/** The subject that was measured, and the machine that it had. */
type Measured = Pick<Trial, 'profile' | 'subject'>

/** The key of a reading: profile, subject and name, as in "slow/live/firstRow". */
export const keyOf = ({ profile, subject }: Measured, name: string): string =>
  `${profile}/${subject}/${name}`

/** All readings by key, in the order of the rounds. */
export type Results = Map<string, number[]>

/** Adds the readings of a trial, without those that are missing. */
export const addReadings = (results: Results, measured: Measured, readings: Readings): void => {
  for (const [name, value] of Object.entries(readings)) {
    if (Number.isNaN(value)) continue
    const key = keyOf(measured, name)
    results.set(key, [...(results.get(key) ?? []), value])
  }
}

/** A budget and the measurement that was compared with it. */
export interface Verdict extends Budget, Summary {
  state: State
  /** The median of the time itself, with its unit; only for a ratio. */
  time?: string
}

/**
 * Compares a budget with the median of its measurements. A ratio is computed round by round, since
 * what slows the machine down slows both halves.
 * @returns undefined where nothing was measured
 */
export const judge = (budget: MeasuredBudget, results: Results): Verdict | undefined => {
  const { key, against, ofUnit = 'ms', ...plain } = budget
  const floors = against === undefined ? [] : (results.get(against) ?? [])
  const values = (results.get(key) ?? []).flatMap((value, round) => {
    const floor = against === undefined ? 1 : floors[round]
    return floor === undefined ? [] : [value / floor]
  })
  if (values.length === 0) return undefined
  const summary = summaryOf(values)
  return {
    ...plain,
    ...summary,
    state: stateOf(summary.median, plain),
    ...(against !== undefined && {
      time: `${formatValue(summaryOf(results.get(key) ?? []).median, ofUnit)} ${ofUnit}`,
    }),
  }
}

/** Medians within this share of each other are the same. */
const STEADY = 0.02

/** Whether another round has left all medians where they were. */
export const isSteady = (before: readonly Verdict[], after: readonly Verdict[]): boolean =>
  before.length === after.length &&
  after.every(({ median }, index) => {
    const earlier = before[index]?.median ?? Number.NaN
    return Math.abs(median - earlier) <= STEADY * Math.abs(earlier)
  })
