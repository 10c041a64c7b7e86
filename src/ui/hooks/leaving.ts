import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'

/** What leaving the app would lose, for those who lead out of it and ask in their own words. */

const NOTHING = (): boolean => false

/** Whether the page holds input that this browser keeps nowhere. Set by the page that does. */
export const losesInput = service(() => createStore(NOTHING))

/**
 * Declares that the page may hold input that is kept nowhere.
 * @returns the function that takes it back
 */
export const mayLoseInput = (isInputHeld: () => boolean): (() => void) => {
  losesInput().setState(isInputHeld)
  return () => losesInput().setState(NOTHING)
}

/** Whether the user has been asked about everything that is lost, so that no page asks again. */
export const isLeaving = service(() => createStore(false))
