import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DECISIONS, REVIEW_STATUSES, REVIEW_TYPES } from '../../domain/contract/enums.ts'
import { reviewListQuery } from '../../domain/contract/requests.ts'
import { parseSearch, stringifySearch } from '../../lib/search-params.ts'
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
  sort: fc.constantFrom('createdAt' as const, 'updatedAt' as const),
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
        status: ['COMPLETED'],
        createdFrom: '2026-01-01',
        updatedTo: '2026-01-31',
      }),
    ).toEqual({
      status: ['COMPLETED'],
      createdAtFrom: '2026-01-01',
      updatedAtTo: '2026-01-31',
      sort: 'updatedAt',
      sortDir: 'DESC',
    })
  })

  it('narrow the list when any of them is set; the order does not', () => {
    expect(isFiltered(VENDOR_REVIEWS_DEFAULTS)).toBe(false)
    expect(isFiltered({ ...REVIEW_FILTER_DEFAULTS, decision: ['PENDING'] })).toBe(true)
    expect(isFiltered({ ...REVIEW_FILTER_DEFAULTS, updatedTo: '2026-01-31' })).toBe(true)
  })
})
