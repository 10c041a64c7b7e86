import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptySocEdit } from '../../domain/soc-edit.ts'
import { localDb } from '../../lib/local-db.ts'

const DAY_MS = 86_400_000

/** The locks that tabs hold, as a browser keeps them; a closed tab's are released. */
class Locks {
  held: { name: string; tab: string }[] = []

  of(tab: string) {
    return {
      request: async (name: string, _: unknown, run: (lock: unknown) => unknown) => {
        if (this.held.some((lock) => lock.name === name)) return run(null)
        this.held.push({ name, tab })
        return run({ name })
      },
      query: () => Promise.resolve({ held: this.held.map(({ name }) => ({ name })) }),
    }
  }

  close(tab: string): void {
    this.held = this.held.filter((lock) => lock.tab !== tab)
  }
}

let locks = new Locks()
type Session = Map<string, string>

/** Opens a page: a new one, or with the session of a tab that was reloaded or duplicated. */
const openTab = async (name: string, session: Session = new Map(), hasLocks = true) => {
  vi.resetModules()
  vi.stubGlobal('navigator', hasLocks ? { locks: locks.of(name) } : {})
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => session.get(key) ?? null,
    setItem: (key: string, value: string) => session.set(key, value),
  })
  const drafts = await import('./drafts.ts')
  // Takes its id while this tab's browser is in place.
  await drafts.readDraft(0, 0)
  return { ...drafts, session }
}
type Tab = Awaited<ReturnType<typeof openTab>>

const draftOf = (title: string, reviewId = 12) => ({
  vendorId: 7,
  reviewId,
  reviewTitle: 'SOC 2 2026',
  base: emptySocEdit(),
  edit: emptySocEdit(),
  baseTitle: 'SOC 2',
  title,
})
const titleOf = async ({ readDraft }: Tab): Promise<string | undefined> =>
  (await readDraft(7, 12))?.title

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') })
})

afterEach(async () => {
  const { wipeDrafts } = await import('./drafts.ts')
  await wipeDrafts()
  locks = new Locks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a draft', () => {
  it('is kept and read, review by review', async () => {
    const tab = await openTab('one')
    await expect(tab.writeDraft(draftOf('First'))).resolves.toBe(true)
    await tab.writeDraft(draftOf('Second'))
    await tab.writeDraft(draftOf('Other', 13))
    await expect(tab.readDraft(7, 12)).resolves.toEqual({
      ...draftOf('Second'),
      savedAt: Date.now(),
      tab: expect.any(String) as string,
    })
    await tab.deleteDraft(7, 12)
    await expect(titleOf(tab)).resolves.toBeUndefined()
    await expect(tab.listDrafts()).resolves.toHaveLength(1)
  })

  it('survives a reload', async () => {
    const { writeDraft, session } = await openTab('one')
    await writeDraft(draftOf('Typed'))
    locks.close('one')
    const again = await openTab('one', session)
    await expect(titleOf(again)).resolves.toBe('Typed')
    await again.deleteDraft(7, 12)
    await expect(again.listDrafts()).resolves.toEqual([])
  })

  it('is dropped after 30 days', async () => {
    const tab = await openTab('one')
    await tab.writeDraft(draftOf('Old'))
    vi.setSystemTime(Date.now() + 29 * DAY_MS)
    await tab.writeDraft(draftOf('Young', 13))
    await expect(titleOf(tab)).resolves.toBe('Old')
    vi.setSystemTime(Date.now() + 2 * DAY_MS)
    await expect(titleOf(tab)).resolves.toBeUndefined()
    await expect(tab.listDrafts()).resolves.toHaveLength(1)
  })

  it('of an older shape is left alone', async () => {
    const raw = localDb('drafts', {
      safeParse: (data) => ({ success: true, data }),
    })
    await raw.set('7/12/x', { ...draftOf('Old'), savedAt: Date.now(), tab: 'x', edit: {} })
    const tab = await openTab('one')
    await expect(titleOf(tab)).resolves.toBeUndefined()
    await expect(raw.entries()).resolves.toHaveLength(1)
  })

  it('is listed, the newest first, and wiped', async () => {
    const tab = await openTab('one')
    await tab.writeDraft(draftOf('First'))
    vi.setSystemTime(Date.now() + 1_000)
    await tab.writeDraft(draftOf('Second', 13))
    expect((await tab.listDrafts()).map(({ title }) => title)).toEqual(['Second', 'First'])
    await tab.wipeDrafts()
    await expect(tab.listDrafts()).resolves.toEqual([])
  })
})

describe('two tabs with one review', () => {
  it('keep a draft each', async () => {
    const one = await openTab('one')
    const two = await openTab('two')
    await one.writeDraft(draftOf('of one'))
    await two.writeDraft(draftOf('of two'))
    await expect(titleOf(one)).resolves.toBe('of one')
    await expect(titleOf(two)).resolves.toBe('of two')
    await two.deleteDraft(7, 12)
    await expect(titleOf(one)).resolves.toBe('of one')
    await expect(titleOf(two)).resolves.toBeUndefined()
  })

  it('differ even if one is a duplicate of the other', async () => {
    const one = await openTab('one')
    const two = await openTab('two', new Map(one.session))
    await one.writeDraft(draftOf('of one'))
    await two.writeDraft(draftOf('of two'))
    await expect(titleOf(one)).resolves.toBe('of one')
  })

  it('take up what a closed one left, the newest first', async () => {
    const one = await openTab('one')
    await one.writeDraft(draftOf('of one'))
    vi.setSystemTime(Date.now() + 1_000)
    const two = await openTab('two')
    await two.writeDraft(draftOf('of two'))
    const three = await openTab('three')
    await expect(titleOf(three)).resolves.toBeUndefined()
    locks.close('one')
    locks.close('two')
    await expect(titleOf(three)).resolves.toBe('of two')
    // It is its own now, and the other one's is still there for whoever comes next.
    await three.deleteDraft(7, 12)
    await expect(titleOf(three)).resolves.toBe('of one')
  })

  it('take a copy where the browser cannot tell who is open', async () => {
    const one = await openTab('one', new Map(), false)
    await one.writeDraft(draftOf('of one'))
    const two = await openTab('two', new Map(), false)
    await expect(titleOf(two)).resolves.toBe('of one')
    await two.writeDraft(draftOf('of two'))
    await expect(titleOf(one)).resolves.toBe('of one')
  })

  it('works where the session cannot be kept', async () => {
    const tab = await openTab('one')
    vi.resetModules()
    vi.stubGlobal('sessionStorage', undefined)
    const { readDraft, writeDraft } = await import('./drafts.ts')
    await expect(writeDraft(draftOf('Typed'))).resolves.toBe(true)
    await expect(readDraft(7, 12)).resolves.toMatchObject({ title: 'Typed' })
    expect(tab.session.size).toBe(1)
  })
})

describe('watching a review', () => {
  const watch = async (reviewId = 12) => {
    const { watchReview } = await import('./drafts.ts')
    const counts: number[] = []
    return { counts, stop: watchReview(7, reviewId, (count) => counts.push(count)) }
  }

  it('tells how many others have it open', async () => {
    const one = await watch()
    const two = await watch()
    await vi.waitFor(() => expect([one.counts, two.counts]).toEqual([[1], [1]]))
    const three = await watch()
    await vi.waitFor(() => expect([one.counts, three.counts.at(-1)]).toEqual([[1, 2], 2]))
    two.stop()
    three.stop()
    await vi.waitFor(() => expect(one.counts.at(-1)).toBe(0))
    one.stop()
  })

  it('says nothing of other reviews, or of what others say on its channel', async () => {
    const one = await watch()
    const other = await watch(13)
    const channel = new BroadcastChannel('countersign-review-7-12')
    for (const said of ['hello', { kind: 'hello' }, { kind: 'bye', from: 'a stranger' }]) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      channel.postMessage(said)
    }
    const two = await watch()
    await vi.waitFor(() => expect(one.counts).toEqual([1]))
    expect(other.counts).toEqual([])
    channel.close()
    for (const { stop } of [one, other, two]) stop()
  })

  it('is done without where the browser has no channels', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const { counts, stop } = await watch()
    stop()
    expect(counts).toEqual([])
  })
})
