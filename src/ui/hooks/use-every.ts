import { useCallback, useSyncExternalStore } from 'react'

/**
 * Polls a value, and renders when it has changed.
 * @param ms the interval in milliseconds
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
