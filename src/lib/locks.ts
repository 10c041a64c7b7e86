/**
 * Locks that all tabs of this browser see, by name. Where the browser has none (only pages of a
 * secure origin have) or gives none, everything is held at once and nothing is seen to be held.
 */

const PREFIX = 'countersign:'

const locksOf = (): LockManager | undefined =>
  (globalThis.navigator as { locks?: LockManager }).locks

/**
 * Holds a lock until it is let go, or until the page ends.
 * @returns lets it go; null where another page, or this one, holds it
 */
export const holdLock = (name: string): Promise<(() => void) | null> =>
  new Promise((resolve) => {
    const goOnWithout = (): void => resolve(() => undefined)
    const locks = locksOf()
    if (!locks) {
      goOnWithout()
      return
    }
    locks
      .request(PREFIX + name, { ifAvailable: true }, (lock) => {
        if (lock !== null) return new Promise<void>((letGo) => resolve(letGo))
        resolve(null)
        return undefined
      })
      .catch(goOnWithout)
  })

/**
 * Runs one after the other, across all tabs, what goes by the same name.
 * @throws what `run` throws
 */
export const withLock = async <R>(name: string, run: () => Promise<R>): Promise<R> => {
  const locks = locksOf()
  if (!locks) return run()
  let hasBegun = false
  try {
    return await locks.request(PREFIX + name, () => {
      hasBegun = true
      return run()
    })
  } catch (error) {
    if (hasBegun) throw error
    return run()
  }
}

/** @returns the names of all locks that are held; undefined where the browser cannot tell */
export const namesOfLocks = async (): Promise<ReadonlySet<string> | undefined> => {
  try {
    const { held } = (await locksOf()?.query()) ?? {}
    return held && new Set(held.flatMap(({ name }) => (name ? [name.slice(PREFIX.length)] : [])))
  } catch {
    return undefined
  }
}

/** @returns the names of all locks that are seen to be held */
export const heldLocks = async (): Promise<ReadonlySet<string>> =>
  (await namesOfLocks()) ?? new Set()
