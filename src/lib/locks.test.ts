import { afterEach, describe, expect, it, vi } from 'vitest'
import { heldLocks, holdLock, namesOfLocks, withLock } from './locks.ts'

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
    await expect(namesOfLocks()).resolves.toBeUndefined()
  })
})

describe('what goes by the same name', () => {
  const twoRuns = async () => {
    const events: string[] = []
    const run = (name: string) => async () => {
      events.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      events.push(`${name} ends`)
      return name
    }
    const results = await Promise.all([withLock('x', run('one')), withLock('x', run('two'))])
    return { events, results }
  }

  it('lets one run after the other', async () => {
    const { events, results } = await twoRuns()
    expect(events).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
    expect(results).toEqual(['one', 'two'])
  })

  it('is released by a failure', async () => {
    await expect(withLock('x', () => Promise.reject(new Error('No')))).rejects.toThrow('No')
    await expect(withLock('x', () => Promise.resolve(1))).resolves.toBe(1)
  })

  it.each([
    ['has none', {}],
    [
      'gives none',
      { locks: { request: () => Promise.reject(new DOMException('No', 'SecurityError')) } },
    ],
  ])('is done without where the browser %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    const { results } = await twoRuns()
    expect(results).toEqual(['one', 'two'])
  })
})
