import * as z from 'zod/mini'
import { vendorDocumentContract } from '../src/domain/contract/document.ts'
import { questionnaireContract } from '../src/domain/contract/questionnaire.ts'
import { reviewContract } from '../src/domain/contract/review-with-form.ts'
import { userContract } from '../src/domain/contract/user.ts'
import { vendorContract } from '../src/domain/contract/vendor.ts'
import { breachOf } from './conforms.ts'
import type { Collections, Kind, Records } from './service/records.ts'
import { isKind, memoryStore, type Store } from './service/store.ts'

/**
 * Keeps what was changed over a reload: an overlay over the seed in the browser's storage, one key
 * a record. It is written before the answer goes out, so that a page that is killed right after a
 * write finds it again.
 */

export const PREFIX = 'countersign.demo.'
const META = `${PREFIX}meta`
/** Raised when stored records of an older shape can no longer be read. */
export const VERSION = 1

/** What the overlay needs of `localStorage`. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** The data of the demo. */
export interface PersistentStore extends Store {
  /** Reads the storage again before the next use: another tab wrote. */
  invalidate(): void
  /** Forgets every change. */
  reset(): void
}

const metaSchema = z.strictObject({ version: z.literal(VERSION), seededOn: z.iso.date() })

/** What a stored record must be: what is answered of it, and the fields that only records have. */
const SHAPES: { [K in Kind]: [contract: z.ZodMiniType, own: Record<string, z.ZodMiniType>] } = {
  vendors: [
    vendorContract,
    { userId: z.nullable(z.int()), relationshipContactId: z.nullable(z.int()) },
  ],
  reviews: [reviewContract, { vendorId: z.int() }],
  users: [userContract, {}],
  questionnaires: [
    questionnaireContract,
    {
      vendorId: z.int(),
      reviewId: z.nullable(z.int()),
      createdAt: z.string(),
      updatedAt: z.string(),
    },
  ],
  documents: [vendorDocumentContract, { vendorId: z.int() }],
}
const stampedSchema = z.object({ id: z.int(), createdAt: z.string(), updatedAt: z.string() })

const parse = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = <K extends Kind>(kind: K, value: unknown): value is Records[K] => {
  if (!z.safeParse(stampedSchema, value).success) return false
  const [contract, own] = SHAPES[kind]
  if (!z.safeParse(z.object(own), value).success) return false
  const shared = Object.fromEntries(
    Object.entries(value as object).filter(([field]) => !(field in own)),
  )
  // Seeded records may hold words that the contract does not know, and be changed otherwise.
  return breachOf(contract, shared, true) === undefined
}

const keysOf = (shelf: Shelf): string[] =>
  Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  )

/** A storage that is blocked or full is no storage: the demo goes on without. */
const attempt = <T>(action: () => T, otherwise: T): T => {
  try {
    return action()
  } catch {
    return otherwise
  }
}

/**
 * @param shelf null where the browser gives none
 * @param seed makes the data as of a day
 * @param today the reader's calendar day; the seed is dated anew each day until the first change
 */
export const persistentStore = (
  shelf: Shelf | null,
  seed: (day: string) => Collections,
  today: () => string,
): PersistentStore => {
  /** What the storage did not take. */
  let unsaved = new Map<string, string>()
  let seededOn = today()
  let current: Store | undefined

  const clear = (): void => {
    if (shelf) attempt(() => keysOf(shelf).forEach((key) => shelf.removeItem(key)), undefined)
  }

  const load = (): Store => {
    const texts = new Map<string, string | null>()
    if (shelf)
      attempt(() => {
        for (const key of keysOf(shelf)) texts.set(key, shelf.getItem(key))
      }, undefined)
    const meta = z.safeParse(metaSchema, parse(texts.get(META) ?? null))
    if (!meta.success && texts.size) {
      texts.clear()
      clear()
    }
    if (meta.success) seededOn = meta.data.seededOn
    else if (!unsaved.size) seededOn = today()
    const store = memoryStore(seed(seededOn))
    for (const [key, text] of [...texts, ...unsaved]) {
      const kind = key.slice(PREFIX.length).split('.')[0]
      const record = parse(text)
      if (isKind(kind) && isRecord(kind, record)) store.put(kind, record)
    }
    return store
  }

  const store = (): Store => {
    current ??= load()
    return current
  }

  const save = (key: string, text: string): void => {
    const saved =
      shelf !== null &&
      attempt(() => {
        if (shelf.getItem(META) === null)
          shelf.setItem(META, JSON.stringify({ version: VERSION, seededOn }))
        shelf.setItem(key, text)
        return true
      }, false)
    if (saved) unsaved.delete(key)
    else unsaved.set(key, text)
  }

  return {
    all: (kind) => store().all(kind),
    find: (kind, id) => store().find(kind, id),
    nextId: (kind) => store().nextId(kind),
    put: (kind, record) => {
      const target = store()
      save(`${PREFIX}${kind}.${record.id}`, JSON.stringify(record))
      target.put(kind, record)
    },
    invalidate: () => {
      current = undefined
    },
    reset: () => {
      clear()
      unsaved = new Map()
      current = undefined
    },
  }
}
