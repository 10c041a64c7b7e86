import type { LocalDb } from '../../lib/local-db.ts'
import { memoryDb } from './creation-store.ts'
import type { Life } from './review-world.ts'

/** How a page's storage behaves: normally, slowly, or as full or blocked. */
export const STORAGES = ['fine', 'slow', 'full', 'blocked'] as const
export type Storage = (typeof STORAGES)[number]

const SLOW_MS = 1_700

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * A database as a page sees it. A write that has not ended when its page dies is lost.
 * @param storage read on each access, since a disk can fill up
 */
export const dbOf = <T>(shared: LocalDb<T>, life: Life, storage: () => Storage): LocalDb<T> => {
  const attempt = <R>(otherwise: R, isWrite: boolean, act: () => Promise<R>): Promise<R> =>
    life.guard(async () => {
      if (storage() === 'slow') await pause(SLOW_MS)
      if (life.isOver || storage() === 'blocked') return otherwise
      return isWrite && storage() === 'full' ? otherwise : act()
    })
  return {
    get: (key) => attempt(undefined, false, () => shared.get(key)),
    set: (key, value) => attempt(false, true, () => shared.set(key, value)),
    delete: (key) => attempt(undefined, false, () => shared.delete(key)),
    keys: () => attempt([], false, () => shared.keys()),
    entries: () => attempt([], false, () => shared.entries()),
    unreadable: () => attempt([], false, () => shared.unreadable()),
    clear: () => attempt(false, false, () => shared.clear()),
  }
}

/** What all pages of a browser share. */
export interface Shared<C, R> {
  creations: ReturnType<typeof memoryDb<C>>
  runs: ReturnType<typeof memoryDb<R>>
  locks: Map<string, Life>
}

/** A browser with nothing stored. */
export const emptyBrowser = <C, R>(): Shared<C, R> => ({
  creations: memoryDb<C>(),
  runs: memoryDb<R>(),
  locks: new Map(),
})

/** A browser's locks as a page sees them. The locks of a dead page are free. */
export const locksOf = (locks: Map<string, Life>, life: Life) => {
  life.onEnd(() => {
    for (const [name, holder] of locks) if (holder === life) locks.delete(name)
  })
  return {
    holdLock: async (name: string) => {
      if (locks.has(name)) return null
      locks.set(name, life)
      return () => void locks.delete(name)
    },
    heldLocks: async () => new Set(locks.keys()),
    lock: async <R>(name: string, run: () => Promise<R>): Promise<R> => {
      while (locks.has(name)) await life.guard(() => pause(1))
      locks.set(name, life)
      try {
        return await run()
      } finally {
        locks.delete(name)
      }
    },
  }
}
