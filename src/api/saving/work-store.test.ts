import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { resetServices } from '../../lib/services.ts'
import { KEY, recordOf, testBrowser } from '../../testing/work-stores.ts'
import { FOLLOW_UP, formWith } from '../../testing/works.ts'
import { createWorkStore, textsIn, type WorkRecord } from './work-store.ts'

const BO = 'live/acme/bo'
const idsOf = (records: readonly WorkRecord[]): string[] => records.map(({ id }) => id)

/** Writes records, each a day after the one before. */
const writeAll = async (
  browser: ReturnType<typeof testBrowser>,
  ...records: readonly [id: string, tab: string, more?: Partial<WorkRecord>][]
): Promise<void> => {
  for (const [index, [id, tab, more]] of records.entries()) {
    vi.spyOn(Date, 'now').mockReturnValue(index * 86_400_000)
    await browser.storeOf(tab).write(recordOf(id, more))
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the store of unsaved work', () => {
  it('gives a tab back what it has written', async () => {
    const browser = testBrowser()
    vi.spyOn(Date, 'now').mockReturnValue(5)
    await expect(browser.storeOf('one').write(recordOf('a'))).resolves.toBe(true)
    vi.spyOn(performance, 'now').mockReturnValue(99)
    const { work, ...record } = recordOf('a')
    await expect(browser.storeOf('one').read(KEY)).resolves.toEqual({
      own: {
        ...record,
        tab: 'one',
        savedAt: 5,
        // Page clocks differ: a request of an earlier page counts as ended now.
        work: { ...work, journal: work.journal.map((sent) => ({ ...sent, endedAt: 99 })) },
      },
      left: [],
      elsewhere: [],
    })
  })

  it('keeps a second work of a tab, and replaces none but that of the same id', async () => {
    const browser = testBrowser()
    await writeAll(browser, ['a', 'one'], ['b', 'one'], ['a', 'one', { reviewTitle: 'New' }])
    const { own, left } = await browser.storeOf('one').read(KEY)
    expect(own).toMatchObject({ id: 'a', reviewTitle: 'New' })
    expect(idsOf(left)).toEqual(['b'])
  })

  it('shows what no open tab has, the newest first, apart from what another tab has', async () => {
    const browser = testBrowser()
    await writeAll(browser, ['a', 'gone'], ['b', 'open'], ['c', 'one'], ['d', 'away'])
    browser.open = new Set(['one', 'open'])
    const kept = await browser.storeOf('one').read(KEY)
    expect(kept.own?.id).toBe('c')
    expect([idsOf(kept.left), idsOf(kept.elsewhere)]).toEqual([['d', 'a'], ['b']])
    const fresh = await browser.storeOf('new').read(KEY)
    expect(fresh.own).toBeUndefined()
    expect([idsOf(fresh.left), idsOf(fresh.elsewhere)]).toEqual([
      ['d', 'a'],
      ['c', 'b'],
    ])
  })

  it('takes every tab for open where the browser cannot tell', async () => {
    const browser = testBrowser()
    await writeAll(browser, ['a', 'one'], ['b', 'two'])
    browser.open = undefined
    const { own, left, elsewhere } = await browser.storeOf('one').read(KEY)
    expect([own?.id, idsOf(left), idsOf(elsewhere)]).toEqual(['a', [], ['b']])
  })

  it('keeps reviews apart, also one number at two vendors (A14)', async () => {
    const browser = testBrowser()
    const [otherVendor, otherReview] = [
      { vendorId: 8, reviewId: 9 },
      { vendorId: 7, reviewId: 10 },
    ]
    await writeAll(browser, ['a', 'one'], ['b', 'one', otherVendor], ['c', 'one', otherReview])
    const store = browser.storeOf('one')
    for (const [key, id] of [
      [KEY, 'a'],
      [otherVendor, 'b'],
      [otherReview, 'c'],
    ] as const)
      await expect(store.read(key)).resolves.toMatchObject({ own: { id }, left: [], elsewhere: [] })
    expect(idsOf(await store.list())).toEqual(['c', 'b', 'a'])
  })

  it('removes one record, and wipes what its owner sees', async () => {
    const browser = testBrowser()
    await writeAll(browser, ['a', 'one'], ['b', 'one'], ['c', 'two'])
    await browser.storeOf('one', BO).write(recordOf('bo'))
    const store = browser.storeOf('one')
    await store.remove({ ...KEY, id: 'b' })
    expect(idsOf(await store.list())).toEqual(['c', 'a'])
    await store.wipe()
    await expect(store.list()).resolves.toEqual([])
    expect(idsOf(await browser.storeOf('one', BO).list())).toEqual(['bo'])
  })

  it('deletes nothing because of its age', async () => {
    const browser = testBrowser()
    await writeAll(browser, ['a', 'one'])
    vi.spyOn(Date, 'now').mockReturnValue(50 * 365 * 86_400_000)
    await browser.storeOf('two').write(recordOf('b'))
    await browser.storeOf('two').read(KEY)
    await browser.storeOf('two').foreign()
    expect(idsOf(await browser.storeOf('two').list())).toEqual(['b', 'a'])
  })
})

describe('owners', () => {
  it('do not see one another’s work', async () => {
    const browser = testBrowser()
    await browser.storeOf('one').write(recordOf('a'))
    for (const other of [BO, 'live/other/ada', 'demo/acme/ada', 'live/acme/ad', 'live/acme/']) {
      const store = browser.storeOf('one', other)
      await expect(store.list()).resolves.toEqual([])
      await expect(store.read(KEY)).resolves.toEqual({ own: undefined, left: [], elsewhere: [] })
      await store.remove({ ...KEY, id: 'a' })
      await store.wipe()
    }
    expect(idsOf(await browser.storeOf('one').list())).toEqual(['a'])
  })

  it('do not take over one another’s work', async () => {
    const browser = testBrowser()
    await browser.storeOf('one').write(recordOf('a'))
    const record = (await browser.storeOf('one').list())[0] as WorkRecord
    await expect(browser.storeOf('two', BO).adopt(record)).resolves.toBeUndefined()
    await expect(browser.storeOf('one').list()).resolves.toMatchObject([{ tab: 'one' }])
  })

  it('who are not known in time are waited for no longer: nothing is kept', async () => {
    vi.useFakeTimers()
    const { db } = testBrowser({ set: () => Promise.reject(new Error('Nothing may be written.')) })
    const tabs = { own: () => Promise.resolve('one'), open: () => Promise.resolve(undefined) }
    const store = createWorkStore({ db, tabs, owner: () => new Promise(() => undefined) })
    const isKept = store.write(recordOf('a'))
    await vi.advanceTimersByTimeAsync(5_000)
    await expect(isKept).resolves.toBe(false)
  })
})

describe('the work of a tab that is gone', () => {
  it('becomes another tab’s, under its id', async () => {
    const browser = testBrowser()
    await browser.storeOf('gone').write(recordOf('a'))
    const [left] = (await browser.storeOf('two').read(KEY)).left
    const adopted = await browser.storeOf('two').adopt(left as WorkRecord)
    expect(adopted).toMatchObject({ id: 'a', tab: 'two', reviewTitle: 'SOC 2' })
    expect(adopted?.work.mine[FOLLOW_UP]).toBe('typed in a')
    const kept = await browser.storeOf('two').read(KEY)
    expect([kept.own?.id, kept.own?.tab, kept.left, kept.elsewhere]).toEqual(['a', 'two', [], []])
    await expect(browser.db.keys()).resolves.toHaveLength(1)
  })

  it('becomes that of the first who asks, and nobody’s once it is gone', async () => {
    const browser = testBrowser()
    await browser.storeOf('gone').write(recordOf('a'))
    const [left] = (await browser.storeOf('two').read(KEY)).left
    const record = left as WorkRecord
    await browser.storeOf('two').adopt(record)
    await expect(browser.storeOf('three').adopt(record)).resolves.toBeUndefined()
    // A tab that saw the record with its former owner cannot delete it either.
    await browser.storeOf('three').remove({ ...KEY, id: 'a', tab: 'gone' })
    await expect(browser.storeOf('two').list()).resolves.toMatchObject([{ tab: 'two' }])
    await browser.storeOf('two').wipe()
    await expect(browser.storeOf('three').adopt(record)).resolves.toBeUndefined()
    await expect(browser.db.keys()).resolves.toEqual([])
  })

  it('is as it was written last, not as it was read', async () => {
    const browser = testBrowser()
    await browser.storeOf('gone').write(recordOf('a'))
    const [left] = (await browser.storeOf('two').read(KEY)).left
    const { base, journal, decided } = recordOf('a').work
    const mine = formWith({ [FOLLOW_UP]: 'typed later' })
    await browser.storeOf('gone').write(recordOf('a', { work: { base, mine, journal, decided } }))
    const adopted = await browser.storeOf('two').adopt(left as WorkRecord)
    expect(adopted?.work.mine[FOLLOW_UP]).toBe('typed later')
  })

  it('is a work of another id where the browser does not keep that', async () => {
    const browser = testBrowser()
    await browser.storeOf('gone').write(recordOf('a'))
    const [left] = (await browser.storeOf('two').read(KEY)).left
    const { db } = browser
    browser.db = { ...db, set: () => Promise.resolve(false) }
    const adopted = await browser.storeOf('two').adopt(left as WorkRecord)
    expect(adopted).toMatchObject({ tab: 'two', reviewTitle: 'SOC 2' })
    expect(adopted?.id).not.toBe('a')
    browser.db = db
    await expect(browser.storeOf('two').list()).resolves.toMatchObject([{ id: 'a', tab: 'gone' }])
    await browser.storeOf('two').remove({ ...KEY, id: 'a', tab: 'gone' })
    await expect(browser.db.keys()).resolves.toEqual([])
  })
})

describe('a record of another version of the app', () => {
  const OWN = 'live/acme/ada'
  const NEWER = {
    version: 2,
    base: { notes: { [FOLLOW_UP]: 'known', other: 'same' } },
    mine: { notes: { [FOLLOW_UP]: 'typed', other: 'same', more: ['typed', ' ', 7, null] } },
    journal: [{ to: 'sent' }],
  }

  it('is not deleted, and can be read as text', async () => {
    const browser = testBrowser()
    const key = `2 ${OWN} 7/9/x`
    await browser.db.set(key, NEWER as never)
    await browser.db.set(`2 ${BO} 7/9/y`, NEWER as never)
    const store = browser.storeOf('one')
    await store.write(recordOf('a'))
    expect(idsOf(await store.list())).toEqual(['a'])
    expect((await store.read(KEY)).left).toEqual([])
    await store.wipe()
    const foreign = await store.foreign()
    expect(foreign).toEqual([{ key, review: KEY, texts: ['typed'] }])
    await store.removeForeign(key)
    await expect(store.foreign()).resolves.toEqual([])
    await expect(browser.storeOf('one', BO).foreign()).resolves.toHaveLength(1)
  })

  it.each<[string, unknown, string[]]>([
    ['of a shape without typed values', { notes: ['one', { two: 'two' }] }, ['one', 'two']],
    ['that is a text', 'all of it', ['all of it']],
    ['that is nothing', null, []],
  ])('%s is shown in full', async (_, stored, texts) => {
    const browser = testBrowser()
    await browser.db.set(`2 ${OWN} 7/9/x`, stored as never)
    await expect(browser.storeOf('one').foreign()).resolves.toMatchObject([{ texts }])
  })

  it('whose key says nobody’s name is shown to nobody', async () => {
    const browser = testBrowser()
    for (const key of ['7/9/x', `${OWN} 7/9/x`, `1 ${OWN} 7/x`, `1 ${OWN} 7/9/x y`])
      await browser.db.set(key, NEWER as never)
    await expect(browser.storeOf('one').foreign()).resolves.toEqual([])
    await expect(browser.db.keys()).resolves.toHaveLength(4)
  })

  it('has each of its texts once', () => {
    expect(textsIn({ a: ['x', 'y', { b: 'x' }], c: null, d: 1, e: ' ' })).toEqual(['x', 'y'])
    expect(textsIn(undefined)).toEqual([])
  })
})

describe('a browser that keeps nothing', () => {
  it.each(['full', 'blocked'])('because it is %s says so, and deletes nothing', async (mood) => {
    const browser = testBrowser()
    await browser.storeOf('one').write(recordOf('a'))
    const { db } = browser
    const none = () => Promise.resolve([])
    browser.db = {
      ...db,
      set: () => Promise.resolve(false),
      ...(mood === 'blocked' && { entries: none, unreadable: none }),
    }
    const store = browser.storeOf('one')
    await expect(store.write(recordOf('a', { reviewTitle: 'New' }))).resolves.toBe(false)
    await expect(store.write(recordOf('b'))).resolves.toBe(false)
    await store.read(KEY)
    await store.foreign()
    browser.db = db
    await expect(browser.storeOf('one').list()).resolves.toMatchObject([
      { id: 'a', reviewTitle: 'SOC 2' },
    ])
  })

  it('is asked for lasting storage once something is kept, and once only', async () => {
    resetServices()
    const persist = vi.fn(() => Promise.resolve(true))
    const persisted = vi.fn(() => Promise.resolve(false))
    vi.stubGlobal('navigator', { storage: { persist, persisted } })
    const refuses = testBrowser({ set: () => Promise.resolve(false) })
    await refuses.storeOf('one').write(recordOf('a'))
    expect(persisted).not.toHaveBeenCalled()
    const store = testBrowser().storeOf('one')
    for (const id of ['a', 'b']) await store.write(recordOf(id))
    await vi.waitFor(() => expect(persist).toHaveBeenCalledOnce())
    expect(persisted).toHaveBeenCalledOnce()
  })
})

it('a record stands under its version, its owner, its review and its id', async () => {
  const browser = testBrowser()
  await browser.storeOf('one').write(recordOf('a'))
  const [[key, stored] = []] = await browser.db.entries()
  expect(key).toBe('1 live/acme/ada 7/9/a')
  expect(stored).toMatchObject({ version: 1, id: 'a', vendorId: 7, reviewId: 9, tab: 'one' })
  expect(stored?.journal[0]).not.toHaveProperty('endedAt')
})
