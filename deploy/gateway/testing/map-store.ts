import { type Store, StoreUnavailableError } from '../store/store.ts'

/** A store for tests, whose answers can be switched off. It forgets nothing. */
export interface MapStore extends Store {
  isBroken: boolean
  /** What it holds, by key. */
  values: Map<string, string>
}

/** Makes an empty store for a test. */
export const createMapStore = (): MapStore => {
  const values = new Map<string, string>()
  const asked = <T>(answer: () => T): Promise<T> =>
    store.isBroken ? Promise.reject(new StoreUnavailableError()) : Promise.resolve(answer())
  const store: MapStore = {
    isBroken: false,
    values,
    get: (key) => asked(() => values.get(key)),
    set: (key, value) =>
      asked(() => {
        values.set(key, value)
      }),
    add: (key, value) =>
      asked(() => {
        if (values.has(key)) return false
        values.set(key, value)
        return true
      }),
    delete: (key) =>
      asked(() => {
        values.delete(key)
      }),
    count: (key, by) =>
      asked(() => {
        const sum = Number(values.get(key) ?? 0) + by
        values.set(key, String(sum))
        return sum
      }),
    isReady: () => Promise.resolve(!store.isBroken),
    close: () => Promise.resolve(),
  }
  return store
}
