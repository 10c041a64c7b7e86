import type { Displaced } from '../../domain/work/carry.ts'
import type { SentRequest, Work } from '../../domain/work/work.ts'
import { newId } from '../../lib/ids.ts'
import { askForLastingStorage, type LocalDb } from '../../lib/local-db.ts'
import type { ReviewKey } from './save-work.ts'
import type { Tabs } from './tabs.ts'
import { type StoredWork, WORK_VERSION } from './work-schema.ts'

/**
 * The unsaved work that this browser keeps, under the key `version owner vendor/review/id`. Each
 * work has an id of its own, so that a page never writes over what it has not read. Nobody is shown
 * another owner's, and nothing is deleted because of its age or its shape: only saving, discarding
 * and wiping delete it.
 */

/** A record, and the work that it holds. */
export interface WorkRecord extends ReviewKey {
  id: string
  reviewTitle: string
  /** The tab that has it, or had it last. */
  tab: string
  /** Milliseconds since 1970; to be shown. */
  savedAt: number
  work: Work
  /** Older words of the same analyst that the form has no room for. */
  displaced: readonly Displaced[]
}

/** What can still be read of a record that another version of the app has written. */
export interface ForeignRecord {
  key: string
  /** Undefined where not even that can be read. */
  review: ReviewKey | undefined
  texts: readonly string[]
}

/** What this browser keeps of one review, beside what this tab has. */
export interface KeptWork {
  own: WorkRecord | undefined
  /** What no open tab has, the newest first. */
  left: readonly WorkRecord[]
  /** Of other tabs that are open, or may be. */
  elsewhere: readonly WorkRecord[]
}

export interface WorkStore {
  read: (key: ReviewKey) => Promise<KeptWork>
  /** Keeps the work of this tab. @returns whether the browser keeps it */
  write: (record: Omit<WorkRecord, 'tab' | 'savedAt'>) => Promise<boolean>
  /** Deletes a record. @param record with a tab, only while it is still that tab's */
  remove: (record: ReviewKey & { id: string; tab?: string }) => Promise<void>
  /** Makes the record of a tab that is gone this tab's. @returns undefined where another tab has it */
  adopt: (record: WorkRecord) => Promise<WorkRecord | undefined>
  /** Everything of this owner, the newest first. */
  list: () => Promise<WorkRecord[]>
  /** What other versions of the app keep for this owner. */
  foreign: () => Promise<ForeignRecord[]>
  removeForeign: (key: string) => Promise<void>
  /** Deletes everything that this owner sees in {@link list}. */
  wipe: () => Promise<void>
}

export interface WorkStoreOptions {
  db: LocalDb<StoredWork>
  tabs: Tabs
  /** Resolves once it is known whose things are kept. */
  owner: () => Promise<string>
}

/** How long a page waits to be told who the owner is, before it goes on without keeping anything. */
const OWNER_LIMIT_MS = 5_000

const KEY = /^\d+ (\S+) (\d+)\/(\d+)\/\S+$/

/** All texts in a value of whatever shape, each once. */
export const textsIn = (value: unknown): string[] => {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part === 'string' && part.trim() !== '') found.add(part)
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(look)
  }
  look(value)
  return [...found]
}

/** What was typed, in a record of a shape that resembles ours; all of it where none of it does. */
const typedIn = (stored: unknown): string[] => {
  const { mine, base } = (stored ?? {}) as { mine?: unknown; base?: unknown }
  const known = new Set(textsIn(base))
  return mine === undefined ? textsIn(stored) : textsIn(mine).filter((text) => !known.has(text))
}

const newestFirst = (one: WorkRecord, other: WorkRecord): number => other.savedAt - one.savedAt

export const createWorkStore = ({ db, tabs, owner }: WorkStoreOptions): WorkStore => {
  const keyOf = (of: string, { vendorId, reviewId, id }: ReviewKey & { id: string }): string =>
    `${WORK_VERSION} ${of} ${vendorId}/${reviewId}/${id}`

  let hasAsked = false

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
      // Clocks differ from page to page: a request of an earlier page ends when this one finds it.
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
    if (isKept && !hasAsked) {
      hasAsked = true
      void askForLastingStorage()
    }
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
      // Where that is not kept, another tab may take it as well: this one's then is another work.
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
