import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '../../../mocks/seed/hostile-texts.ts'
import { VENDOR_SORTS } from '../../domain/vendor-sorts.ts'
import { parseSearch, stringifySearch } from '../../lib/search-params.ts'
import { VENDORS_DEFAULTS, vendorsSearch } from './vendors-search.ts'

describe('the address of the list of vendors', () => {
  it('opens the page with valid values, whatever stands in it', () => {
    const value = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('name'))
    fc.assert(
      fc.property(value, value, value, (q, sort, dir) => {
        const values = vendorsSearch.parse(parseSearch(`q=${q}&sort=${sort}&dir=${dir}`))
        expect(VENDOR_SORTS).toContain(values.sort)
        expect(['ASC', 'DESC']).toContain(values.dir)
        expect(values.q.length).toBeLessThanOrEqual(200)
      }),
      { numRuns: 500 },
    )
  })

  it('brings search and order back as they were, commas and ampersands included', () => {
    const search = fc.record({
      q: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constant('a, b & c=d # %2C')),
      sort: fc.constantFrom(...VENDOR_SORTS),
      dir: fc.constantFrom('ASC' as const, 'DESC' as const),
    })
    fc.assert(
      fc.property(search, (values) => {
        expect(vendorsSearch.parse(parseSearch(stringifySearch(values)))).toEqual(values)
      }),
    )
  })

  it('carries hostile texts, but for halves of surrogate pairs, which UTF-8 does not have', () => {
    for (const q of HOSTILE_TEXTS.filter(({ length }) => length <= 200))
      expect(vendorsSearch.parse(parseSearch(stringifySearch({ q }))).q).toBe(q.toWellFormed())
  })

  it('need not mention what is the default', () => {
    expect(vendorsSearch.parse({})).toEqual(VENDORS_DEFAULTS)
    expect(vendorsSearch.parse({ q: 'x'.repeat(201), sort: 'age', dir: 'up' })).toEqual(
      VENDORS_DEFAULTS,
    )
  })
})
