import { useState } from 'react'

/** A button's action and its outcome. */
interface OneAtATime {
  isBusy: boolean
  /** The error of the last run; null if it succeeded. */
  error: unknown
  /** Runs an action. It never throws, so the button stays usable after any error. */
  run: (act: () => Promise<unknown>) => Promise<void>
}

/** Runs one action at a time for a button, and keeps its error. */
export const useOneAtATime = (): OneAtATime => {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    setIsBusy(true)
    setError(null)
    try {
      await act()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, error, run }
}
