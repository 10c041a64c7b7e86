import fc from 'fast-check'
import type { RunJob } from '../../api/once/reviews/kept-runs.ts'
import { requestFor } from '../creations.ts'
import { STORAGES } from './fake-browser.ts'
import { reviewWeather } from './review-weather.ts'

/** The vendors of the batch, and those whose reviews are created one at a time with the form. */
export const OF_RUN = [1, 2, 3, 4]
export const OF_FORM = [5, 6]
export const JOBS: readonly RunJob[] = OF_RUN.map((vendorId) => ({
  vendorId,
  vendorName: `Vendor ${vendorId}`,
  title: `Security review of ${vendorId}`,
  open: null,
  isSkipped: vendorId === 4,
  request: requestFor(`Security review of ${vendorId}`),
}))

const tab = fc.nat(1)
const runVendor = fc.constantFrom(...OF_RUN)
const formVendor = fc.constantFrom(...OF_FORM)
const step = fc.oneof(
  fc.record({ does: fc.constantFrom('start the run' as const, 'go on' as const), tab }),
  fc.record({
    does: fc.constant('steer' as const),
    way: fc.constantFrom('stop', 'resume', 'retryFailed', 'retry', 'startAnyway'),
    tab,
    vendorId: runVendor,
  }),
  fc.record({
    does: fc.constant('press' as const),
    tab,
    vendorId: formVendor,
    /** The form proposes another title once there is a review. */
    title: fc.nat(1),
    hasFile: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('answer' as const),
    way: fc.constantFrom('cancel', 'create anyway', 'open it'),
    tab,
    vendorId: formVendor,
  }),
  fc.record({ does: fc.constant('crash' as const), tab }),
  fc.record({ does: fc.constant('the disk fills' as const) }),
  fc.record({
    does: fc.constant('set the clock' as const),
    by: fc.integer({ min: -90_000, max: 90_000 }),
  }),
  fc.record({
    does: fc.constant('a colleague creates' as const),
    vendorId: fc.constantFrom(...OF_RUN, ...OF_FORM),
  }),
)
/** One action of a story. */
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
/** The actions of a story, each with the time until the next. */
export const story = fc.record({
  weather: reviewWeather,
  storage: fc.oneof(
    { weight: 3, arbitrary: fc.constant('fine' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...STORAGES) },
  ),
  steps: fc.array(fc.tuple(step, fc.constantFrom(0, 1, 30, 900, 3_000, 12_000)), { maxLength: 18 }),
})
