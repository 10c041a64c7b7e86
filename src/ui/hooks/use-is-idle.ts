import { useEffect, useState } from 'react'

/** Milliseconds after which a browser that never rests, or does not tell, counts as idle. */
const LONGEST_WAIT = 3_000

/** @returns whether the page was painted and the browser has had a moment with nothing to do */
export const useIsIdle = (): boolean => {
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => {
    const rest = (): void => setIsIdle(true)
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(rest, LONGEST_WAIT)
      return () => clearTimeout(timer)
    }
    const request = requestIdleCallback(rest, { timeout: LONGEST_WAIT })
    return () => cancelIdleCallback(request)
  }, [])
  return isIdle
}
