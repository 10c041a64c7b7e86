import { type Collections, KINDS, type Kind, type Records } from './records.ts'

/** Where the service keeps its records. Records are never changed in place, only replaced. */
export interface Store {
  all<K extends Kind>(kind: K): readonly Records[K][]
  find<K extends Kind>(kind: K, id: number): Records[K] | undefined
  /** Adds a record, or replaces the one with its id. */
  put<K extends Kind>(kind: K, record: Records[K]): void
  /** An id that no record of the collection has. */
  nextId(kind: Kind): number
}

type Maps = { [K in Kind]: Map<number, Records[K]> }

const byId = <R extends { id: number }>(records: readonly R[]): Map<number, R> =>
  new Map(records.map((record) => [record.id, record]))

/** A store in memory. It does not change the seed. */
export const memoryStore = (seed: Collections): Store => {
  const maps: Maps = {
    vendors: byId(seed.vendors),
    reviews: byId(seed.reviews),
    users: byId(seed.users),
    questionnaires: byId(seed.questionnaires),
    documents: byId(seed.documents),
  }
  return {
    all: (kind) => [...maps[kind].values()],
    find: (kind, id) => maps[kind].get(id),
    put: (kind, record) => {
      maps[kind].set(record.id, record)
    },
    nextId: (kind) => {
      let highest = 0
      for (const id of maps[kind].keys()) if (id > highest) highest = id
      return highest + 1
    },
  }
}

/** Whether a word names a collection. */
export const isKind = (word: string | undefined): word is Kind =>
  KINDS.some((kind) => kind === word)
