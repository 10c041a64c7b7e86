import type { Store } from './store.ts'

interface Entry {
  value: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** The part of the store that makes room where it is full, so that this happens seldom. */
const PART_TO_DROP = 0.1

interface MemoryStoreOptions {
  /** Milliseconds since 1970. */
  now?: () => number
  /** At least 1. Each takes about 1 KB, and a session has three. */
  maxEntries: number
}

/**
 * A store for one gateway alone. What it holds is gone when the gateway stops.
 *
 * It never holds more than `maxEntries`. Where it is full, those go first whose time is over
 * soonest: what somebody without a session can make lives for minutes, and sessions for an hour.
 */
export const createMemoryStore = ({ now = Date.now, maxEntries }: MemoryStoreOptions): Store => {
  const entries = new Map<string, Entry>()

  const read = (key: string): Entry | undefined => {
    const entry = entries.get(key)
    if (entry === undefined || entry.expiresAt > now()) return entry
    entries.delete(key)
    return undefined
  }

  const makeRoom = (): void => {
    const time = now()
    for (const [key, { expiresAt }] of entries) if (expiresAt <= time) entries.delete(key)
    if (entries.size < maxEntries) return
    const soonest = [...entries].toSorted(([, a], [, b]) => a.expiresAt - b.expiresAt)
    for (const [key] of soonest.slice(0, Math.ceil(maxEntries * PART_TO_DROP))) entries.delete(key)
  }

  const write = (key: string, entry: Entry): void => {
    if (!entries.has(key) && entries.size >= maxEntries) makeRoom()
    entries.set(key, entry)
  }

  const endOf = (seconds: number): number => now() + seconds * 1000

  return {
    get: async (key) => read(key)?.value,
    set: async (key, value, seconds) => write(key, { value, expiresAt: endOf(seconds) }),
    add: async (key, value, seconds) => {
      if (read(key) !== undefined) return false
      write(key, { value, expiresAt: endOf(seconds) })
      return true
    },
    delete: async (key) => {
      entries.delete(key)
    },
    count: async (key, by, seconds) => {
      const { value, expiresAt } = read(key) ?? { value: '0', expiresAt: endOf(seconds) }
      const sum = Number(value) + by
      write(key, { value: String(sum), expiresAt })
      return sum
    },
    isReady: async () => true,
    close: async () => entries.clear(),
  }
}
