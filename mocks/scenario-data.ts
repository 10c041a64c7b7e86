import type { ScenarioName } from './scenarios.ts'
import { hostileStore } from './seed/hostile.ts'
import { manyStore } from './seed/many.ts'
import type { SeedOptions } from './seed/seed.ts'
import type { Store } from './service/store.ts'

/** The scenarios that bring data of their own. */
const MAKERS = { many: manyStore, hostile: hostileStore } as const
const NAMES = Object.keys(MAKERS) as (keyof typeof MAKERS)[]

/**
 * The data of scenarios, made when one is first asked for and kept with what was changed in it.
 * @param options read anew each time, since the day goes on
 */
export const scenarioData = (options: () => SeedOptions) => {
  let made: Partial<Record<ScenarioName, Store>> = {}
  return {
    /** undefined where none of the scenarios brings data */
    of: (names: ReadonlySet<ScenarioName>): Store | undefined => {
      const name = NAMES.find((candidate) => names.has(candidate))
      return name && (made[name] ??= MAKERS[name](options()))
    },
    /** Forgets every change. */
    forget: (): void => {
      made = {}
    },
  }
}
