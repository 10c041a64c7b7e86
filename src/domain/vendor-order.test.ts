import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOSTILE_TEXTS } from '../../mocks/seed/hostile-texts.ts'
import { visibleText } from '../lib/text.ts'
import { instant } from '../testing/arbitraries.ts'
import { VENDOR_RISKS, VENDOR_STATUSES } from './contract/enums.ts'
import { type Vendor, vendorName, vendorSchema } from './contract/vendor.ts'
import { orderVendors, searchVendors } from './vendor-order.ts'
import { SERVICE_SORTS, VENDOR_SORTS, type VendorSort } from './vendor-sorts.ts'

const vendorOf = (fields: Record<string, unknown>): Vendor => vendorSchema.parse(fields)
const namesOf = (vendors: readonly Vendor[]): string[] => vendors.map(({ name }) => name)
const idsOf = (vendors: readonly Vendor[]): number[] => vendors.map(({ id }) => id)

const vendors = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 1, max: 99 }),
      name: fc.constantFrom('Acme', 'acmé', 'Zephyr', 'vendor 2', 'vendor 10', ''),
      risk: fc.constantFrom(...VENDOR_RISKS, 'SEVERE', null),
      critical: fc.constantFrom(true, false, null),
      status: fc.constantFrom(...VENDOR_STATUSES, 'DORMANT', null),
      latestSecurityReviews: fc.oneof(
        fc.constant(null),
        fc.array(
          fc.record({
            id: fc.constant(1),
            status: fc.constantFrom('IN_PROGRESS', 'COMPLETED'),
            reviewDeadlineAt: fc.oneof(instant, fc.constant('soon')),
          }),
          { maxLength: 2 },
        ),
      ),
    })
    .map(vendorOf),
  { selector: ({ id }) => id, maxLength: 12 },
)
const ownSorts = VENDOR_SORTS.filter((sort) => SERVICE_SORTS[sort] === undefined)
const direction = fc.constantFrom('ASC' as const, 'DESC' as const)

describe('the order of vendors', () => {
  it("is the service's own where the service made it", () => {
    fc.assert(
      fc.property(vendors, direction, (list, dir) => {
        expect(orderVendors(list, 'updated', dir)).toEqual(list)
        expect(orderVendors(list, 'added', dir)).toEqual(list)
      }),
    )
  })

  it('is the same however the vendors came, and loses none', () => {
    fc.assert(
      fc.property(vendors, fc.constantFrom(...ownSorts), direction, (list, sort, dir) => {
        const ordered = idsOf(orderVendors(list, sort, dir))
        expect(idsOf(orderVendors(list.toReversed(), sort, dir))).toEqual(ordered)
        expect(new Set(ordered)).toEqual(new Set(idsOf(list)))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves the given list as it was', () => {
    const list = [vendorOf({ id: 1, name: 'B' }), vendorOf({ id: 2, name: 'A' })]
    orderVendors(list, 'name', 'ASC')
    expect(namesOf(list)).toEqual(['B', 'A'])
  })

  const review = (reviewDeadlineAt: string) => ({ id: 1, status: 'IN_PROGRESS', reviewDeadlineAt })
  const UNKNOWN: Record<string, Record<string, unknown>> = {
    risk: { risk: null },
    critical: { critical: null },
    status: { status: null },
    deadline: { latestSecurityReviews: null },
  }
  const KNOWN: Record<string, Record<string, unknown>> = {
    risk: { risk: 'LOW' },
    critical: { critical: false },
    status: { status: 'ACTIVE' },
    deadline: { latestSecurityReviews: [review('2026-12-01T00:00:00Z')] },
  }

  it.each(Object.keys(UNKNOWN))('by %s has what is not known last, in both directions', (sort) => {
    const list = [
      vendorOf({ id: 1, name: 'A', ...UNKNOWN[sort] }),
      vendorOf({ id: 2, name: 'B', ...KNOWN[sort] }),
      vendorOf({ id: 3, name: 'C', ...UNKNOWN[sort] }),
    ]
    for (const dir of ['ASC', 'DESC'] as const)
      expect(namesOf(orderVendors(list, sort as VendorSort, dir))).toEqual(['B', 'A', 'C'])
  })

  it('by risk goes by how grave it is, with unknown words last', () => {
    const list = ['HIGH', 'NONE', 'SEVERE', 'MODERATE', 'LOW'].map((risk, index) =>
      vendorOf({ id: index + 1, name: risk, risk }),
    )
    expect(namesOf(orderVendors(list, 'risk', 'DESC'))).toEqual([
      'HIGH',
      'MODERATE',
      'LOW',
      'NONE',
      'SEVERE',
    ])
  })

  it('by name counts numbers as numbers and minds neither case nor accents', () => {
    const list = ['vendor 10', 'Éclair', 'Vendor 2', 'echo', 'Zephyr'].map((name, index) =>
      vendorOf({ id: index + 1, name }),
    )
    const ordered = ['echo', 'Éclair', 'Vendor 2', 'vendor 10', 'Zephyr']
    expect(namesOf(orderVendors(list, 'name', 'ASC'))).toEqual(ordered)
    expect(namesOf(orderVendors(list, 'name', 'DESC'))).toEqual(ordered.toReversed())
  })

  it('by deadline takes the next one of the open reviews', () => {
    const done = { ...review('2020-01-01T00:00:00Z'), status: 'COMPLETED' }
    const list = [
      vendorOf({ id: 1, name: 'late', latestSecurityReviews: [review('2027-01-01T00:00:00Z')] }),
      vendorOf({
        id: 2,
        name: 'early',
        latestSecurityReviews: [done, review('2026-12-01T00:00:00Z')],
      }),
      vendorOf({ id: 3, name: 'done', latestSecurityReviews: [done] }),
    ]
    expect(namesOf(orderVendors(list, 'deadline', 'ASC'))).toEqual(['early', 'late', 'done'])
  })
})

describe('the search for vendors', () => {
  const list = [
    vendorOf({ id: 1, name: 'Café Müller', servicesProvided: 'Catering', contactAtVendor: null }),
    vendorOf({
      id: 2,
      name: 'Acme Cloud',
      servicesProvided: null,
      contactAtVendor: 'Zoë Ångström',
    }),
    vendorOf({ id: 3, name: '', servicesProvided: 'cloud backups' }),
  ]

  it.each([
    ['cafe', [1]],
    ['MÜLLER café', [1]],
    ['  muller   CATERING ', [1]],
    ['cloud', [2, 3]],
    ['cloud angstrom', [2]],
    ['cloud catering', []],
    ['unnamed vendor #3', [3]],
    ['.*', []],
    ['clo\u200Bud\uFEFF', [2, 3]],
    ['\u2060', [1, 2, 3]],
  ])('for %j finds %j', (text, ids) => {
    expect(idsOf(searchVendors(list, text))).toEqual(ids)
  })

  it('finds every hostile name that is searched for', () => {
    for (const name of HOSTILE_TEXTS.filter(visibleText)) {
      const vendor = vendorOf({ id: 1, name })
      expect(searchVendors([vendor], name)).toEqual([vendor])
    }
  })

  it('for nothing finds all', () => {
    expect(searchVendors(list, ' \t ')).toBe(list)
  })

  it('finds a vendor by every word of its name, in any order', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'a b c é ñ ü X Y Z 1 9'.split(' ')),
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const vendor = vendorOf({ id: 1, name: words.join(' ') })
        for (const text of [
          words.toReversed().join('  '),
          vendorName(vendor).toUpperCase(),
          vendorName(vendor).normalize('NFD').toLowerCase(),
        ])
          expect(searchVendors([vendor], text)).toEqual([vendor])
      }),
    )
  })
})
