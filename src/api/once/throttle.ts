import type { ApiError } from '../transport/api-error.ts'

/**
 * How long to wait where a 429 does not say, in seconds: the service limits requests per minute
 * (contract, point 18).
 */
const DEFAULT_WAIT_S = 60
/** A browser's timer cannot wait much longer than this; afterwards the service is asked again. */
const LONGEST_WAIT_S = 2_000_000

/** How long a service that limits requests (429) is left alone, in seconds. */
const secondsToWait = ({ retryAfter }: ApiError): number =>
  Math.min(Math.max(1, retryAfter ?? DEFAULT_WAIT_S), LONGEST_WAIT_S)

/** Holds back everything that goes to a service which limits requests. */
export interface Throttle {
  /** Leaves the service alone for as long as it says. */
  hold: (error: ApiError) => void
  /**
   * Waits until the service may be asked.
   * @throws the signal's reason when it is aborted
   */
  pass: (signal?: AbortSignal) => Promise<void>
  /** When the wait ends, in milliseconds of `performance.now()`; null while there is none. */
  until: () => number | null
}

/** Waits for something. @throws the signal's reason when it is aborted before */
const unlessAborted = <R>(promise: Promise<R>, signal: AbortSignal | undefined) =>
  new Promise<R>((resolve, reject) => {
    const abort = (): void => reject(signal?.reason as Error)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
    void promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', abort))
  })

/**
 * Makes a throttle. Timers alone decide when a wait is over: a clock that is set back would make
 * any comparison of moments wrong.
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
