import { afterEach, describe, expect, it, vi } from 'vitest'
import { heldLocks, holdLock } from './locks.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a lock that is held', () => {
  it('is held by one at a time, and is seen', async () => {
    const letGo = await holdLock('one')
    expect(letGo).not.toBeNull()
    await expect(holdLock('one')).resolves.toBeNull()
    await expect(heldLocks()).resolves.toContain('one')
    letGo?.()
    await vi.waitFor(async () => expect(await heldLocks()).not.toContain('one'))
    const again = await holdLock('one')
    expect(again).not.toBeNull()
    again?.()
  })

  it.each([
    ['has none', {}],
    [
      'gives none',
      {
        locks: {
          request: () => Promise.reject(new DOMException('No', 'SecurityError')),
          query: () => Promise.reject(new DOMException('No', 'SecurityError')),
        },
      },
    ],
  ])('is done without where the browser %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    expect(await holdLock('two')).not.toBeNull()
    expect(await holdLock('two')).not.toBeNull()
    await expect(heldLocks()).resolves.toEqual(new Set())
  })
})
