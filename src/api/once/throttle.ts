import type { ApiError } from '../transport/api-error.ts'

/**
 * How long to wait after a 429 without Retry-After, in seconds. The service limits requests per
 * minute (contract, point 18).
 */
const DEFAULT_WAIT_S = 60
/** A browser's timer cannot wait much longer. After this time the service is asked again. */
const LONGEST_WAIT_S = 2_000_000

/** How long to leave the service alone after a 429, in seconds. */
const secondsToWait = ({ retryAfter }: ApiError): number =>
  Math.min(Math.max(1, retryAfter ?? DEFAULT_WAIT_S), LONGEST_WAIT_S)

/** Holds back all writes while the service limits requests. */
export interface Throttle {
  /** Starts the wait that the error asks for. */
  hold: (error: ApiError) => void
  /**
   * Waits until requests may be sent.
   * @throws the signal's reason when it is aborted
   */
  pass: (signal?: AbortSignal) => Promise<void>
  /** When the wait ends, in milliseconds of `performance.now()`; null while there is none. */
  until: () => number | null
}

/** Waits for a promise. @throws the signal's reason when it is aborted first */
const unlessAborted = <R>(promise: Promise<R>, signal: AbortSignal | undefined) =>
  new Promise<R>((resolve, reject) => {
    const abort = (): void => reject(signal?.reason as Error)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
    void promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort))
  })

/**
 * Makes a throttle. Only timers decide when a wait is over, since comparing times would go wrong
 * when the clock is set back.
 * @param onChange called when a wait begins or ends
 */
export const createThrottle = (onChange: () => void): Throttle => {
  const holds = new Set<symbol>()
  let until: number | null = null
  let release: () => void = () => undefined
  let released = Promise.resolve()

  return {
    hold: (error) => {
      const milliseconds = secondsToWait(error) * 1_000
      const hold = Symbol('hold')
      if (holds.size === 0)
        released = new Promise((resolve) => {
          release = resolve
        })
      holds.add(hold)
      until = Math.max(until ?? 0, performance.now() + milliseconds)
      setTimeout(() => {
        holds.delete(hold)
        if (holds.size > 0) return
        until = null
        release()
        onChange()
      }, milliseconds)
      onChange()
    },
    pass: async (signal) => {
      signal?.throwIfAborted()
      while (holds.size > 0) await unlessAborted(released, signal)
    },
    until: () => until,
  }
}
