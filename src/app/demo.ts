import { useLocation } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import { stringifySearch } from '../lib/search-params.ts'

/** What the demo lets a visitor do with its service. */
export interface Demo {
  /** Forgets every change and starts from the seed again. */
  reset(): Promise<void>
  /** Situations that can be asked for by `?scenario=`. */
  scenarios: readonly { name: string; title: string }[]
}

const DemoContext = createContext<Demo | null>(null)

/** Gives the demo's controls to the shell; null in live mode. */
export const DemoProvider = DemoContext.Provider

/** @returns the demo's controls, or null in live mode */
export const useDemo = (): Demo | null => useContext(DemoContext)

/**
 * The scenario in the address, and where another one is played.
 * A scenario is followed with a fresh page, since what is cached came from another service.
 */
export const useScenario = () => {
  const { pathname, search } = useLocation()
  return {
    names: search.scenario?.split(',') ?? [],
    hrefOf: (scenario: string | undefined): string =>
      pathname + stringifySearch({ ...search, scenario }),
  }
}
