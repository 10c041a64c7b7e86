import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../api/api-error.ts'
import type { Arrival, UploadTarget } from '../../../api/once/uploads.ts'
import { sentOf, type UploadService } from './upload.ts'
import { createUploadQueue } from './upload-queue.ts'

const QUESTIONNAIRES: UploadTarget = { kind: 'questionnaires', vendorId: 1, reviewId: 2 }
const DOCUMENT: UploadTarget = {
  kind: 'document',
  vendorId: 1,
  reviewId: 2,
  documentType: 'COMPLIANCE_REPORT',
}
const file = (name: string, size = 10): File => new File(['x'.repeat(size)], name)
const failure = (status: number, retryAfter: number | null = null): ApiError =>
  new ApiError('uploadVendorDocument', { status, retryAfter })

/** A service whose requests are answered by the test, one by one. */
const scripted = () => {
  const requests: {
    names: string[]
    signal: AbortSignal
    progress: (sent: number, total: number) => void
    arrive: () => void
    fail: (error: unknown) => void
  }[] = []
  const lookUp = vi.fn<UploadService['lookUp']>(async (_, names) => names.map(() => 'absent'))
  const refreshList = vi.fn<UploadService['refreshList']>()
  const queue = createUploadQueue({
    known: async () => new Set(),
    lookUp,
    refreshList,
    send: (_, files, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error))
        requests.push({
          names: files.map(({ name }) => name),
          signal,
          progress: (sent, total) => onProgress({ sent, total }),
          arrive: resolve,
          fail: reject,
        })
      }),
  })
  const shown = () => queue.getSnapshot().uploads
  const states = () => Object.fromEntries(shown().map(({ name, state }) => [name, state]))
  const idOf = (name: string): number => shown().find((one) => one.name === name)?.id ?? Number.NaN
  return { queue, requests, lookUp, refreshList, shown, states, idOf }
}

/** Lets everything that waits for nothing but itself happen. */
const tick = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('requests', () => {
  it('are three at a time, and the next begins when one is over', async () => {
    const { queue, requests, states } = scripted()
    queue.add(
      DOCUMENT,
      ['a', 'b', 'c', 'd'].map((name) => file(name)),
    )
    await tick()
    expect(requests.map(({ names }) => names)).toEqual([['a'], ['b'], ['c']])
    expect(states()).toMatchObject({ c: 'uploading', d: 'waiting' })
    requests[1]?.arrive()
    await tick()
    expect(requests.at(-1)?.names).toEqual(['d'])
    expect(states()).toMatchObject({ b: 'uploaded', d: 'uploading' })
  })

  it('carry the questionnaires of one drop together, and documents one by one', async () => {
    const { queue, requests, refreshList, states } = scripted()
    queue.add(QUESTIONNAIRES, [file('a'), file('b')])
    await tick()
    expect(requests.map(({ names }) => names)).toEqual([['a', 'b']])
    requests[0]?.arrive()
    await tick()
    expect(states()).toEqual({ a: 'uploaded', b: 'uploaded' })
    expect(refreshList).toHaveBeenCalledExactlyOnceWith(QUESTIONNAIRES)
  })

  it('never carry two files of one name at a time', async () => {
    const { queue, requests } = scripted()
    queue.add(QUESTIONNAIRES, [file('a'), file('a')])
    await tick()
    expect(requests).toHaveLength(1)
    requests[0]?.arrive()
    await tick()
    expect(requests).toHaveLength(2)
  })

  it('tell how far each file is, and that it can no longer be taken back', async () => {
    const { queue, requests, shown } = scripted()
    queue.add(QUESTIONNAIRES, [file('a', 10), file('b', 30)])
    await tick()
    await vi.advanceTimersByTimeAsync(1_000)
    requests[0]?.progress(22, 44)
    expect(shown()).toMatchObject([
      { sent: 10, speed: 22, isCommitted: false },
      { sent: 10, speed: 22, isCommitted: false },
    ])
    requests[0]?.progress(44, 44)
    expect(shown()[1]).toMatchObject({ sent: 30, isCommitted: true })
    queue.cancel(shown()[1]?.id ?? 0)
    expect(shown()[1]?.state).toBe('uploading')
  })
})

describe('a file that is canceled', () => {
  it('is never sent when it was waiting', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(
      DOCUMENT,
      ['a', 'b', 'c', 'd'].map((name) => file(name)),
    )
    queue.cancel(idOf('d'))
    await tick()
    requests.forEach(({ arrive }) => arrive())
    await tick()
    expect(requests).toHaveLength(3)
    expect(states().d).toBe('canceled')
  })

  it('cuts its request off, and what travelled with it goes again without it', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(QUESTIONNAIRES, [file('a'), file('b'), file('c')])
    await tick()
    queue.cancel(idOf('b'))
    await tick()
    expect(requests[0]?.signal.aborted).toBe(true)
    expect(requests[1]?.names).toEqual(['a', 'c'])
    expect(states()).toEqual({ a: 'uploading', b: 'canceled', c: 'uploading' })
    queue.retry(idOf('b'))
    await tick()
    expect(requests[2]?.names).toEqual(['b'])
  })
})

describe('a refusal', () => {
  it('of several files sends each by itself, so that one bad file fails alone', async () => {
    const { queue, requests, states, shown } = scripted()
    queue.add(QUESTIONNAIRES, [file('good'), file('bad'), file('fine')])
    await tick()
    requests[0]?.fail(failure(400))
    await tick()
    expect(requests.slice(1).map(({ names }) => names)).toEqual([['good'], ['bad'], ['fine']])
    requests[1]?.arrive()
    requests[2]?.fail(failure(413))
    requests[3]?.arrive()
    await tick()
    expect(states()).toEqual({ good: 'uploaded', bad: 'failed', fine: 'uploaded' })
    expect(shown()[1]?.sentence).toContain('larger than Drata accepts')
  })

  it('of the key is of all files', async () => {
    const { queue, requests, states } = scripted()
    queue.add(QUESTIONNAIRES, [file('a'), file('b')])
    await tick()
    requests[0]?.fail(failure(403))
    await tick()
    expect(requests).toHaveLength(1)
    expect(states()).toEqual({ a: 'failed', b: 'failed' })
  })
})

describe('a service that throttles', () => {
  it('is left alone for as long as it says, by all uploads', async () => {
    const { queue, requests, states } = scripted()
    queue.add(
      DOCUMENT,
      ['a', 'b', 'c', 'd'].map((name) => file(name)),
    )
    await tick()
    requests[0]?.fail(failure(429, 7))
    await tick()
    expect(queue.getSnapshot().pausedUntil).toBe(Date.now() + 7_000)
    requests[1]?.arrive()
    await vi.advanceTimersByTimeAsync(6_900)
    expect(requests).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(100)
    expect(queue.getSnapshot().pausedUntil).toBeNull()
    expect(states()).toMatchObject({ a: 'uploading', d: 'uploading' })
  })

  it('is not asked for ever', async () => {
    const { queue, requests, states } = scripted()
    queue.add(DOCUMENT, [file('a')])
    for (let times = 0; times < 20; times++) {
      await vi.advanceTimersByTimeAsync(1_000)
      requests.at(-1)?.fail(failure(429, 1))
    }
    await tick()
    expect(states()).toEqual({ a: 'failed' })
    expect(requests).toHaveLength(6)
  })
})

describe('an answer that was lost', () => {
  const lost = async (arrivals: Arrival[] | ApiError) => {
    const made = scripted()
    made.queue.add(QUESTIONNAIRES, [file('a'), file('b')])
    await tick()
    if (arrivals instanceof ApiError) made.lookUp.mockRejectedValueOnce(arrivals)
    else made.lookUp.mockResolvedValueOnce(arrivals)
    made.requests[0]?.fail(failure(0))
    await tick()
    return made
  }

  it('is looked up: what arrived is uploaded, what did not has failed', async () => {
    const { states, shown, requests, refreshList } = await lost(['arrived', 'absent'])
    expect(states()).toEqual({ a: 'uploaded', b: 'failed' })
    expect(shown()[1]?.sentence).toContain('did not arrive')
    expect(refreshList).toHaveBeenCalledTimes(1)
    expect(requests).toHaveLength(1)
  })

  it('is looked up again before a retry, since it may have arrived late', async () => {
    const { queue, lookUp, requests, idOf, states } = await lost(['arrived', 'absent'])
    lookUp.mockResolvedValueOnce(['arrived'])
    queue.retry(idOf('b'))
    await tick()
    expect(states().b).toBe('uploaded')
    expect(requests).toHaveLength(1)
  })

  it('is sent again at a retry when it is certainly not there', async () => {
    const { queue, requests, idOf } = await lost(['arrived', 'absent'])
    queue.retry(idOf('b'))
    await tick()
    expect(requests[1]?.names).toEqual(['b'])
  })

  it('is never sent again while nobody can be asked', async () => {
    const { queue, lookUp, requests, shown } = await lost(failure(0))
    expect(shown()[0]).toMatchObject({ state: 'failed' })
    lookUp.mockRejectedValue(failure(503))
    for (let times = 0; times < 3; times++) {
      queue.retryAll()
      await tick()
    }
    expect(requests).toHaveLength(1)
    expect(shown()[0]?.sentence).toContain('looked up first')
  })

  it('is sent again at the analyst’s word where one cannot tell', async () => {
    const { queue, lookUp, requests, idOf, shown, refreshList } = await lost(['unsure', 'unsure'])
    expect(shown()[0]?.sentence).toContain('cannot tell')
    expect(refreshList).toHaveBeenCalledTimes(1)
    lookUp.mockResolvedValue(['unsure'])
    queue.retryAll()
    await tick()
    expect(requests).toHaveLength(1)
    queue.retry(idOf('a'))
    await tick()
    expect(requests[1]?.names).toEqual(['a'])
  })
})

describe('what is over', () => {
  it('can be taken off the list, and what is not stays', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(DOCUMENT, [file('a'), file('b')])
    await tick()
    requests[0]?.arrive()
    await tick()
    queue.remove(idOf('b'))
    expect(Object.keys(states())).toEqual(['a', 'b'])
    queue.removeOver()
    expect(Object.keys(states())).toEqual(['b'])
  })
})

describe('laws', () => {
  it('a file arrives at most once, whatever is answered and however often one retries', async () => {
    /** What the service does with a request, and what is heard of it. */
    const fate = fc.record({
      acts: fc.boolean(),
      heard: fc.constantFrom(201, 0, 500, 503, 429, 400),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 12 }),
        fc.array(fc.boolean(), { maxLength: 12 }),
        async (fates, isAskable) => {
          const there: { id: number; name: string }[] = []
          const queue = createUploadQueue({
            known: async () => new Set(there.map(({ id }) => id)),
            lookUp: async (_, names, known) => {
              if (isAskable.shift() === false) throw failure(0)
              return names.map((name) =>
                there.some((one) => one.name === name && !known?.has(one.id))
                  ? 'arrived'
                  : 'absent',
              )
            },
            refreshList: () => undefined,
            send: async (_, files) => {
              const { acts, heard } = fates.shift() ?? { acts: true, heard: 201 }
              // A service that refuses or throttles does not act; one that confirms has acted.
              if (heard === 201 || (acts && heard !== 429 && heard !== 400))
                for (const { name } of files) there.push({ id: there.length + 1, name })
              if (heard !== 201) throw failure(heard, 0)
            },
          })
          queue.add(
            QUESTIONNAIRES,
            ['a', 'b', 'c'].map((name) => file(name)),
          )
          for (let times = 0; times < 30; times++) {
            await vi.advanceTimersByTimeAsync(1)
            queue.retryAll()
          }
          const { uploads } = queue.getSnapshot()
          expect(uploads.map(({ state }) => state)).toEqual(['uploaded', 'uploaded', 'uploaded'])
          expect(there.map(({ name }) => name).toSorted()).toEqual(['a', 'b', 'c'])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('the bytes that left add up, and no file gets ahead of the one before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, part) => {
          const sent = sentOf(sizes, part)
          const total = sizes.reduce((sum, size) => sum + size, 0)
          const left = sent.reduce((sum, bytes) => sum + bytes, 0)
          expect(Math.abs(left - part * total)).toBeLessThanOrEqual(1)
          const last = sent.findLastIndex((bytes) => bytes > 0)
          for (let place = 0; place < last; place++) expect(sent[place]).toBe(sizes[place])
        },
      ),
    )
  })
})
