import { clear, createStore, del, entries, get, keys, set, type UseStore } from 'idb-keyval'

/**
 * Data that this browser keeps in IndexedDB. It may be full, blocked, forbidden or missing. None of
 * that may interrupt the user's work, so nothing here throws.
 */

/** Parses a stored value, which an older version of the app may have written. A zod schema fits. */
export interface StoredSchema<T> {
  safeParse: (value: unknown) => { success: true; data: T } | { success: false }
}

/** Values of one kind, by key. */
export interface LocalDb<T> {
  /** The value, or undefined if there is none or it cannot be read. */
  get: (key: string) => Promise<T | undefined>
  /** @returns whether the value was stored */
  set: (key: string, value: T) => Promise<boolean>
  delete: (key: string) => Promise<void>
  /** All keys, including those of unreadable values. */
  keys: () => Promise<string[]>
  /** All readable values. */
  entries: () => Promise<[key: string, value: T][]>
  /**
   * The unreadable values as they were stored. Another version of the app may have written them.
   */
  unreadable: () => Promise<[key: string, stored: unknown][]>
  /** @returns whether nothing is left */
  clear: () => Promise<boolean>
}

/** Some browsers never answer a request to a damaged or blocked database. */
const LONGEST_WAIT_MS = 5_000
const TIMEOUT = 'TimeoutError'

const inTime = <R>(answer: Promise<R>): Promise<R> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DOMException('IndexedDB does not answer.', TIMEOUT)),
      LONGEST_WAIT_MS,
    )
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** Opens a separate database for values of one kind. */
export const localDb = <T>(name: string, schema: StoredSchema<T>): LocalDb<T> => {
  let store: UseStore | undefined

  const attempt = async <R>(otherwise: R, act: (store: UseStore) => Promise<R>): Promise<R> => {
    const isReused = store !== undefined
    try {
      store ??= createStore(`countersign-${name}`, 'values')
      return await inTime(act(store))
    } catch (error) {
      // The connection itself may have failed, as when the browser deletes the database under an
      // open page. A new connection may work.
      store = undefined
      const isLate = error instanceof DOMException && error.name === TIMEOUT
      return isReused && !isLate ? attempt(otherwise, act) : otherwise
    }
  }
  const all = (): Promise<[string, unknown][]> =>
    attempt<[string, unknown][]>([], (store) => entries(store))

  return {
    get: async (key) => {
      const read = schema.safeParse(await attempt<unknown>(undefined, (store) => get(key, store)))
      return read.success ? read.data : undefined
    },
    set: (key, value) =>
      attempt(false, async (store) => {
        await set(key, value, store)
        return true
      }),
    delete: (key) => attempt(undefined, (store) => del(key, store)),
    keys: () => attempt<string[]>([], (store) => keys(store)),
    entries: async () =>
      (await all()).flatMap(([key, stored]): [string, T][] => {
        const read = schema.safeParse(stored)
        return read.success ? [[key, read.data]] : []
      }),
    unreadable: async () => (await all()).filter(([, stored]) => !schema.safeParse(stored).success),
    clear: () =>
      attempt(false, async (store) => {
        await clear(store)
        return true
      }),
  }
}
