import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRandom } from '../../../mocks/seed/random.ts'
import type { Review } from '../../domain/contract/review.ts'
import { maySend } from '../../domain/work/sendable.ts'
import { formOf, untilOver, workFrom } from '../../testing/saves.ts'
import { TODAY } from '../../testing/soc-saves.ts'
import { type ReviewService, saveWork } from './save-work.ts'

const RUNS = 25
const START = [
  'Access reviews were late',
  'A backup failed',
  'Two laptops had no encryption',
] as const
const [first, second, third] = START
const BY_ADA = `${first}, in May`
const BY_GRACE = `${second} twice`

const key = { vendorId: 1, reviewId: 1 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Resolves for both once both have come. */
const meeting = () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let come = 0
  return async (): Promise<void> => {
    come += 1
    if (come === 2) resolve()
    await promise
  }
}

/** Two analysts change a finding each, and clear before either adds. @param slowest milliseconds */
const saveTogether = async (seed: number, slowest: number) => {
  const random = createRandom(seed)
  vi.spyOn(Math, 'random').mockImplementation(() => random.int(0, 999) / 1_000)
  let held: string[] = [...START]
  const travel = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, random.int(10, slowest))
    })
  const review = () =>
    ({ title: 'T', status: 'IN_PROGRESS', socReviewForm: formOf(held) }) as unknown as Review
  const [clearing, adding] = [meeting(), meeting()]

  const saverOf = (): ReviewService => {
    const meetings = [clearing, adding]
    return {
      read: async () => {
        await travel()
        const answer = review()
        await travel()
        return answer
      },
      update: async (_key, { socForm }) => {
        await meetings.shift()?.()
        await travel()
        const sent = (socForm?.findings?.findings ?? []) as { description: string }[]
        held = sent.length === 0 ? [] : [...held, ...sent.map(({ description }) => description)]
        const answer = review()
        await travel()
        return answer
      },
    }
  }
  const save = (findings: readonly string[]) => {
    const work = workFrom(['T', formOf(START)], ['T', formOf(findings)])
    return saveWork(saverOf(), {
      key,
      work,
      maySend: (path, value) => maySend(path, value, work.base, TODAY),
      keep: async () => undefined,
    })
  }
  const ends = await untilOver(
    Promise.all([save([BY_ADA, second, third]), save([first, BY_GRACE, third])]),
  )
  return { ends: ends.map(({ kind }) => kind), held }
}

it.each([
  ['a network as usual', 300],
  ['a slow one', 1_000],
])(
  'two who save one list at the same time on %s both get done, and nobody is asked',
  async (_network, slowest) => {
    for (let seed = 1; seed <= RUNS; seed++)
      expect(await saveTogether(seed, slowest), `seed ${seed}`).toEqual({
        ends: ['saved', 'saved'],
        held: [BY_ADA, BY_GRACE, third],
      })
  },
)
