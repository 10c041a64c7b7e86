import { clear, createStore, del, entries, get, keys, set, type UseStore } from 'idb-keyval'

/**
 * What this browser keeps, in IndexedDB. It may be full, blocked, forbidden or not there at all, and
 * none of that may stop the work at hand: nothing here throws.
 */

/** Reads a value that an older app may have written; a zod schema is one. */
export interface StoredSchema<T> {
  safeParse: (value: unknown) => { success: true; data: T } | { success: false }
}

/** Values of one kind, by key. */
export interface LocalDb<T> {
  /** The value, if there is one that can be read. */
  get: (key: string) => Promise<T | undefined>
  /** @returns whether the value is kept */
  set: (key: string, value: T) => Promise<boolean>
  delete: (key: string) => Promise<void>
  /** The keys of everything, also of what cannot be read. */
  keys: () => Promise<string[]>
  /** Everything that can be read. */
  entries: () => Promise<[key: string, value: T][]>
  /** What cannot be read, as it was stored: another version of the app may have written it. */
  unreadable: () => Promise<[key: string, stored: unknown][]>
  clear: () => Promise<void>
}

/** Some browsers leave a request to a damaged or blocked database without an answer. */
const LONGEST_WAIT_MS = 5_000

const inTime = <R>(answer: Promise<R>): Promise<R> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('IndexedDB does not answer.')), LONGEST_WAIT_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** Opens a database of its own for values of one kind. */
export const localDb = <T>(name: string, schema: StoredSchema<T>): LocalDb<T> => {
  let store: UseStore | undefined

  const attempt = async <R>(otherwise: R, act: (store: UseStore) => Promise<R>): Promise<R> => {
    try {
      store ??= createStore(`countersign-${name}`, 'values')
      return await inTime(act(store))
    } catch {
      // The connection may be what failed; the next attempt opens another.
      store = undefined
      return otherwise
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
    clear: () => attempt(undefined, (store) => clear(store)),
  }
}

/**
 * Asks the browser not to clear what is kept here when space runs short. Some browsers ask the user;
 * nothing depends on the answer.
 */
export const askForLastingStorage = async (): Promise<void> => {
  try {
    const { storage } = globalThis.navigator as { storage?: StorageManager }
    if (!(await storage?.persisted())) await storage?.persist()
  } catch {
    // Then it is kept for as long as the browser likes.
  }
}
