import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { announceSave, watchReview } from './watch-review.ts'

const KEY = { vendorId: 7, reviewId: 9 }

/** The open channels. Each message reaches all others with the same name. */
let channels: Set<TestChannel>
class TestChannel extends EventTarget {
  readonly name: string
  constructor(name: string) {
    super()
    this.name = name
    channels.add(this)
  }
  postMessage(data: unknown): void {
    this.send(data)
  }
  send(data: unknown): void {
    for (const other of channels)
      if (other !== this && other.name === this.name)
        other.dispatchEvent(new MessageEvent('message', { data }))
  }
  close(): void {
    channels.delete(this)
  }
}

/** Delivers all pending messages. */
const arrive = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

let open: Set<string> | undefined
let page: EventTarget

const watch = (tab: string, key = KEY) => {
  const counts: number[] = []
  let saves = 0
  const tabs = { own: () => Promise.resolve(tab), open: () => Promise.resolve(open) }
  const leave = watchReview(
    key,
    tabs,
    (count) => counts.push(count),
    () => (saves += 1),
  )
  return { tabs, leave, last: () => counts.at(-1), counts, saves: () => saves }
}

beforeEach(() => {
  channels = new Set()
  open = undefined
  page = new EventTarget()
  vi.stubGlobal('BroadcastChannel', TestChannel)
  for (const name of ['addEventListener', 'removeEventListener'] as const)
    vi.stubGlobal(name, page[name].bind(page))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the tabs that have one review open', () => {
  it('know of one another, and of nobody at another review', async () => {
    const [one, two] = [watch('one'), watch('two')]
    const others = [watch('three', { ...KEY, reviewId: 8 }), watch('four', { ...KEY, vendorId: 8 })]
    await arrive()
    expect([one.last(), two.last()]).toEqual([1, 1])
    const three = watch('five')
    await arrive()
    expect([one.last(), two.last(), three.last()]).toEqual([2, 2, 2])
    expect(others.map(({ counts }) => counts)).toEqual([[], []])
  })

  it('count no tab that has left, and no tab that has crashed', async () => {
    const [one, two] = [watch('one'), watch('two')]
    await arrive()
    two.leave()
    await arrive()
    expect(one.last()).toBe(0)
    watch('three')
    await arrive()
    expect(one.last()).toBe(1)
    open = new Set(['one'])
    page.dispatchEvent(new Event('focus'))
    await arrive()
    expect(one.last()).toBe(0)
  })

  it('hear nothing more once they have left', async () => {
    const one = watch('one')
    one.leave()
    await arrive()
    const before = one.counts.length
    watch('two')
    page.dispatchEvent(new Event('focus'))
    page.dispatchEvent(new Event('pagehide'))
    await arrive()
    expect(one.counts).toHaveLength(before)
    expect([...channels]).toHaveLength(1)
  })

  it('leave when the page is put away, and come back with it', async () => {
    const [one, two] = [watch('one'), watch('two')]
    await arrive()
    channels.forEach((channel) => channel.send({ kind: 'bye', from: 'two' }))
    await arrive()
    expect(one.last()).toBe(0)
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    await arrive()
    expect(one.last()).toBe(0)
    page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await arrive()
    expect([one.last(), two.last()]).toEqual([1, 1])
    page.dispatchEvent(new Event('pagehide'))
    await arrive()
    expect([one.last(), two.last()]).toEqual([0, 0])
  })

  it('hear of a save of another tab', async () => {
    const [one, two] = [watch('one'), watch('two')]
    const elsewhere = watch('three', { ...KEY, reviewId: 8 })
    await announceSave(KEY, { own: () => Promise.resolve('four'), open: two.tabs.open })
    expect([one.saves(), two.saves(), elsewhere.saves()]).toEqual([1, 1, 0])
    await arrive()
    expect(one.last()).toBe(1)
    expect([...channels]).toHaveLength(3)
  })

  it.each([[null], ['hello'], [{ kind: 'other', from: 'x' }], [{ kind: 'hello' }]])(
    'take %j for nothing',
    async (message) => {
      const one = watch('one')
      await arrive()
      new TestChannel('countersign-review-7-9').send(message)
      await arrive()
      expect([one.counts, one.saves()]).toEqual([[], 0])
    },
  )
})

it('a browser without channels knows of nobody', async () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const one = watch('one')
  await announceSave(KEY, one.tabs)
  one.leave()
  await arrive()
  expect([one.counts, one.saves()]).toEqual([[], 0])
})
