import { startTransition, useEffect, useState } from 'react'

/** Milliseconds after which a page counts as painted where no frame comes, as in a hidden tab. */
const LONGEST_WAIT = 200

/**
 * Tells when there is time for what need not be in the first frame.
 * @param isAtOnce whether everything has to be there in the first frame
 * @returns whether the component was painted once
 */
export const useIsPainted = (isAtOnce: boolean): boolean => {
  const [isPainted, setIsPainted] = useState(isAtOnce)
  useEffect(() => {
    if (isPainted) return undefined
    const { port1, port2 } = new MessageChannel()
    const goOn = (): void => startTransition(() => setIsPainted(true))
    // A message that is sent while a frame is being made arrives once the frame is painted.
    port1.addEventListener('message', goOn)
    port1.start()
    const frame = requestAnimationFrame(() => port2.postMessage(null))
    const timer = setTimeout(goOn, LONGEST_WAIT)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      port1.close()
    }
  }, [isPainted])
  return isPainted
}
