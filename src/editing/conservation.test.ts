import { expect, it } from 'vitest'
import { failureText, playMany } from '../testing/saving-world/play.ts'

/**
 * Conservation of words: everything that was typed is in the service, or somebody can still reach
 * it, or somebody removed it. Nothing is there twice. RUNS, SEED and FROM choose other stories; RUN
 * chooses a single one.
 */
const seed = Number(process.env.SEED || 1)
const [from, count] = process.env.RUN
  ? [Number(process.env.RUN), 1]
  : [Number(process.env.FROM || 0), Number(process.env.RUNS || 2_000)]

it(
  'no word is lost, and none doubled, whatever happens',
  async () => {
    const failure = await playMany(seed, from, count)
    expect(failure && failureText(seed, failure)).toBeUndefined()
  },
  24 * 3_600_000,
)
