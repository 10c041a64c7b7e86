import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { vi } from 'vitest'
import { formCarrier } from '../api/transport/form-carrier.ts'
import { provide, resetServices } from '../lib/services.ts'

/** How many stories to try. RUNS overrides it. */
const RUNS = 2_000
/** Long enough for a whole story and its shrinking: RUNS may ask for hours. */
export const LAW_LIMIT_MS = 24 * 3_600_000

const numberOf = (name: string): number | undefined => {
  const text = process.env[name]
  return text === undefined || text === '' ? undefined : Number(text)
}

const never = (): Promise<never> => new Promise(() => undefined)

/** Ends what an earlier story left running. A story that failed stopped in the middle. */
const endStory = async (): Promise<void> => {
  vi.stubGlobal('fetch', never)
  resetServices()
  provide(formCarrier, never)
  await vi.advanceTimersByTimeAsync(0)
  await setImmediate()
  vi.clearAllTimers()
}

/**
 * Tries a law with random stories in virtual time, and prints the shortest story that breaks it.
 * RUNS sets the number of stories and SEED their seed. RUN repeats a single one by its number (the
 * `path` that fast-check prints, up to its first colon).
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
