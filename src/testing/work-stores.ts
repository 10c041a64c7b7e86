import type { Tabs } from '../api/saving/tabs.ts'
import { type StoredWork, storedWork } from '../api/saving/work-schema.ts'
import { createWorkStore, type WorkRecord, type WorkStore } from '../api/saving/work-store.ts'
import { type LocalDb, localDb } from '../lib/local-db.ts'
import { FOLLOW_UP, formWith, requestTo } from './works.ts'

/** The review of the records, unless a test says otherwise. */
export const KEY = { vendorId: 7, reviewId: 9 }

/** One browser, whose tabs open under given names. */
export interface TestBrowser {
  db: LocalDb<StoredWork>
  /** The open tabs; undefined if the browser cannot tell. */
  open: Set<string> | undefined
  storeOf: (tab: string, owner?: string) => WorkStore
}

let count = 0

/** A browser with an empty database. @param change replaces functions of its storage */
export const testBrowser = (change: Partial<LocalDb<StoredWork>> = {}): TestBrowser => {
  const browser: TestBrowser = {
    db: { ...localDb(`work-${++count}`, storedWork), ...change },
    open: new Set(),
    storeOf: (tab, owner = 'live/acme/ada') => {
      const tabs: Tabs = {
        own: () => Promise.resolve(tab),
        open: () => Promise.resolve(browser.open),
      }
      return createWorkStore({ db: browser.db, tabs, owner: () => Promise.resolve(owner) })
    },
  }
  return browser
}

/** A record of work whose text was typed and sent, without an answer. */
export const recordOf = (
  id: string,
  more: Partial<WorkRecord> = {},
): Omit<WorkRecord, 'tab' | 'savedAt'> => {
  const base = formWith({ [FOLLOW_UP]: 'before' })
  const mine = formWith({ [FOLLOW_UP]: `typed in ${id}` })
  const journal = [requestTo(FOLLOW_UP, { from: 'before', to: `typed in ${id}`, isSeen: true })]
  return {
    ...KEY,
    id,
    reviewTitle: 'SOC 2',
    work: { base, mine, journal, decided: [FOLLOW_UP] },
    displaced: [{ path: FOLLOW_UP, value: 'older' }],
    ...more,
  }
}
