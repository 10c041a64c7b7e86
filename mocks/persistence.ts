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
 * Keeps changes over a reload: an overlay over the seed in the browser's storage, one key a record.
 * A change is written before its answer goes out, so that it survives a page that is killed right
 * after.
 */

export const PREFIX = 'countersign.demo.'
const META = `${PREFIX}meta`
/** Raise this when records stored in an older shape can no longer be read. */
export const VERSION = 1

/** The part of `localStorage` that the overlay needs. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** The data of the demo. */
export interface PersistentStore extends Store {
  /** Makes the next use read the storage again, after another tab has written. */
  invalidate(): void
  /** Undoes every change. */
  reset(): void
}

const metaSchema = z.strictObject({ version: z.literal(VERSION), seededOn: z.iso.date() })

/**
 * The shape of a stored record: the contract's schema of its answer, and its fields beyond that.
 */
const SHAPES: { [K in Kind]: [contract: z.ZodMiniType, extra: Record<string, z.ZodMiniType>] } = {
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
  const [contract, extra] = SHAPES[kind]
  if (!z.safeParse(z.object(extra), value).success) return false
  const shared = Object.fromEntries(
    Object.entries(value as object).filter(([field]) => !(field in extra)),
  )
  // Unknown words are allowed: a seeded record may hold some, and be stored for another change.
  return breachOf(contract, shared, true) === undefined
}

const keysOf = (storage: StorageLike): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  )

/** Blocked or full storage does not stop the demo, which goes on without it. */
const attempt = <T>(action: () => T, otherwise: T): T => {
  try {
    return action()
  } catch {
    return otherwise
  }
}

/**
 * Makes the store of the demo.
 * @param storage null where the browser has none
 * @param seed makes the data as of a day
 * @param today the reader's calendar day; the seed is dated anew each day until the first change
 */
export const persistentStore = (
  storage: StorageLike | null,
  seed: (day: string) => Collections,
  today: () => string,
): PersistentStore => {
  /** Records that the storage refused, such as when it is full. */
  let unsaved = new Map<string, string>()
  let seededOn = today()
  let current: Store | undefined

  const clear = (): void => {
    if (storage) attempt(() => keysOf(storage).forEach((key) => storage.removeItem(key)), undefined)
  }

  const load = (): Store => {
    const texts = new Map<string, string | null>()
    if (storage)
      attempt(() => {
        for (const key of keysOf(storage)) texts.set(key, storage.getItem(key))
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
      storage !== null &&
      attempt(() => {
        if (storage.getItem(META) === null)
          storage.setItem(META, JSON.stringify({ version: VERSION, seededOn }))
        storage.setItem(key, text)
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
