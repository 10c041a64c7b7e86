/**
 * Objects that live as long as the page: its connection, its owner, its queues. Each is made on
 * first use, so that it loads with the code that needs it. They all live in one map, the only
 * module state in src. A test replaces the map to start like a new page.
 */
let made = new Map<() => unknown, unknown>()

/**
 * Declares a service without making it.
 * @returns a function that returns the page's single object, made on the first call
 */
export const service = <T>(create: () => T): (() => T) => {
  const get = (): T => {
    if (!made.has(get)) made.set(get, create())
    return made.get(get) as T
  }
  return get
}

/** Replaces the object of a service. Earlier callers keep the object they got. */
export const provide = <T>(get: () => T, instead: T): void => void made.set(get, instead)

/** For tests: drops all services, as a reload does. */
export const resetServices = (): void => {
  made = new Map()
}
