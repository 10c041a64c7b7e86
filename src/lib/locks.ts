/**
 * Named locks that all tabs of this browser share. In a browser without locks (they need a secure
 * context), or one that refuses them, every lock is granted and no lock shows as held.
 */

const PREFIX = 'countersign:'

const locksOf = (): LockManager | undefined =>
  (globalThis.navigator as { locks?: LockManager }).locks

/**
 * Holds a lock until it is released or the page ends.
 * @returns the function that releases it; null if any page, including this one, holds it already
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
 * Runs the tasks of one name one after the other, across all tabs. A browser without locks (they
 * need a secure context), or one that refuses a lock, runs a task immediately.
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

/** @returns the names of all held locks; undefined if the browser cannot tell */
export const namesOfLocks = async (): Promise<ReadonlySet<string> | undefined> => {
  try {
    const { held } = (await locksOf()?.query()) ?? {}
    return held && new Set(held.flatMap(({ name }) => (name ? [name.slice(PREFIX.length)] : [])))
  } catch {
    return undefined
  }
}

/** @returns the names of all held locks, as far as the browser can tell */
export const heldLocks = async (): Promise<ReadonlySet<string>> =>
  (await namesOfLocks()) ?? new Set()
