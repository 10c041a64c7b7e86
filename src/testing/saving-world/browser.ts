import type { ReviewKey } from '../../api/saving/save-work.ts'
import type { Tabs } from '../../api/saving/tabs.ts'
import { type StoredWork, storedWork } from '../../api/saving/work-schema.ts'
import { createWorkStore, type WorkStore } from '../../api/saving/work-store.ts'
import type { LocalDb } from '../../lib/local-db.ts'
import { after, type Calendar, type Mortal, runAs } from './time.ts'

/** How a browser's storage behaves. */
export type StorageMood = 'well' | 'slow' | 'full' | 'blocked'

/** A browser of one analyst: its storage, its locks and its tabs. */
export interface Browser {
  name: string
  mood: StorageMood
  owner: string
  /** The stored values, by key. */
  stored: Map<string, unknown>
  /** The keys whose stored value is out of date, because it could not be written or deleted. */
  outOfDate: Set<string>
  openTabs: Set<string>
  db: LocalDb<StoredWork>
  storeFor: (tab: string) => WorkStore
}

const QUICK_MS = 3
const SLOW_MS = 2_500
const WORLD: Mortal = { isDead: false }

const createDb = (browser: Browser, calendar: Calendar): LocalDb<StoredWork> => {
  const wait = (): Promise<void> => after(calendar, browser.mood === 'slow' ? SLOW_MS : QUICK_MS)
  const note = (key: string, isDone: boolean): void =>
    void (isDone ? browser.outOfDate.delete(key) : browser.outOfDate.add(key))
  const read = (stored: unknown) => storedWork.safeParse(structuredClone(stored))
  const all = (): [string, unknown][] => (browser.mood === 'blocked' ? [] : [...browser.stored])
  return {
    get: async (key) => {
      await wait()
      return read(browser.mood === 'blocked' ? undefined : browser.stored.get(key)).data
    },
    set: async (key, value) => {
      const kept = structuredClone(value)
      await wait()
      const isKept = browser.mood !== 'full' && browser.mood !== 'blocked'
      note(key, isKept)
      if (isKept) browser.stored.set(key, kept)
      return isKept
    },
    delete: async (key) => {
      await wait()
      const isDeleted = browser.mood !== 'blocked'
      note(key, isDeleted)
      if (isDeleted) browser.stored.delete(key)
    },
    keys: async () => {
      await wait()
      return all().map(([key]) => key)
    },
    entries: async () => {
      await wait()
      return all().flatMap(([key, stored]): [string, StoredWork][] => {
        const { data } = read(stored)
        return data ? [[key, data]] : []
      })
    },
    unreadable: async () => {
      await wait()
      return all().filter(([, stored]) => !read(stored).success)
    },
    clear: async () => {
      await wait()
      browser.stored.clear()
      return true
    },
  }
}

/** Locks by name. A dead tab holds none and waits for none. */
const createLocks = (calendar: Calendar) => {
  const queues = new Map<string, { holder: Mortal; begin: () => void }[]>()
  const start = (name: string): void => {
    const queue = queues.get(name) ?? []
    while (queue[0]?.holder.isDead) queue.shift()
    queue[0]?.begin()
  }
  return {
    hold: <R>(name: string, holder: Mortal, run: () => Promise<R>): Promise<R> =>
      new Promise((resolve, reject) => {
        const queue = queues.get(name) ?? []
        queues.set(name, queue)
        let hasBegun = false
        const entry = {
          holder,
          begin: () => {
            if (hasBegun) return
            hasBegun = true
            const end = (): void => {
              queue.splice(queue.indexOf(entry), 1)
              runAs(WORLD, () => calendar.at(0, () => start(name)))
            }
            runAs(holder, () => void run().finally(end).then(resolve, reject))
          },
        }
        queue.push(entry)
        runAs(WORLD, () => calendar.at(0, () => start(name)))
      }),
    /** Frees the locks of dead tabs. */
    release: (): void => {
      for (const name of queues.keys()) start(name)
    },
  }
}

export interface BrowserWithLocks extends Browser {
  lockFor: (holder: Mortal) => <R>(key: ReviewKey, run: () => Promise<R>) => Promise<R>
  release: () => void
}

export const createBrowser = (name: string, calendar: Calendar): BrowserWithLocks => {
  const locks = createLocks(calendar)
  const browser = {
    name,
    mood: 'well' as StorageMood,
    owner: `test/acme/${name}`,
    stored: new Map<string, unknown>(),
    outOfDate: new Set<string>(),
    openTabs: new Set<string>(),
  } as BrowserWithLocks
  browser.db = createDb(browser, calendar)
  browser.lockFor = (holder) => (key, run) =>
    locks.hold(`save/${key.vendorId}/${key.reviewId}`, holder, run)
  browser.release = locks.release
  browser.storeFor = (tab) => {
    const tabs: Tabs = {
      own: () => Promise.resolve(tab),
      open: () => Promise.resolve(new Set(browser.openTabs)),
    }
    const { owner } = browser
    return createWorkStore({ db: browser.db, tabs, owner: () => Promise.resolve(owner) })
  }
  return browser
}
