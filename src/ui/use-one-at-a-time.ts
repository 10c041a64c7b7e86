import { useState } from 'react'

/** One thing that a button sets off, and what became of it. */
interface OneAtATime {
  isBusy: boolean
  /** What the last run threw; null where it ended well. */
  error: unknown
  /** Runs one thing. It never throws, so that a button can be pressed again whatever went wrong. */
  run: (act: () => Promise<unknown>) => Promise<void>
}

/** Runs one thing at a time for a button, and keeps what went wrong beside it. */
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
