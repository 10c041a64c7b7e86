import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { askForLastingStorage, isStorageLasting } from './lasting-storage.ts'
import { resetServices } from './services.ts'

const browserWith = (storage: unknown): void => {
  vi.stubGlobal('navigator', { storage })
}
const isLasting = (): boolean => isStorageLasting().getState()

beforeEach(resetServices)
afterEach(() => vi.unstubAllGlobals())

it.each([true, false])('is asked for once, and the browser’s %s is known', async (answer) => {
  const persist = vi.fn<() => Promise<boolean>>(() => Promise.resolve(answer))
  browserWith({ persisted: () => Promise.resolve(false), persist })
  expect(isLasting()).toBe(false)
  await Promise.all([askForLastingStorage(), askForLastingStorage()])
  await askForLastingStorage()
  expect(persist).toHaveBeenCalledOnce()
  expect(isLasting()).toBe(answer)
})

it('is not asked for where it was given', async () => {
  const persist = vi.fn<() => Promise<boolean>>()
  browserWith({ persisted: () => Promise.resolve(true), persist })
  await askForLastingStorage()
  expect(persist).not.toHaveBeenCalled()
  expect(isLasting()).toBe(true)
})

it.each([
  ['there is none', undefined],
  ['it is an old one', { persisted: undefined }],
  ['the browser refuses', { persisted: () => Promise.reject(new Error('blocked')) }],
  [
    'the user refuses',
    { persisted: () => Promise.resolve(false), persist: () => Promise.reject(new Error('no')) },
  ],
])('is done without where %s', async (_, storage) => {
  browserWith(storage)
  await expect(askForLastingStorage()).resolves.toBeUndefined()
  expect(isLasting()).toBe(false)
})
