import type { CreationStore, KeptCreation } from '../../api/once/reviews/kept-creations.ts'
import type { LocalDb } from '../../lib/local-db.ts'

/** A database in memory. */
export const memoryDb = <T>(): LocalDb<T> & { values: Map<string, T> } => {
  const values = new Map<string, T>()
  return {
    values,
    get: async (key) => structuredClone(values.get(key)),
    set: async (key, value) => {
      values.set(key, structuredClone(value))
      return true
    },
    delete: async (key) => void values.delete(key),
    keys: async () => [...values.keys()],
    entries: async () => structuredClone([...values.entries()]),
    unreadable: async () => [],
    clear: async () => {
      values.clear()
      return true
    },
  }
}

/** A store of creations in memory, with a way to read its content. */
export const memoryStore = (): CreationStore & { kept: () => KeptCreation[] } => {
  const values = new Map<string, KeptCreation>()
  const keyOf = ({ vendorId, id }: Pick<KeptCreation, 'vendorId' | 'id'>) => `${vendorId} ${id}`
  return {
    kept: () => [...values.values()],
    all: async () => structuredClone([...values.values()]),
    keep: async (creation) => {
      values.set(keyOf(creation), structuredClone(creation))
      return true
    },
    forget: async (creation) => void values.delete(keyOf(creation)),
  }
}
