import { afterEach, expect, it, vi } from 'vitest'
import { createTabs } from './tabs.ts'
import { watchReview } from './watch-review.ts'

/** The locks of one browser, and the session storage of each tab. */
const browser = () => {
  const held = new Set<string>()
  const locks = {
    request: async (
      name: string,
      _: unknown,
      run: (lock: object | null) => Promise<void> | undefined,
    ) => run(held.has(name) ? null : held.add(name)),
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
  }
  const sessionOf = (entries: Record<string, string> = {}) => ({
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value
    },
  })
  vi.stubGlobal('navigator', { locks })
  /** A tab with its own session storage, or with a copy of another tab's when it was duplicated. */
  const tabWith = async (entries?: Record<string, string>) => {
    vi.stubGlobal('sessionStorage', sessionOf(entries))
    const tabs = createTabs()
    const id = await tabs.own()
    /** The tab closes or crashes. The browser releases its lock either way. */
    const close = () => held.delete(`countersign:tab/${id}`)
    return { tabs, id, close }
  }
  return { tabWith }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

it('a tab keeps its id over a reload', async () => {
  const { tabWith } = browser()
  const session = {}
  const before = await tabWith(session)
  before.close()
  const after = await tabWith(session)
  expect(after.id).toBe(before.id)
})

it('a duplicated tab is another tab', async () => {
  const { tabWith } = browser()
  const one = await tabWith()
  const session = { 'countersign-tab': one.id }
  const other = await tabWith(session)
  expect(other.id).not.toBe(one.id)
  expect(session['countersign-tab']).toBe(other.id)
  const open = await one.tabs.open()
  expect(open).toContain(one.id)
  expect(open).toContain(other.id)
})

it('a tab has one id, however often it is asked for at once', async () => {
  browser()
  vi.stubGlobal('sessionStorage', undefined)
  const tabs = createTabs()
  const [one, other] = await Promise.all([tabs.own(), tabs.own()])
  expect(one).toBe(other)
})

it('a browser without locks cannot tell which tabs are open, and says so', async () => {
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('sessionStorage', undefined)
  const tabs = createTabs()
  await expect(tabs.own()).resolves.toMatch(/./)
  await expect(tabs.open()).resolves.toBeUndefined()
})

it('a tab that crashed is not open any more, and does not count for the others', async () => {
  const { tabWith } = browser()
  const page = new EventTarget()
  for (const name of ['addEventListener', 'removeEventListener'] as const)
    vi.stubGlobal(name, page[name].bind(page))
  const [one, other] = [await tabWith(), await tabWith()]
  const counts: number[] = []
  const key = { vendorId: 7, reviewId: 9 }
  const nothing = () => undefined
  const leave = [
    watchReview(key, one.tabs, (count) => counts.push(count), nothing),
    watchReview(key, other.tabs, nothing, nothing),
  ]
  await vi.waitFor(() => expect(counts.at(-1)).toBe(1))
  // A crash: the tab sends no message.
  other.close()
  expect(await one.tabs.open()).toEqual(new Set([one.id]))
  page.dispatchEvent(new Event('focus'))
  await vi.waitFor(() => expect(counts.at(-1)).toBe(0))
  for (const end of leave) end()
})
