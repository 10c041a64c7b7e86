/** The readable side of a store. */
export interface Readable<T> {
  getState: () => T
  /** @param onChange called after every change @returns the function that removes it */
  subscribe: (onChange: () => void) => () => void
}

/** An observable value. It is replaced, never mutated. */
export interface Store<T> extends Readable<T> {
  /** Sets the value. Listeners are not called if it is the same. */
  setState: (next: T) => void
}

/** Makes a store. Its functions may be passed on unbound. */
export const createStore = <T>(initial: T): Store<T> => {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    getState: () => state,
    setState: (next) => {
      if (Object.is(next, state)) return
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

/**
 * Waits until the state of a store meets a condition.
 * @returns the state
 * @throws the signal's reason when it is aborted first
 */
export const whenState = <T, S extends T>(
  { getState, subscribe }: Readable<T>,
  isMet: (state: T) => state is S,
  signal?: AbortSignal,
): Promise<S> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      stop()
      signal?.removeEventListener('abort', abort)
    }
    const abort = (): void => {
      end()
      reject(signal?.reason as Error)
    }
    const look = (): void => {
      const state = getState()
      if (!isMet(state)) return
      end()
      resolve(state)
    }
    const stop = subscribe(look)
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    else look()
  })
