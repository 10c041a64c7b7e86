import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Creation } from '../../../api/once/reviews/creations.ts'
import { ApiError, NO_CONNECTION } from '../../../api/transport/api-error.ts'
import { reviewSchema } from '../../../domain/contract/review-with-form.ts'
import { createStartQueue, isActive } from './start-queue.ts'

const reviewOf = (id: number) => reviewSchema.parse({ id, title: `Review ${id}` })
const created = (id: number): Creation => ({ outcome: 'done', review: reviewOf(id) })
const failure = (status: number, retryAfter?: number): ApiError =>
  new ApiError('createVendorSecurityReview', { status, retryAfter: retryAfter ?? null })
const unsure = (...ids: number[]): Creation => ({
  outcome: 'unsure',
  candidates: ids.map(reviewOf),
  error: failure(503),
})

type Answer = Creation | Error
interface Asked {
  vendorId: number
  createAnyway: boolean
  answer: (answer: Answer) => Promise<void>
}

/**
 * A queue of vendors 1 to `count`, whose requests the test answers.
 * @param doneBefore the last vendor that an earlier page completed
 */
const open = (count: number, skipped: number[] = [], doneBefore = 0) => {
  const asked: Asked[] = []
  const onRest = vi.fn<() => void>()
  const queue = createStartQueue({
    jobs: Array.from({ length: count }, (_, index) => ({
      vendorId: index + 1,
      isSkipped: skipped.includes(index + 1),
    })),
    stateOf: ({ vendorId }) =>
      vendorId <= doneBefore ? { kind: 'done', review: reviewOf(vendorId) } : undefined,
    start: ({ vendorId }, createAnyway) => {
      const { promise, resolve, reject } = Promise.withResolvers<Creation>()
      const answer = async (given: Answer): Promise<void> => {
        if (given instanceof ApiError) resolve({ outcome: 'absent', error: given })
        else if (given instanceof Error) reject(given)
        else resolve(given)
        await vi.advanceTimersByTimeAsync(0)
      }
      asked.push({ vendorId, createAnyway, answer })
      return promise
    },
    onRest,
  })
  return {
    queue,
    onRest,
    /** Answers the current request. */
    answer: (answer: Answer): Promise<void> | undefined => asked.at(-1)?.answer(answer),
    vendors: () => asked.map(({ vendorId }) => vendorId),
    anyway: () => asked.map(({ createAnyway }) => createAnyway),
    states: () => queue.getState().items.map(({ state }) => state.kind),
    phase: () => queue.getState().phase.kind,
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the queue', () => {
  it('sends nothing before it is resumed, then one at a time, in order, and tells each result', async () => {
    const { queue, onRest, answer, vendors, states, phase } = open(3, [2])
    expect(vendors()).toEqual([])
    const seen = vi.fn<() => void>()
    const unsubscribe = queue.subscribe(seen)
    queue.resume()
    queue.resume()
    expect(vendors()).toEqual([1])
    expect(states()).toEqual(['starting', 'skipped', 'waiting'])
    await answer(created(11))
    expect(vendors()).toEqual([1, 3])
    await answer(created(13))
    expect(states()).toEqual(['done', 'skipped', 'done'])
    expect(queue.getState().items[2]?.state).toMatchObject({ review: { id: 13 } })
    expect(phase()).toBe('finished')
    expect(onRest).toHaveBeenCalledOnce()
    expect(seen).toHaveBeenCalled()
    unsubscribe()
    seen.mockClear()
    queue.resume()
    expect(seen).not.toHaveBeenCalled()
    expect(vendors()).toEqual([1, 3])
  })

  it('lets the request under way finish when it is stopped, and goes on when resumed', async () => {
    const { queue, onRest, answer, vendors, states, phase } = open(3)
    queue.resume()
    const stopped = vi.fn<() => void>()
    void queue.stop().then(stopped)
    await vi.advanceTimersByTimeAsync(0)
    expect(phase()).toBe('stopping')
    expect(stopped).not.toHaveBeenCalled()
    await answer(created(11))
    expect(stopped).toHaveBeenCalledOnce()
    expect(states()).toEqual(['done', 'waiting', 'waiting'])
    expect(phase()).toBe('stopped')
    expect(onRest).toHaveBeenCalledOnce()
    queue.resume()
    expect(vendors()).toEqual([1, 2])
  })

  it('does not send twice when it is stopped and resumed within one request', async () => {
    const { queue, answer, vendors, phase } = open(2)
    queue.resume()
    void queue.stop()
    queue.resume()
    expect(vendors()).toEqual([1])
    expect(phase()).toBe('running')
    await answer(created(11))
    expect(vendors()).toEqual([1, 2])
  })

  it('goes on once the service takes requests again', async () => {
    const { queue, onRest, answer, vendors, states } = open(2)
    queue.resume()
    await answer(failure(429, 30))
    expect(queue.getState().phase).toEqual({
      kind: 'limited',
      until: performance.now() + 30_000,
    })
    expect(states()).toEqual(['waiting', 'waiting'])
    expect(isActive(queue.getState().phase)).toBe(true)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(vendors()).toEqual([1])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vendors()).toEqual([1, 1])
    expect(onRest).not.toHaveBeenCalled()
  })

  it('goes on however the clock is set while it waits', async () => {
    const { queue, answer, vendors } = open(1)
    queue.resume()
    await answer(failure(429, 30))
    vi.setSystemTime(Date.now() - 5)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(vendors()).toEqual([1, 1])
  })

  it('waits a minute where the service limits requests without saying for how long', async () => {
    const { queue, answer, vendors } = open(1)
    queue.resume()
    await answer(failure(429))
    await vi.advanceTimersByTimeAsync(59_000)
    expect(vendors()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vendors()).toHaveLength(2)
  })

  it('can be stopped while it waits, and then stays stopped', async () => {
    const { queue, onRest, answer, vendors, phase } = open(1)
    queue.resume()
    await answer(failure(429, 5))
    await queue.stop()
    expect(phase()).toBe('stopped')
    expect(onRest).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(vendors()).toEqual([1])
  })

  it('leaves the service alone as long as it says, though it is stopped and resumed', async () => {
    const { queue, answer, vendors, phase } = open(2)
    queue.resume()
    await answer(failure(429, 30))
    await queue.stop()
    queue.resume()
    expect(phase()).toBe('limited')
    await vi.advanceTimersByTimeAsync(29_000)
    expect(vendors()).toEqual([1])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(vendors()).toEqual([1, 1])
    expect(phase()).toBe('running')
  })

  it.each([NO_CONNECTION, 401, 402, 403, 412])(
    'stops after %i, which would stop every other as well, and can be resumed',
    async (status) => {
      const { queue, answer, vendors, states } = open(2)
      queue.resume()
      const error = failure(status)
      await answer(error)
      expect(queue.getState().phase).toEqual({ kind: 'stopped', error })
      expect(states()).toEqual(['waiting', 'waiting'])
      queue.resume()
      expect(vendors()).toEqual([1, 1])
    },
  )

  it('goes on behind what failed, and tries it again when asked, once', async () => {
    const { queue, onRest, answer, vendors, states, phase } = open(3)
    queue.resume()
    await answer(failure(404))
    await answer(failure(400))
    await answer(created(13))
    expect(states()).toEqual(['absent', 'absent', 'done'])
    queue.retry(3)
    expect(phase()).toBe('finished')
    queue.retry(2)
    queue.retry(2)
    await answer(created(12))
    expect(vendors()).toEqual([1, 2, 3, 2])
    queue.retryFailed()
    await answer(created(11))
    expect(states()).toEqual(['done', 'done', 'done'])
    expect(onRest).toHaveBeenCalledTimes(3)
  })

  it('keeps a retry waiting while others wait in a stopped queue', async () => {
    const { queue, answer, vendors, states } = open(3)
    queue.resume()
    await answer(failure(404))
    await Promise.all([queue.stop(), answer(created(12))])
    queue.retry(1)
    expect(states()).toEqual(['waiting', 'done', 'waiting'])
    expect(vendors()).toEqual([1, 2])
    queue.resume()
    expect(vendors()).toEqual([1, 2, 1])
  })

  it('retries at once in a stopped queue with nothing else to do', async () => {
    const { queue, answer, vendors, phase } = open(1)
    queue.resume()
    await answer(unsure())
    expect(phase()).toBe('stopped')
    queue.retry(1)
    expect(phase()).toBe('running')
    expect(vendors()).toEqual([1, 1])
  })

  it('sends what may already exist again only when that is asked for', async () => {
    const { queue, answer, vendors, anyway, states } = open(2)
    queue.resume()
    await answer(unsure(11, 12))
    await answer(created(13))
    expect(states()).toEqual(['unsure', 'done'])
    queue.resume()
    queue.retry(1)
    queue.retryFailed()
    queue.startAnyway(2)
    expect(vendors()).toEqual([1, 2])
    queue.startAnyway(1)
    queue.startAnyway(1)
    expect(vendors()).toEqual([1, 2, 1])
    await answer(failure(429, 5))
    await vi.advanceTimersByTimeAsync(5_000)
    await answer(created(14))
    expect(anyway()).toEqual([false, false, true, true])
    expect(states()).toEqual(['done', 'done'])
  })

  it('stops where an unclear outcome cannot even be looked up; a retry looks it up', async () => {
    const { queue, answer, vendors, anyway, states, phase } = open(2)
    queue.resume()
    await answer(unsure())
    expect(phase()).toBe('stopped')
    queue.resume()
    await answer(created(12))
    expect(vendors()).toEqual([1, 2])
    expect(states()).toEqual(['unsure', 'done'])
    queue.retry(1)
    expect(vendors()).toEqual([1, 2, 1])
    expect(anyway()).toEqual([false, false, false])
  })

  it('goes on where an earlier page broke off', async () => {
    const { queue, answer, vendors, states } = open(3, [2], 1)
    expect(states()).toEqual(['done', 'skipped', 'waiting'])
    queue.resume()
    expect(vendors()).toEqual([3])
    await answer(created(13))
    expect(states()).toEqual(['done', 'skipped', 'done'])
  })

  it('takes an error of Countersign’s own for an unclear outcome, which only "Start anyway" repeats', async () => {
    const { queue, answer, vendors, states, phase } = open(1)
    queue.resume()
    await answer(new TypeError('review.id is undefined'))
    expect(states()).toEqual(['unsure'])
    expect(phase()).toBe('stopped')
    queue.retry(1)
    queue.resume()
    expect(vendors()).toEqual([1])
  })
})
