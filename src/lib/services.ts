/**
 * What lives as long as the page: its connection, its owner, its queues. Each is made where it is
 * first asked for, so that it comes with the code that needs it. All of them stand in one map, the
 * only state of a module in src: a test replaces it, and begins as a new page does.
 */
let made = new Map<() => unknown, unknown>()

/**
 * Declares a service. Nothing is made yet.
 * @returns gives the page's one object, made at the first call
 */
export const service = <T>(create: () => T): (() => T) => {
  const get = (): T => {
    if (!made.has(get)) made.set(get, create())
    return made.get(get) as T
  }
  return get
}

/** Puts another object in the place of a service's own. Who has asked before keeps what it got. */
export const provide = <T>(get: () => T, instead: T): void => void made.set(get, instead)

/** For tests: forgets every service, as a page that is loaded anew does. */
export const resetServices = (): void => {
  made = new Map()
}
