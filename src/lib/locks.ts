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

/** @returns the names of all locks that are held */
export const heldLocks = async (): Promise<ReadonlySet<string>> => {
  try {
    const { held = [] } = (await locksOf()?.query()) ?? {}
    return new Set(held.flatMap(({ name }) => (name ? [name.slice(PREFIX.length)] : [])))
  } catch {
    return new Set()
  }
}
