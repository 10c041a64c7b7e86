import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '../../../api/transport/api-error.ts'
import {
  DOCUMENT,
  failure,
  fileOf,
  LOST,
  QUESTIONNAIRES,
  scriptedFiles,
  tick,
  untilItCanHaveArrived,
} from '../../../testing/once/scripted-files.ts'
import type { UploadService } from './upload.ts'
import { createUploadQueue } from './upload-queue.ts'

/** A queue on a service whose requests are answered by the test, one by one. */
const scripted = () => {
  const service = scriptedFiles()
  const refreshList = vi.fn<UploadService['refreshList']>()
  const queue = createUploadQueue({ ...service, refreshList })
  const shown = () => queue.getState().uploads
  const states = () => Object.fromEntries(shown().map(({ name, state }) => [name, state]))
  const idOf = (name: string): number => shown().find((one) => one.name === name)?.id ?? Number.NaN
  const sentenceOf = (name: string) => shown().find((one) => one.name === name)?.sentence
  return { ...service, queue, shown, refreshList, states, idOf, sentenceOf }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('requests', () => {
  it('are three at a time, and the next begins when one is over', async () => {
    const { queue, requests, states } = scripted()
    queue.add(
      DOCUMENT,
      ['a', 'b', 'c', 'd'].map((name) => fileOf(name)),
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
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b')])
    await tick()
    expect(requests.map(({ names }) => names)).toEqual([['a', 'b']])
    requests[0]?.arrive()
    await tick()
    expect(states()).toEqual({ a: 'uploaded', b: 'uploaded' })
    expect(refreshList).toHaveBeenCalledExactlyOnceWith(QUESTIONNAIRES)
  })

  it.each([
    ['a', 'a'],
    ['SOC2.pdf', 'soc2.PDF'],
    ['f\u00FCr.pdf', 'fu\u0308r.pdf'],
    ['SOC 2 report.pdf', 'SOC_2_report.pdf'],
    ['SOC2.pdf', 'SOC2\u200B.pdf'],
    ['SOC2.pdf', 'SOC2 (1).pdf'],
    ['SOC2.pdf', 'SOC2'],
    ['Pr\u00FCfung.pdf', 'Pr_fung.pdf'],
    ['STRASSE.pdf', 'stra\u00DFe.pdf'],
  ])('never carry “%s” and “%s” at a time', async (one, other) => {
    for (const target of [QUESTIONNAIRES, DOCUMENT]) {
      const { queue, requests } = scripted()
      queue.add(target, [fileOf(one), fileOf(other)])
      await tick()
      expect(requests.map(({ names }) => names)).toEqual([[one]])
      requests[0]?.arrive()
      await tick()
      expect(requests.map(({ names }) => names)).toEqual([[one], [other]])
    }
  })

  it('carry files of one name at a time where no list could show both', async () => {
    const { queue, requests } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a')])
    queue.add({ ...QUESTIONNAIRES, reviewId: 3 }, [fileOf('a')])
    queue.add(DOCUMENT, [fileOf('a')])
    queue.add({ ...QUESTIONNAIRES, reviewId: null }, [fileOf('a')])
    await tick()
    // The last goes to the list of all of the vendor's questionnaires.
    expect(requests).toHaveLength(3)
  })

  it('tell how far each file is, and that it can no longer be taken back', async () => {
    const { queue, requests, shown } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a', 10), fileOf('b', 30)])
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

describe('a refusal', () => {
  it('of several files sends each alone, so that one bad file fails alone', async () => {
    const { queue, requests, states, shown } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('good'), fileOf('bad'), fileOf('fine')])
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
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b')])
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
      ['a', 'b', 'c', 'd'].map((name) => fileOf(name)),
    )
    await tick()
    requests[0]?.fail(failure(429, 7))
    await tick()
    expect(queue.getState().pausedUntil).toBe(performance.now() + 7_000)
    requests[1]?.arrive()
    await vi.advanceTimersByTimeAsync(6_900)
    expect(requests).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(100)
    expect(queue.getState().pausedUntil).toBeNull()
    expect(states()).toMatchObject({ a: 'uploading', d: 'uploading' })
  })

  it('goes on after the longest of several waits, however the clock is set', async () => {
    const { queue, requests } = scripted()
    queue.add(DOCUMENT, [fileOf('a'), fileOf('b')])
    await tick()
    requests[0]?.fail(failure(429, 20))
    requests[1]?.fail(failure(429, 5))
    await tick()
    vi.setSystemTime(Date.now() - 5)
    await vi.advanceTimersByTimeAsync(19_999)
    expect(requests).toHaveLength(2)
    vi.setSystemTime(Date.now() - 3_600_000)
    await vi.advanceTimersByTimeAsync(1)
    expect(requests).toHaveLength(4)
    expect(queue.getState().pausedUntil).toBeNull()
  })

  it('can be waited for no longer', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(DOCUMENT, [fileOf('a')])
    await tick()
    requests[0]?.fail(failure(429, 20))
    await tick()
    expect(states()).toEqual({ a: 'waiting' })
    queue.cancel(idOf('a'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states()).toEqual({ a: 'canceled' })
    expect(requests).toHaveLength(1)
  })

  it('is not asked for ever', async () => {
    const { queue, requests, states } = scripted()
    queue.add(DOCUMENT, [fileOf('a')])
    for (let times = 0; times < 20; times++) {
      await vi.advanceTimersByTimeAsync(1_000)
      requests.at(-1)?.fail(failure(429, 1))
    }
    await tick()
    expect(states()).toEqual({ a: 'failed' })
    expect(requests).toHaveLength(6)
  })
})

describe('a connection', () => {
  it('that is not there sends nothing, so that nothing is unclear', async () => {
    const { queue, list, requests, sentenceOf } = scripted()
    list.mockRejectedValueOnce(LOST)
    queue.add(DOCUMENT, [fileOf('a')])
    await tick()
    expect(requests).toHaveLength(0)
    expect(sentenceOf('a')).toContain('was not sent')
    queue.retry(1)
    await tick()
    expect(requests).toHaveLength(1)
  })
})

describe('a session that ends', () => {
  const ended = new ApiError('getVendorDocuments', { status: 401, signIn: '/sign-in' })

  it('keeps a lost file in the queue, and it is looked up after signing in', async () => {
    const { queue, list, requests, shown, signIn } = scripted()
    queue.add(DOCUMENT, [fileOf('a'), fileOf('b')])
    await tick()
    list.mockRejectedValue(ended)
    requests[0]?.store('a')
    for (const request of requests) request.fail(LOST)
    await untilItCanHaveArrived()
    const waiting = { state: 'waiting', isSignedOut: true, sentence: null }
    expect(shown()).toMatchObject([waiting, waiting])
    list.mockReset()
    list.mockImplementation(async () => ({ files: [{ id: 1, name: 'a' }], unreadable: 0 }))
    signIn()
    await untilItCanHaveArrived()
    expect(shown()).toMatchObject([{ state: 'uploaded' }, { state: 'failed' }])
    expect(requests).toHaveLength(2)
  })

  it('turns a file away, which goes after signing in', async () => {
    const { queue, requests, states, signIn } = scripted()
    queue.add(DOCUMENT, [fileOf('a')])
    await tick()
    requests[0]?.fail(ended)
    await tick()
    expect(states()).toEqual({ a: 'waiting' })
    signIn()
    await tick()
    requests[1]?.arrive()
    await tick()
    expect(states()).toEqual({ a: 'uploaded' })
  })
})

describe('what is over', () => {
  it('can be taken off the list, and what is not stays', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(DOCUMENT, [fileOf('a'), fileOf('b')])
    await tick()
    requests[0]?.arrive()
    await tick()
    queue.remove(idOf('b'))
    expect(Object.keys(states())).toEqual(['a', 'b'])
    queue.removeOver()
    expect(Object.keys(states())).toEqual(['b'])
  })
})
