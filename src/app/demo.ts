import { useLocation } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import { stringifySearch } from '../lib/search-params.ts'

/** What a visitor can do with the demo's service. */
export interface Demo {
  /** Drops every change and goes back to the seed. */
  reset(): Promise<void>
  /** Situations that `?scenario=` can select. */
  scenarios: readonly { name: string; title: string }[]
}

const DemoContext = createContext<Demo | null>(null)

export const DemoProvider = DemoContext.Provider

/** @returns the demo's controls, or null in live mode */
export const useDemo = (): Demo | null => useContext(DemoContext)

/**
 * The scenario in the address, and a way to change it. A change loads a fresh page, since the cache
 * belongs to the old scenario.
 */
export const useScenario = () => {
  const { pathname, search } = useLocation()
  return {
    names: search.scenario?.split(',') ?? [],
    hrefOf: (scenario: string | undefined): string =>
      pathname + stringifySearch({ ...search, scenario }),
  }
}
