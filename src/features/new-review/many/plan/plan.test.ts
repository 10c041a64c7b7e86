import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reviewCreateRequest } from '../../../../domain/contract/requests.ts'
import { type Vendor, vendorSchema } from '../../../../domain/contract/vendor.ts'
import { dayReader, readerOfDays } from '../../../../lib/day-text.ts'
import { provide, resetServices } from '../../../../lib/services.ts'
import { checkPlan, type PlanValues, planDefaults, planReviews, requestFor } from './plan.ts'

const TODAY = '2026-11-22'

beforeEach(() => provide(readerOfDays, dayReader('en-GB')))
afterEach(resetServices)

const vendor = (id: number, name: string, ...reviews: object[]): Vendor =>
  vendorSchema.parse({
    id,
    name,
    latestSecurityReviews: reviews.map((review, index) => ({ id: index + 1, ...review })),
  })
const security = (title: string, requestedAt: string, status = 'COMPLETED') => ({
  type: 'SECURITY',
  title,
  requestedAt,
  status,
})

const northwind = vendor(
  1,
  'Northwind',
  security('Yearly check 2023', '2023-05-01T00:00:00Z'),
  security('Yearly check 2025', '2025-05-01T00:00:00Z'),
  { type: 'SOC_REPORT', title: 'SOC 2 2024', requestedAt: '2026-02-01T00:00:00Z', status: 'NEW' },
)
const brisk = vendor(
  2,
  'Brisk {year}',
  security('Entry 2025', '2025-12-01T00:00:00Z', 'IN_PROGRESS'),
)
const quiet = vendor(3, 'Quiet Harbor')
const vendors = [northwind, brisk, quiet]

const plan = (change: Partial<PlanValues>, among = vendors) =>
  planReviews({ ...planDefaults(TODAY), ...change }, among, TODAY)
const titles = (change: Partial<PlanValues>) => plan(change).map(({ title }) => title)

describe('the titles of a plan', () => {
  it('follow each vendor’s last review of the type, and fall back to type, vendor and year', () => {
    expect(titles({ type: 'SECURITY' })).toEqual([
      'Yearly check 2026',
      'Entry 2026',
      'Security Quiet Harbor 2026',
    ])
    expect(titles({ type: 'SOC_REPORT' })[0]).toBe('SOC 2 2025')
  })

  it('fill a pattern, whatever the case, and leave a vendor’s own braces alone', () => {
    expect(titles({ titleFrom: 'pattern', title: ' {Vendor}: review {YEAR} {quarter} ' })).toEqual([
      'Northwind: review 2026 {quarter}',
      'Brisk {year}: review 2026 {quarter}',
      'Quiet Harbor: review 2026 {quarter}',
    ])
  })
})

describe('the vendors of a plan', () => {
  const skipped = (change: Partial<PlanValues>): number[] =>
    plan(change)
      .filter(({ isSkipped }) => isSkipped)
      .map(({ vendorId }) => vendorId)

  it('are skipped where a review of the type is open, a status that is not known included', () => {
    expect(skipped({ type: 'SECURITY' })).toEqual([2])
    expect(skipped({ type: 'SOC_REPORT' })).toEqual([1])
    expect(skipped({ type: 'UPLOAD_REPORT' })).toEqual([])
  })

  it('are all taken where that is wanted, and the open review is named', () => {
    expect(skipped({ skipsOpen: false })).toEqual([])
    expect(plan({ skipsOpen: false })[1]?.open).toMatchObject({ title: 'Entry 2025' })
  })

  it('are taken where nothing is known of their reviews', () => {
    const unknown = vendorSchema.parse({ id: 4, name: 'Unknown' })
    expect(plan({}, [unknown])).toMatchObject([{ isSkipped: false, open: undefined }])
  })
})

describe('the check of a plan', () => {
  const check = (change: Partial<PlanValues>, apiVersion: 1 | 2 = 2) => {
    const values = { ...planDefaults(TODAY), ...change }
    return checkPlan(values, planReviews(values, vendors, TODAY), apiVersion)
  }

  it('finds nothing wrong with the defaults', () => {
    expect(check({})).toEqual({})
    expect(check({}, 1)).toEqual({})
  })

  it('names the vendor whose title is too long, but not one that is skipped', () => {
    const title = `{vendor}${'x'.repeat(181)}`
    expect(check({ titleFrom: 'pattern', title }).title).toBe(
      'Quiet Harbor: The title can have at most 191 characters.',
    )
    const fits = `{vendor}${'x'.repeat(179)}`
    expect(check({ titleFrom: 'pattern', title: fits })).toEqual({})
    expect(check({ titleFrom: 'pattern', title: fits, type: 'UPLOAD_REPORT' })).toEqual({})
  })

  it('tells what is wrong in each field, once', () => {
    expect(
      check({
        titleFrom: 'pattern',
        title: ' ',
        deadline: '',
        requestedOn: '2026-02-30',
        note: 'x'.repeat(1_001),
      }),
    ).toEqual({
      title: 'Enter a title.',
      deadline: 'Choose a deadline.',
      requestedOn: 'There is no such day in the calendar: dates are read as DD/MM/YYYY.',
      note: 'The note can have at most 1,000 characters.',
    })
  })
})

describe('the request of a plan', () => {
  it('is what the service takes, with the vendor’s own title', () => {
    const values: PlanValues = { ...planDefaults(TODAY), note: 'Due this month.' }
    const [first] = planReviews(values, vendors, TODAY)
    const request = first && requestFor(values, first)
    expect(reviewCreateRequest.parse(request)).toMatchObject({
      title: 'Yearly check 2026',
      securityReviewType: 'SECURITY',
      securityReviewStatus: 'NOT_YET_STARTED',
      note: 'Due this month.',
    })
  })
})
