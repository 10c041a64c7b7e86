import type { Displaced } from '../../domain/work/carry.ts'
import type { SentRequest, Work } from '../../domain/work/work.ts'
import { newId } from '../../lib/ids.ts'
import { askForLastingStorage } from '../../lib/lasting-storage.ts'
import type { LocalDb } from '../../lib/local-db.ts'
import type { ReviewKey } from './save-work.ts'
import type { Tabs } from './tabs.ts'
import { type StoredWork, WORK_VERSION } from './work-schema.ts'

/**
 * The unsaved work that this browser keeps, under the key `version owner vendor/review/id`. Each
 * work has a unique id, so a page never writes over what it has not read. An owner never sees
 * another owner's work. Nothing is deleted because of its age or shape: only saving, discarding and
 * wiping delete work.
 */

/** A stored record, with its work. */
export interface WorkRecord extends ReviewKey {
  id: string
  reviewTitle: string
  /** The tab that has it open, or had it last. */
  tab: string
  /** Milliseconds since 1970; for display. */
  savedAt: number
  work: Work
  /** Older words of the analyst, displaced by newer ones. */
  displaced: readonly Displaced[]
}

/** The readable part of a record that another version of the app has written. */
export interface ForeignRecord {
  key: string
  /** Undefined if it cannot be read. */
  review: ReviewKey | undefined
  texts: readonly string[]
}

/** The records about one review. */
export interface KeptWork {
  own: WorkRecord | undefined
  /** Records that no open tab has, newest first. */
  left: readonly WorkRecord[]
  /** Records of other tabs that are open, or may be. */
  elsewhere: readonly WorkRecord[]
}

export interface WorkStore {
  read: (key: ReviewKey) => Promise<KeptWork>
  /** Stores the work of this tab. @returns whether the browser stored it */
  write: (record: Omit<WorkRecord, 'tab' | 'savedAt'>) => Promise<boolean>
  /** Deletes a record. @param record with a `tab`: only if that tab still has the record */
  remove: (record: ReviewKey & { id: string; tab?: string }) => Promise<void>
  /** Moves the record of a closed tab to this tab. @returns undefined if another tab has it */
  adopt: (record: WorkRecord) => Promise<WorkRecord | undefined>
  /** All records of this owner, newest first. */
  list: () => Promise<WorkRecord[]>
  /** Records that other versions of the app keep for this owner. */
  foreign: () => Promise<ForeignRecord[]>
  removeForeign: (key: string) => Promise<void>
  /** Deletes all records of this owner that {@link list} returns. */
  wipe: () => Promise<void>
}

export interface WorkStoreOptions {
  db: LocalDb<StoredWork>
  tabs: Tabs
  /** Resolves once the owner is known. */
  owner: () => Promise<string>
}

/** How long a page waits for the owner before it continues without keeping anything. */
const OWNER_LIMIT_MS = 5_000

const KEY = /^\d+ (\S+) (\d+)\/(\d+)\/\S+$/

/** All texts anywhere in a value, each once. */
export const textsIn = (value: unknown): string[] => {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part === 'string' && part.trim() !== '') found.add(part)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(look)
  }
  look(value)
  return [...found]
}

/** The typed texts in a record whose shape resembles ours; all its texts if the shape does not. */
const typedIn = (stored: unknown): string[] => {
  const { mine, base } = (stored ?? {}) as { mine?: unknown; base?: unknown }
  const known = new Set(textsIn(base))
  return mine === undefined ? textsIn(stored) : textsIn(mine).filter((text) => !known.has(text))
}

const newestFirst = (one: WorkRecord, other: WorkRecord): number => other.savedAt - one.savedAt

export const createWorkStore = ({ db, tabs, owner }: WorkStoreOptions): WorkStore => {
  const keyOf = (of: string, { vendorId, reviewId, id }: ReviewKey & { id: string }): string =>
    `${WORK_VERSION} ${of} ${vendorId}/${reviewId}/${id}`

  const ownerInTime = (): Promise<string | undefined> =>
    Promise.race([
      owner(),
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), OWNER_LIMIT_MS)),
    ])

  const toRecord = ({
    base,
    mine,
    journal,
    decided,
    version: _,
    ...kept
  }: StoredWork): WorkRecord => ({
    ...kept,
    work: {
      base,
      mine,
      decided,
      // Page clocks differ: a request of an earlier page counts as ended now.
      journal: journal.map((request): SentRequest => ({ ...request, endedAt: performance.now() })),
    },
  })

  const ofOwner = async (): Promise<WorkRecord[]> => {
    const of = await owner()
    return (await db.entries())
      .filter(([key]) => KEY.exec(key)?.[1] === of)
      .map(([, stored]) => toRecord(stored))
      .toSorted(newestFirst)
  }

  const put = async (record: Omit<WorkRecord, 'savedAt'>): Promise<boolean> => {
    const of = await ownerInTime()
    if (of === undefined) return false
    const { id, vendorId, reviewId, reviewTitle, tab, work, displaced } = record
    const { base, mine, journal, decided } = work
    const isKept = await db.set(keyOf(of, record), {
      version: WORK_VERSION,
      id,
      vendorId,
      reviewId,
      reviewTitle,
      tab,
      savedAt: Date.now(),
      base,
      mine,
      journal: journal.map(({ endedAt: _, ...request }) => request) as StoredWork['journal'],
      decided: [...decided],
      displaced: [...displaced],
    })
    if (isKept) void askForLastingStorage()
    return isKept
  }

  return {
    read: async ({ vendorId, reviewId }) => {
      const [records, tab, open] = [await ofOwner(), await tabs.own(), await tabs.open()]
      const ofReview = records.filter(
        (record) => record.vendorId === vendorId && record.reviewId === reviewId,
      )
      const [own, ...others] = ofReview.toSorted(
        (one, other) => Number(other.tab === tab) - Number(one.tab === tab),
      )
      const isElsewhere = (record: WorkRecord): boolean =>
        record.tab !== tab && (open === undefined || open.has(record.tab))
      const isOwn = own?.tab === tab
      const rest = isOwn ? others : ofReview
      return {
        own: isOwn ? own : undefined,
        left: rest.filter((record) => !isElsewhere(record)),
        elsewhere: rest.filter(isElsewhere),
      }
    },
    write: async (record) => put({ ...record, tab: await tabs.own() }),
    remove: async (record) => {
      const there = record.tab && (await ofOwner()).find(({ id }) => id === record.id)
      if (!there || there.tab === record.tab) await db.delete(keyOf(await owner(), record))
    },
    adopt: async ({ id, tab: last }) => {
      const there = (await ofOwner()).find((record) => record.id === id)
      if (there?.tab !== last) return undefined
      const adopted = { ...there, tab: await tabs.own() }
      // If this write fails, another tab may adopt the record too, so this copy gets a new id.
      return (await put(adopted)) ? adopted : { ...adopted, id: newId() }
    },
    list: ofOwner,
    foreign: async () => {
      const of = await owner()
      return (await db.unreadable()).flatMap(([key, stored]): ForeignRecord[] => {
        const [, whose, vendorId, reviewId] = KEY.exec(key) ?? []
        if (whose !== of) return []
        const review = { vendorId: Number(vendorId), reviewId: Number(reviewId) }
        return [{ key, review, texts: typedIn(stored) }]
      })
    },
    removeForeign: (key) => db.delete(key),
    wipe: async () => {
      const of = await owner()
      for (const record of await ofOwner()) await db.delete(keyOf(of, record))
    },
  }
}
