import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { vi } from 'vitest'
import { formCarrier } from '../api/transport/form-carrier.ts'
import { provide, resetServices } from '../lib/services.ts'

/** How many stories a law is tried with, unless RUNS says otherwise. */
const RUNS = 2_000
/** A whole story and its shrinking; RUNS may ask for hours. */
export const LAW_LIMIT_MS = 24 * 3_600_000

const numberOf = (name: string): number | undefined => {
  const text = process.env[name]
  return text === undefined || text === '' ? undefined : Number(text)
}

const never = (): Promise<never> => new Promise(() => undefined)

/** Ends what an earlier story has left under way: a story that failed has stopped in the middle. */
const endStory = async (): Promise<void> => {
  vi.stubGlobal('fetch', never)
  resetServices()
  provide(formCarrier, never)
  await vi.advanceTimersByTimeAsync(0)
  await setImmediate()
  vi.clearAllTimers()
}

/**
 * Tries a law with stories that are made from a seed, in a time that the law moves on, and prints the
 * shortest that breaks it.
 * RUNS sets how many, SEED which; RUN plays one of them again, by its number (the `path` that
 * fast-check prints, up to its first colon).
 */
export const holds = async <S>(
  stories: fc.Arbitrary<S>,
  play: (story: S) => Promise<void>,
): Promise<void> => {
  const seed = numberOf('SEED')
  const run = numberOf('RUN')
  vi.useFakeTimers()
  const law = fc.asyncProperty(stories, async (story) => {
    await endStory()
    await play(story)
  })
  await fc.assert(law, {
    numRuns: run === undefined ? (numberOf('RUNS') ?? RUNS) : 1,
    ...(seed !== undefined && { seed }),
    ...(run !== undefined && { path: String(run) }),
  })
}
