import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ARRIVAL_MS } from '../../../api/once/arrival.ts'
import {
  DOCUMENT,
  fileOf,
  LOST,
  QUESTIONNAIRES,
  scriptedFiles,
  tick,
  untilItCanHaveArrived,
} from '../../../testing/once/scripted-files.ts'
import { createUploadQueue } from './upload-queue.ts'

/** A queue on a service whose requests are answered by the test, one by one. */
const scripted = () => {
  const service = scriptedFiles()
  const queue = createUploadQueue({ ...service, refreshList: () => undefined })
  const shown = () => queue.getState().uploads
  const states = () => Object.fromEntries(shown().map(({ name, state }) => [name, state]))
  const idOf = (name: string): number => shown().find((one) => one.name === name)?.id ?? Number.NaN
  const sentenceOf = (name: string) => shown().find((one) => one.name === name)?.sentence
  return { ...service, queue, shown, states, idOf, sentenceOf }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

describe('a file that is canceled', () => {
  it('is never sent when it was waiting', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(
      DOCUMENT,
      ['a', 'b', 'c', 'd'].map((name) => fileOf(name)),
    )
    queue.cancel(idOf('d'))
    await tick()
    requests.forEach(({ arrive }) => arrive())
    await tick()
    expect(requests).toHaveLength(3)
    expect(states().d).toBe('canceled')
  })

  it('goes nowhere before its request has left, and the others go at once', async () => {
    const { queue, requests, list, states, idOf } = scripted()
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof list>>>()
    list.mockReturnValueOnce(promise)
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b')])
    await tick()
    queue.cancel(idOf('b'))
    resolve({ files: [], unreadable: 0 })
    await tick()
    expect(requests.map(({ names }) => names)).toEqual([['a']])
    expect(states()).toEqual({ a: 'uploading', b: 'canceled' })
  })

  it('cuts its request off; once nothing of it can arrive, the others go again', async () => {
    const { queue, requests, shown, states, idOf } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b'), fileOf('c')])
    await tick()
    queue.cancel(idOf('b'))
    await tick()
    expect(requests[0]?.signal?.aborted).toBe(true)
    expect(shown()).toMatchObject([
      { state: 'uploading', isLooking: true },
      { state: 'canceled', isLooking: true },
      { state: 'uploading', isLooking: true },
    ])
    await vi.advanceTimersByTimeAsync(ARRIVAL_MS - 1)
    expect(requests).toHaveLength(1)
    await untilItCanHaveArrived()
    expect(requests[1]?.names).toEqual(['a', 'c'])
    expect(states()).toEqual({ a: 'uploading', b: 'canceled', c: 'uploading' })
    queue.retry(idOf('b'))
    await tick()
    expect(requests[2]?.names).toEqual(['b'])
  })

  it('after its last byte: what has arrived is uploaded, and is not sent twice', async () => {
    const { queue, requests, states, idOf, sentenceOf } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b')])
    await tick()
    // All of it has arrived, but the last progress event reported only half.
    requests[0]?.progress(1, 2)
    requests[0]?.store('a', 'b')
    queue.cancel(idOf('a'))
    queue.retry(idOf('a'))
    await untilItCanHaveArrived()
    expect(requests).toHaveLength(1)
    expect(states()).toEqual({ a: 'uploaded', b: 'uploaded' })
    expect(sentenceOf('b')).toBeNull()
  })

  it('leaves to the analyst what may be there under other names', async () => {
    const { queue, requests, states, idOf, sentenceOf } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('\u00FCber.csv'), fileOf('f\u00FCr.csv')])
    await tick()
    requests[0]?.store('\u00C3\u00BCber.csv', 'f\u00C3\u00BCr.csv')
    queue.cancel(idOf('f\u00FCr.csv'))
    await untilItCanHaveArrived()
    expect(requests).toHaveLength(1)
    expect(states()).toEqual({ '\u00FCber.csv': 'failed', 'f\u00FCr.csv': 'canceled' })
    for (const name of ['\u00FCber.csv', 'f\u00FCr.csv'])
      expect(sentenceOf(name)).toContain('may have arrived')
  })

  it('too late is uploaded, and says so', async () => {
    const { queue, requests, states, idOf, sentenceOf } = scripted()
    queue.add(DOCUMENT, [fileOf('a')])
    await tick()
    queue.cancel(idOf('a'))
    requests[0]?.store('a')
    queue.remove(idOf('a'))
    await untilItCanHaveArrived()
    expect(states()).toEqual({ a: 'uploaded' })
    expect(sentenceOf('a')).toContain('too late to cancel')
  })

  it('can be asked for again, and taken back, while it is looked for', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(DOCUMENT, [fileOf('a'), fileOf('b')])
    await tick()
    for (const name of ['a', 'b']) {
      queue.cancel(idOf(name))
      queue.retry(idOf(name))
    }
    expect(states()).toEqual({ a: 'waiting', b: 'waiting' })
    queue.cancel(idOf('b'))
    await untilItCanHaveArrived()
    expect(requests.slice(2).map(({ names }) => names)).toEqual([['a']])
    expect(states()).toEqual({ a: 'uploading', b: 'canceled' })
  })

  it('may be the one whose answer was lost', async () => {
    const { queue, requests, states, idOf } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b')])
    await tick()
    requests[0]?.fail(LOST)
    await tick()
    queue.cancel(idOf('a'))
    await untilItCanHaveArrived()
    expect(states()).toEqual({ a: 'canceled', b: 'failed' })
  })
})
