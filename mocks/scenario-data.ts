import type { ScenarioName } from './scenarios.ts'
import { hostileStore } from './seed/hostile.ts'
import { manyStore } from './seed/many.ts'
import type { SeedOptions } from './seed/seed.ts'
import type { Store } from './service/store.ts'

/** The scenarios that replace the data. */
const MAKERS = { many: manyStore, hostile: hostileStore } as const
const NAMES = Object.keys(MAKERS) as (keyof typeof MAKERS)[]

/**
 * The data of scenarios: made on first use, and kept with its changes.
 * @param options read on each use, since the day changes
 */
export const scenarioData = (options: () => SeedOptions) => {
  let made: Partial<Record<ScenarioName, Store>> = {}
  return {
    /** undefined where none of the scenarios replaces the data */
    of: (names: ReadonlySet<ScenarioName>): Store | undefined => {
      const name = NAMES.find((candidate) => names.has(candidate))
      return name && (made[name] ??= MAKERS[name](options()))
    },
    /** Undoes every change. */
    forget: (): void => {
      made = {}
    },
  }
}
