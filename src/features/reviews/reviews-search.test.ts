import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DECISIONS, REVIEW_STATUSES, REVIEW_TYPES } from '../../domain/contract/enums.ts'
import { reviewListQuery } from '../../domain/contract/requests.ts'
import { parseSearch, stringifySearch } from '../../lib/search-params.ts'
import { instant } from '../../testing/arbitraries.ts'
import { inZone, ZONES } from '../../testing/zones.ts'
import {
  isFiltered,
  REVIEW_FILTER_DEFAULTS,
  toFilters,
  VENDOR_REVIEWS_DEFAULTS,
  vendorReviewsSearch,
} from './reviews-search.ts'

const NAMES = [...Object.keys(VENDOR_REVIEWS_DEFAULTS), 'q', '__proto__']
/** An address mangled by hand, by mail programs and by older versions. */
const address = fc
  .array(
    fc.tuple(
      fc.constantFrom(...NAMES),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('COMPLETED', 'completed,OPEN', '2026-02-30', '2026-01-31', 'ASC', '[]'),
      ),
    ),
    { maxLength: 8 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))

const day = fc.option(fc.constantFrom('2026-01-31', '2024-02-29'), { nil: undefined })
const search = fc.record({
  status: fc.subarray([...REVIEW_STATUSES]),
  type: fc.subarray([...REVIEW_TYPES]),
  decision: fc.subarray([...DECISIONS]),
  createdFrom: day,
  createdTo: day,
  updatedFrom: day,
  updatedTo: day,
  sort: fc.constantFrom('deadline' as const, 'createdAt' as const, 'updatedAt' as const),
  dir: fc.constantFrom('ASC' as const, 'DESC' as const),
})

describe("the address of a vendor's reviews", () => {
  it('opens the page with valid values, whatever stands in it', () => {
    fc.assert(
      fc.property(address, (text) => {
        const values = vendorReviewsSearch.parse(parseSearch(text))
        expect(reviewListQuery.safeParse(toFilters(values)).error).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  it('brings the filters back as they were', () => {
    fc.assert(
      fc.property(search, (values) => {
        expect(vendorReviewsSearch.parse(parseSearch(stringifySearch(values)))).toEqual(values)
      }),
    )
  })

  it('need not mention what is the default', () => {
    expect(vendorReviewsSearch.parse({})).toEqual(VENDOR_REVIEWS_DEFAULTS)
  })
})

describe('the filters', () => {
  it("are sent in the service's words, those that are set alone", () => {
    expect(toFilters(REVIEW_FILTER_DEFAULTS)).toEqual({})
    expect(
      toFilters({
        ...VENDOR_REVIEWS_DEFAULTS,
        sort: 'updatedAt',
        status: ['COMPLETED'],
        createdFrom: '2026-01-01',
        updatedTo: '2026-01-31',
      }),
    ).toEqual({
      status: ['COMPLETED'],
      // A day more at each end: the service counts days of another time zone.
      createdAtFrom: '2025-12-31',
      updatedAtTo: '2026-02-01',
      sort: 'updatedAt',
      sortDir: 'DESC',
    })
  })

  it('leave the order by deadline to the page, and any other to the service', () => {
    expect(toFilters({ ...VENDOR_REVIEWS_DEFAULTS, dir: 'ASC' })).toEqual({})
    expect(toFilters({ ...VENDOR_REVIEWS_DEFAULTS, sort: 'createdAt', dir: 'ASC' })).toEqual({
      sort: 'createdAt',
      sortDir: 'ASC',
    })
  })

  it('ask for no day that the calendar does not have', () => {
    for (const days of [
      { createdFrom: '0001-01-01', createdTo: '9999-12-31' },
      { updatedFrom: '9999-12-31', updatedTo: '0001-01-01' },
    ]) {
      const query = toFilters({ ...REVIEW_FILTER_DEFAULTS, ...days })
      expect(reviewListQuery.safeParse(query).error).toBeUndefined()
    }
  })

  it('narrow the list when any of them is set; the order does not', () => {
    expect(isFiltered(VENDOR_REVIEWS_DEFAULTS)).toBe(false)
    expect(isFiltered({ ...REVIEW_FILTER_DEFAULTS, decision: ['PENDING'] })).toBe(true)
    expect(isFiltered({ ...REVIEW_FILTER_DEFAULTS, updatedTo: '2026-01-31' })).toBe(true)
  })
})

afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(['Pacific/Auckland', ...ZONES])('the days of a filter in %s', (zone) => {
  const load = async () => ({
    ...(await import('./reviews-search.ts')),
    ...(await import('../../lib/dates.ts')),
  })

  it('are those that the screen shows, and the service is asked for all of them', async () => {
    const { isOnDays, localDay, toFilters, addDays } = await inZone(zone, load)
    fc.assert(
      fc.property(instant, fc.integer({ min: -1, max: 1 }), (createdAt, days) => {
        const shown = localDay(new Date(createdAt))
        const asked = addDays(shown, days)
        const filters = { ...REVIEW_FILTER_DEFAULTS, createdFrom: asked, createdTo: asked }
        const isFound = isOnDays({ createdAt }, filters)
        expect(isFound).toBe(days === 0)
        const { createdAtFrom = '', createdAtTo = '' } = toFilters(filters)
        const dayOfService = new Date(createdAt).toISOString().slice(0, 10)
        if (isFound) expect(dayOfService >= createdAtFrom && dayOfService <= createdAtTo).toBe(true)
      }),
    )
  })
})

describe('a review', () => {
  const on = { ...REVIEW_FILTER_DEFAULTS, createdFrom: '2026-03-02', createdTo: '2026-03-02' }

  it('of 08:00 in Auckland is found on that day, not on the day of UTC', async () => {
    const { isOnDays } = await inZone('Pacific/Auckland', () => import('./reviews-search.ts'))
    const createdAt = '2026-03-01T19:00:00Z'
    expect(isOnDays({ createdAt }, on)).toBe(true)
    const before = { ...on, createdFrom: '2026-03-01', createdTo: '2026-03-01' }
    expect(isOnDays({ createdAt }, before)).toBe(false)
  })

  it('is judged by each of its moments, and found where the service names none', async () => {
    const { isOnDays } = await inZone('UTC', () => import('./reviews-search.ts'))
    const createdAt = '2026-03-02T12:00:00Z'
    const both = { ...on, updatedFrom: '2026-03-05' }
    expect(isOnDays({ createdAt, updatedAt: '2026-03-05T00:00:00Z' }, both)).toBe(true)
    expect(isOnDays({ createdAt, updatedAt: '2026-03-04T23:59:59Z' }, both)).toBe(false)
    expect(isOnDays({}, both)).toBe(true)
    expect(isOnDays({ createdAt: 'soon' }, on)).toBe(true)
  })
})
