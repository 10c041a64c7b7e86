import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ARRIVAL_MS } from '../../../api/once/arrival.ts'
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

describe('an answer that was lost', () => {
  /** Loses the answer to two files; the list then has these. */
  const lose = async (...listedAs: (string | null)[]) => {
    const made = scripted()
    made.queue.add(QUESTIONNAIRES, [fileOf('a.pdf'), fileOf('b.pdf')])
    await tick()
    made.requests[0]?.store(...listedAs)
    made.requests[0]?.fail(LOST)
    await untilItCanHaveArrived()
    return made
  }

  it('is looked up until the files are there', async () => {
    const { queue, requests, list, refreshList, states } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b')])
    await tick()
    requests[0]?.fail(LOST)
    await vi.advanceTimersByTimeAsync(1_500)
    expect(states()).toEqual({ a: 'uploading', b: 'uploading' })
    requests[0]?.store('a', 'b')
    await vi.advanceTimersByTimeAsync(500)
    expect(states()).toEqual({ a: 'uploaded', b: 'uploaded' })
    expect(refreshList).toHaveBeenCalledExactlyOnceWith(QUESTIONNAIRES)
    expect(list).toHaveBeenCalledTimes(3)
  })

  it('is looked up until they can no longer arrive', async () => {
    const { queue, requests, states, sentenceOf } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a'), fileOf('b')])
    await tick()
    requests[0]?.fail(LOST)
    await vi.advanceTimersByTimeAsync(ARRIVAL_MS - 1)
    expect(states()).toEqual({ a: 'uploading', b: 'uploading' })
    await vi.advanceTimersByTimeAsync(1)
    expect(states()).toEqual({ a: 'failed', b: 'failed' })
    expect(sentenceOf('b')).toContain('did not arrive')
    expect(requests).toHaveLength(1)
  })

  it('is looked up once where the service itself failed', async () => {
    const { queue, requests, list, states } = scripted()
    queue.add(DOCUMENT, [fileOf('a')])
    await tick()
    requests[0]?.fail(failure(503))
    await tick()
    expect(states()).toEqual({ a: 'failed' })
    expect(list).toHaveBeenCalledTimes(2)
  })

  it('is looked up again before a retry, since it may have arrived late', async () => {
    const { queue, requests, idOf, states } = await lose()
    requests[0]?.store('b.pdf')
    queue.retry(idOf('b.pdf'))
    await tick()
    expect(states()).toEqual({ 'a.pdf': 'failed', 'b.pdf': 'uploaded' })
    expect(requests).toHaveLength(1)
  })

  it('is sent again at a retry when it is certainly not there', async () => {
    const { queue, requests, idOf } = await lose()
    queue.retry(idOf('b.pdf'))
    await tick()
    expect(requests[1]?.names).toEqual(['b.pdf'])
  })

  it('is never sent again while nobody can be asked', async () => {
    const { queue, list, requests, shown } = scripted()
    queue.add(DOCUMENT, [fileOf('a')])
    await tick()
    list.mockRejectedValue(failure(503))
    requests[0]?.fail(LOST)
    await untilItCanHaveArrived()
    for (let times = 0; times < 3; times++) {
      queue.retryAll()
      queue.retry(1)
      await tick()
    }
    expect(requests).toHaveLength(1)
    expect(shown()[0]?.sentence).toContain('first checks whether the file arrived')
  })

  it('is not taken for another file of its name', async () => {
    const { queue, requests, states, shown } = scripted()
    // Two versions of one report, one after the other.
    queue.add(DOCUMENT, [fileOf('SOC2.pdf', 1), fileOf('SOC2.pdf', 2)])
    await tick()
    requests[0]?.fail(LOST)
    await untilItCanHaveArrived()
    requests[1]?.arrive()
    await tick()
    expect(shown().map(({ state }) => state)).toEqual(['failed', 'uploaded'])
    queue.retry(1)
    await tick()
    expect(requests).toHaveLength(3)
    requests[2]?.arrive()
    await tick()
    expect(states()).toEqual({ 'SOC2.pdf': 'uploaded' })
  })

  it('is not taken for another of its name whose answer was lost as well', async () => {
    const { queue, requests, shown } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('SOC2.pdf', 1), fileOf('soc2.PDF', 2)])
    await tick()
    requests[0]?.fail(LOST)
    await untilItCanHaveArrived()
    requests[1]?.store('soc2.PDF')
    requests[1]?.fail(LOST)
    await untilItCanHaveArrived()
    expect(shown().map(({ state }) => state)).toEqual(['failed', 'uploaded'])
    queue.retry(1)
    await tick()
    expect(requests).toHaveLength(3)
  })

  it('is not taken for one of a drop whose answer names another', async () => {
    const { queue, list, requests, states } = scripted()
    queue.add(QUESTIONNAIRES, [fileOf('a.csv', 1)])
    await tick()
    list.mockRejectedValueOnce(failure(503))
    list.mockRejectedValueOnce(failure(503))
    list.mockRejectedValueOnce(failure(503))
    requests[0]?.fail(LOST)
    await untilItCanHaveArrived()
    queue.add(QUESTIONNAIRES, [fileOf('b.csv'), fileOf('a.csv', 2)])
    await tick()
    requests[1]?.arrive()
    await tick()
    queue.retry(1)
    await tick()
    expect(requests[2]?.names).toEqual(['a.csv'])
    requests[2]?.arrive()
    await tick()
    expect(states()).toEqual({ 'a.csv': 'uploaded', 'b.csv': 'uploaded' })
  })

  it.each([
    ['garbled', 'Pr\u00C3\u00BCfbericht.pdf'],
    ['sanitised', 'Pr_fbericht.pdf'],
    ['numbered', 'Pr\u00FCfbericht (1).pdf'],
    ['nameless', null],
  ])('may be there under a name that is %s', async (_, listedAs) => {
    const { queue, requests, refreshList, sentenceOf, idOf } = scripted()
    queue.add(DOCUMENT, [fileOf('Pr\u00FCfbericht.pdf')])
    await tick()
    requests[0]?.store(listedAs)
    requests[0]?.fail(LOST)
    await untilItCanHaveArrived()
    expect(sentenceOf('Pr\u00FCfbericht.pdf')).toMatch(/may have arrived\. Look for it in the list/)
    if (listedAs !== null)
      expect(sentenceOf('Pr\u00FCfbericht.pdf')).toContain(`New there: “${listedAs}”.`)
    expect(refreshList).toHaveBeenCalledTimes(1)
    queue.retryAll()
    await tick()
    expect(requests).toHaveLength(1)
    // The analyst has not seen the other new file yet.
    requests[0]?.store('other.pdf')
    queue.retry(idOf('Pr\u00FCfbericht.pdf'))
    await tick()
    expect(requests).toHaveLength(1)
    queue.retry(idOf('Pr\u00FCfbericht.pdf'))
    await tick()
    expect(requests).toHaveLength(2)
  })

  it('leaves what is missing of a request that arrived to the analyst', async () => {
    const { states, sentenceOf } = await lose('a.pdf')
    expect(states()).toEqual({ 'a.pdf': 'uploaded', 'b.pdf': 'failed' })
    expect(sentenceOf('b.pdf')).toContain('may have arrived')
  })

  it('is sent again at the analyst’s word where the list is refused', async () => {
    const { queue, list, requests, sentenceOf } = scripted()
    list.mockRejectedValue(failure(403))
    queue.add(DOCUMENT, [fileOf('a')])
    await tick()
    requests[0]?.fail(LOST)
    await untilItCanHaveArrived()
    expect(sentenceOf('a')).toContain('may have arrived')
    queue.retry(1)
    await tick()
    expect(requests).toHaveLength(2)
  })
})
