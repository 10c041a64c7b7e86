import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMapStore } from '../testing/map-store.ts'
import { createRequestBudget, type Turn } from './request-budget.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 60_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Asks so many times, and notes the turns as they come. */
const askFor = (budget: ReturnType<typeof createRequestBudget>, count: number, user = 'ada') => {
  const turns: Turn[] = []
  for (let index = 0; index < count; index++)
    void budget.acquire(user, true).then((turn) => turns.push(turn))
  return turns
}
const granted = (turns: readonly Turn[]) => turns.filter(({ isGranted }) => isGranted).length

test('a request over the budget waits for the next minute, or learns when to try again', async () => {
  vi.setSystemTime(60_000_000 + 40_000)
  const budget = createRequestBudget(createMapStore(), 10)
  const turns = askFor(budget, 12)
  await vi.advanceTimersByTimeAsync(0)
  expect([granted(turns), turns.length, budget.waiting()]).toEqual([8, 8, 4])
  await vi.advanceTimersByTimeAsync(20_000)
  expect([granted(turns), budget.waiting()]).toEqual([12, 0])

  const later = askFor(budget, 12)
  await vi.advanceTimersByTimeAsync(30_000)
  expect([granted(later), later.length]).toEqual([4, 12])
  expect(later.at(-1)).toEqual({ isGranted: false, retryAfterSeconds: 30 })
})

test('gateways with one store share one budget', async () => {
  const store = createMapStore()
  const gateways = [createRequestBudget(store, 10), createRequestBudget(store, 10)]
  const turns = gateways.map((budget, index) => askFor(budget, 8, String(index)))
  await vi.advanceTimersByTimeAsync(0)
  expect(turns.reduce((sum, own) => sum + granted(own), 0)).toBe(10)
})

test('the queue is bounded, and a browser that goes away leaves it', async () => {
  const budget = createRequestBudget(createMapStore(), 1)
  const turns = askFor(budget, 103)
  const leaving = new AbortController()
  const left = budget.acquire('ben', true, leaving.signal)
  await vi.advanceTimersByTimeAsync(0)
  const refused = { isGranted: false, retryAfterSeconds: 60 }
  expect(turns).toEqual([refused, refused, refused, { isGranted: true }])
  expect(budget.waiting()).toBe(100)
  leaving.abort()
  expect(await left).toMatchObject({ isGranted: false })
  expect(budget.waiting()).toBe(99)
})

test('nothing is granted without the store, and everything without a budget', async () => {
  const store = createMapStore()
  store.isBroken = true
  await expect(createRequestBudget(store, 10).acquire('ada', true)).rejects.toThrow('store')
  expect(await createRequestBudget(store, 0).acquire('ada', true)).toEqual({ isGranted: true })
})
