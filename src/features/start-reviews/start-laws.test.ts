import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createReview } from '../../api/once/create-review.ts'
import { answer, serve } from '../../testing/answers.ts'
import { lost, requestFor, rowOf } from '../../testing/creations.ts'
import { createStartQueue, type StartQueue } from './start-queue.ts'

/** What may go wrong with a request, before it arrives or after the service has acted on it. */
const FAULTS = [
  'lost before',
  'lost after',
  '400',
  '401',
  '404',
  '429',
  '500 before',
  '500 after',
  '503 after',
  'unreadable after',
] as const
type Fault = (typeof FAULTS)[number]

const VENDOR_COUNT = 4
const TIME_LIMIT = 60_000
let run = 0

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A service that creates reviews; its requests fail in turn. */
const serveReviews = (faults: Iterator<Fault | null, undefined>): Map<number, object[]> => {
  const reviews = new Map<number, object[]>()
  serve(({ method, url, body }) => {
    const vendorId = Number(url.pathname.split('/')[4])
    const fault: Fault | null = faults.next().value ?? null
    const own = reviews.get(vendorId) ?? []
    const act = (): Response => {
      if (method === 'GET') return answer({ data: own, pagination: { cursor: null } })
      const row = rowOf(JSON.parse(body as string) as ReturnType<typeof requestFor>, own.length + 1)
      reviews.set(vendorId, [row, ...own])
      return answer(row, 201)
    }
    if (fault === null) return act()
    if (fault.endsWith('after')) act()
    if (fault.startsWith('lost')) return lost()
    if (fault.startsWith('unreadable')) return answer('<html>')
    const status = Number.parseInt(fault, 10)
    return answer({}, status, status === 429 ? { 'retry-after': '20' } : {})
  })
  return reviews
}

const buttons = ['stop', 'resume', 'retry', 'retryFailed', 'startAnyway', 'wait'] as const
const press = async (
  queue: StartQueue<{ vendorId: number; isSkipped: boolean }>,
  button: (typeof buttons)[number],
  vendorId: number,
): Promise<void> => {
  if (button === 'stop') void queue.stop()
  else if (button !== 'wait') queue[button](vendorId)
  // Long enough for some requests, not for all.
  await vi.advanceTimersByTimeAsync(button === 'wait' ? 30_000 : 1)
}

const faults = fc.infiniteStream(fc.oneof(fc.constant(null), fc.constantFrom(...FAULTS)))
const presses = fc.array(fc.tuple(fc.constantFrom(...buttons), fc.nat(VENDOR_COUNT - 1)), {
  maxLength: 30,
})

it(
  'makes one review a vendor, and one more for each "Start anyway", whatever goes wrong',
  async () => {
    await fc.assert(
      fc.asyncProperty(faults, presses, async (stream, pressed) => {
        const title = `Security review, run ${++run}`
        const reviews = serveReviews(stream)
        const anyway = new Map<number, number>()
        const queue = createStartQueue({
          jobs: Array.from({ length: VENDOR_COUNT }, (_, vendorId) => ({
            vendorId,
            isSkipped: vendorId === 3,
          })),
          start: ({ vendorId }, createAnyway) =>
            createReview(vendorId, requestFor(title), { apiVersion: 2, createAnyway }),
          onRest: () => undefined,
        })
        queue.resume()
        for (const [button, vendorId] of pressed) {
          const { state } = queue.getSnapshot().items[vendorId] ?? {}
          if (button === 'startAnyway' && state?.kind === 'unclear')
            anyway.set(vendorId, (anyway.get(vendorId) ?? 0) + 1)
          await press(queue, button, vendorId)
        }
        await vi.advanceTimersByTimeAsync(60_000)
        for (const { job, state } of queue.getSnapshot().items) {
          const count = reviews.get(job.vendorId)?.length ?? 0
          const wanted = anyway.get(job.vendorId) ?? 0
          expect(count).toBeLessThanOrEqual(1 + wanted)
          if (state.kind === 'started') expect(count).toBeGreaterThan(0)
          if (state.kind === 'failed') expect(count).toBeLessThanOrEqual(wanted)
          if (state.kind === 'skipped') expect(count).toBe(0)
        }
      }),
      { numRuns: 1_000 },
    )
  },
  TIME_LIMIT,
)
