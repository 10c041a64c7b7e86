import { useCallback, useSyncExternalStore } from 'react'

/**
 * Reads a value again and again, and renders when it has changed.
 * @param ms how often
 * @param read returns a primitive value, or the same object while nothing has changed
 */
export const useEvery = <T>(ms: number, read: () => T): T =>
  useSyncExternalStore(
    useCallback(
      (onChange) => {
        const timer = setInterval(onChange, ms)
        return () => clearInterval(timer)
      },
      [ms],
    ),
    read,
  )
