import fc from 'fast-check'
import { ARRIVAL_MS } from '../../api/once/arrival.ts'

/** What can happen to a request that creates a review. */
const CREATE_FATES = [
  'fine',
  'lost before',
  'lost after',
  'late',
  '400',
  '401',
  '403',
  '404',
  '429',
  '500 before',
  '500 after',
  '502 late',
  '503 after',
  'unreadable after',
  'firewall before',
  'firewall after',
  'page late',
] as const

/** What can happen to a request for a list. */
const LIST_FATES = ['fine', 'lost', '403', '429', '500', '503', 'page'] as const

/** How the service may change a review's texts. */
export const WORDINGS = [
  'as it is',
  'another title',
  'lower case',
  'another day',
  'another type',
] as const

const createWeather = fc.record({
  fate: fc.oneof(
    { weight: 2, arbitrary: fc.constant('fine' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...CREATE_FATES) },
  ),
  takes: fc.integer({ min: 0, max: 3_000 }),
  /** How long after its end a request can still arrive. */
  delay: fc.integer({ min: 1, max: ARRIVAL_MS - 1 }),
  /** Whether all of it had left when it was aborted, or when its page died. */
  hasLeft: fc.boolean(),
  retryAfter: fc.constantFrom(1, 20, 90),
  wording: fc.oneof(fc.constant('as it is' as const), fc.constantFrom(...WORDINGS)),
})
const listWeather = fc.record({
  fate: fc.oneof(
    { weight: 3, arbitrary: fc.constant('fine' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...LIST_FATES) },
  ),
  takes: fc.integer({ min: 0, max: 1_500 }),
})

/** What happens to one request. */
export type CreateWeather = typeof createWeather extends fc.Arbitrary<infer W> ? W : never
export type ListWeather = typeof listWeather extends fc.Arbitrary<infer W> ? W : never

/** The faults of a story about reviews. Requests beyond them succeed. */
export const reviewWeather = fc.record({
  creates: fc.array(createWeather, { maxLength: 12 }),
  lists: fc.array(listWeather, { maxLength: 20 }),
})
export type ReviewWeather = typeof reviewWeather extends fc.Arbitrary<infer W> ? W : never

export const FINE_CREATE: CreateWeather = {
  fate: 'fine',
  takes: 1,
  delay: 1,
  hasLeft: false,
  retryAfter: 1,
  wording: 'as it is',
}
export const FINE_LIST: ListWeather = { fate: 'fine', takes: 1 }
