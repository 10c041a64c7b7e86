import { beforeEach, expect, it, vi } from 'vitest'
import { ApiError, NO_CONNECTION } from '../../../api/transport/api-error.ts'
import {
  DOCUMENT,
  fileOf,
  QUESTIONNAIRES,
  scriptedFiles,
  tick,
} from '../../../testing/once/scripted-files.ts'
import { createUploadQueue } from './upload-queue.ts'

const CHANGED = new ApiError('uploadVendorDocument', { status: NO_CONNECTION, isFileChanged: true })
const CHOOSE_AGAIN =
  'The file changed since you chose it, or can no longer be read. Choose it again.'

const scripted = () => {
  const service = scriptedFiles()
  const queue = createUploadQueue({ ...service, refreshList: () => undefined })
  const shown = () =>
    Object.fromEntries(
      queue.getState().uploads.map(({ name, state, sentence }) => [name, sentence ?? state]),
    )
  return { ...service, queue, shown }
}

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

it('a file that changed since it was chosen is looked for once, and cannot be sent again', async () => {
  const { queue, requests, list, shown } = scripted()
  queue.add(DOCUMENT, [fileOf('a.pdf')])
  await tick()
  requests[0]?.fail(CHANGED)
  await tick()
  expect(shown()).toEqual({ 'a.pdf': CHOOSE_AGAIN })
  expect(list).toHaveBeenCalledTimes(2)
  queue.retry(1)
  queue.retryAll()
  await tick()
  expect(requests).toHaveLength(1)
  expect(list).toHaveBeenCalledTimes(2)
})

it('a file that had arrived before it changed is not asked for again', async () => {
  const { queue, requests, shown } = scripted()
  queue.add(DOCUMENT, [fileOf('a.pdf')])
  await tick()
  requests[0]?.store('a.pdf')
  requests[0]?.fail(CHANGED)
  await tick()
  expect(shown()).toEqual({ 'a.pdf': 'uploaded' })
})

it('one changed file does not hold back the others of its request', async () => {
  const { queue, requests, shown } = scripted()
  queue.add(QUESTIONNAIRES, [fileOf('a.csv'), fileOf('b.csv'), fileOf('c.csv')])
  await tick()
  requests[0]?.fail(CHANGED)
  await tick()
  expect(requests.slice(1).map(({ names }) => names)).toEqual([['a.csv'], ['b.csv'], ['c.csv']])
  requests[1]?.arrive()
  requests[2]?.fail(CHANGED)
  requests[3]?.arrive()
  await tick()
  expect(shown()).toEqual({ 'a.csv': 'uploaded', 'b.csv': CHOOSE_AGAIN, 'c.csv': 'uploaded' })
})
