import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { localDb, type StoredSchema } from './local-db.ts'

const counts: StoredSchema<number> = {
  safeParse: (value) =>
    typeof value === 'number' ? { success: true, data: value } : { success: false },
}
const words: StoredSchema<string> = {
  safeParse: (value) =>
    typeof value === 'string' ? { success: true, data: value } : { success: false },
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a local database', () => {
  it('keeps values by key, also when it is opened anew', async () => {
    const db = localDb('kept', counts)
    await expect(db.set('one', 1)).resolves.toBe(true)
    await db.set('two', 2)
    await db.set('one', 11)
    await expect(localDb('kept', counts).get('one')).resolves.toBe(11)
    await expect(db.entries()).resolves.toEqual([
      ['one', 11],
      ['two', 2],
    ])
    await db.delete('one')
    await expect(db.get('one')).resolves.toBeUndefined()
    await db.clear()
    await expect(db.entries()).resolves.toEqual([])
  })

  it('keeps databases of different names apart', async () => {
    await localDb('here', counts).set('x', 1)
    await expect(localDb('there', counts).get('x')).resolves.toBeUndefined()
  })

  it('leaves what it cannot read where it is, and shows it apart', async () => {
    const old = localDb('changed', words)
    for (const key of ['a', 'b', 'c']) await old.set(key, `${key} of another version`)
    const db = localDb('changed', counts)
    await db.set('c', 3)
    await expect(db.get('a')).resolves.toBeUndefined()
    await expect(db.entries()).resolves.toEqual([['c', 3]])
    await expect(db.keys()).resolves.toEqual(['a', 'b', 'c'])
    const others = [
      ['a', 'a of another version'],
      ['b', 'b of another version'],
    ]
    await expect(db.unreadable()).resolves.toEqual(others)
    await expect(old.entries()).resolves.toEqual(others)
  })
})

/** Calls every function of a database. */
const askAll = async (name: string) => {
  const db = localDb(name, counts)
  return [
    await db.set('x', 1),
    await db.get('x'),
    await db.keys(),
    await db.entries(),
    await db.unreadable(),
    await db.delete('x'),
    await db.clear(),
  ]
}
const NOTHING = [false, undefined, [], [], [], undefined, false]

describe('a browser that keeps nothing', () => {
  it('has no IndexedDB', async () => {
    vi.stubGlobal('indexedDB', undefined)
    await expect(askAll('absent')).resolves.toEqual(NOTHING)
  })

  it('forbids it', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Forbidden', 'SecurityError')
      },
    })
    await expect(askAll('forbidden')).resolves.toEqual(NOTHING)
  })

  it('is full', async () => {
    const db = localDb('full', counts)
    await db.set('x', 1)
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError')
    })
    await expect(db.set('x', 2)).resolves.toBe(false)
    await expect(db.get('x')).resolves.toBe(1)
  })

  it('never answers', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('indexedDB', { open: () => ({}) })
    const outcome = askAll('silent')
    await vi.advanceTimersByTimeAsync(60_000)
    await expect(outcome).resolves.toEqual(NOTHING)
  })

  it('loses what it kept, and keeps what comes next', async () => {
    const db = localDb('wiped', counts)
    await db.set('x', 1)
    // What a connection does that the browser has closed.
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The connection is closing.', 'InvalidStateError')
    })
    await expect(db.set('x', 2)).resolves.toBe(true)
    await expect(db.get('x')).resolves.toBe(2)
  })

  it('is asked anew once it can', async () => {
    const { indexedDB } = globalThis
    const db = localDb('later', counts)
    vi.stubGlobal('indexedDB', undefined)
    await expect(db.set('x', 1)).resolves.toBe(false)
    vi.stubGlobal('indexedDB', indexedDB)
    await expect(db.set('x', 1)).resolves.toBe(true)
  })
})
