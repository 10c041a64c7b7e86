import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../lib/dates.ts'
import { coverageOf, periodOf, type ReportPeriod } from './coverage.ts'

const TODAY = '2026-11-28'

const scope = {
  certification: 'SOC_2',
  scopeType: 'TYPE_2',
  auditPeriod: '2026-03-31',
  auditPeriodRange: { start: '2025-07-01', end: '2026-06-30' },
  trustServiceCriteria: ['SECURITY'],
} as const
const formOf = (change: object) => ({
  complianceScope: { ...scope, trustServiceCriteria: [...scope.trustServiceCriteria], ...change },
})

describe('the period of a form', () => {
  it('is that of its type 2 report', () => {
    expect(periodOf(5, formOf({}))).toEqual({
      reviewId: 5,
      certification: 'SOC_2',
      start: '2025-07-01',
      end: '2026-06-30',
      isOneDay: false,
    })
  })

  it('is one day of a type 1 report', () => {
    const found = periodOf(5, formOf({ scopeType: 'TYPE_1' }))
    expect(found).toMatchObject({ start: '2026-03-31', end: '2026-03-31', isOneDay: true })
  })

  it.each([
    ['the certification is not stated', { certification: null }],
    ['a day is missing', { auditPeriodRange: { start: '2025-07-01', end: null } }],
    ['a day does not exist', { auditPeriodRange: { start: '2025-02-30', end: '2025-12-31' } }],
    ['it ends before it starts', { auditPeriodRange: { start: '2026-02-02', end: '2026-02-01' } }],
    ['a type 1 report has no date', { scopeType: 'TYPE_1', auditPeriod: null }],
  ])('is not known where %s', (_why, change) => {
    expect(periodOf(5, formOf(change))).toBeNull()
  })
})

const period = (start: string, end: string, change: Partial<ReportPeriod> = {}): ReportPeriod => ({
  reviewId: 1,
  certification: 'SOC_2',
  start,
  end,
  isOneDay: false,
  ...change,
})

describe('coverage', () => {
  it('has a gap between two reports and one until today', () => {
    const [lane] = coverageOf(
      [period('2025-11-01', '2026-10-31'), period('2024-07-01', '2025-06-30')],
      TODAY,
    )
    expect(lane?.gaps).toEqual([
      { start: '2025-07-01', end: '2025-10-31', days: 123, isLong: true, isCurrent: false },
      { start: '2026-11-01', end: TODAY, days: 28, isLong: false, isCurrent: true },
    ])
    expect(lane?.coveredUntil).toBe('2026-10-31')
  })

  it('has no gap where one report begins on the day after the other, or before it ends', () => {
    const periods = [
      period('2024-01-01', '2024-12-31'),
      period('2025-01-01', '2025-12-31'),
      period('2025-06-01', '2025-07-31'),
      period('2025-12-01', TODAY),
    ]
    expect(coverageOf(periods, TODAY)[0]?.gaps).toEqual([])
  })

  it('does not count a report of type 1', () => {
    const day = period('2026-11-20', '2026-11-20', { isOneDay: true })
    expect(coverageOf([day], TODAY)).toMatchObject([
      { coveredUntil: null, gaps: [], isStale: false, periods: [{ ...day, row: 0 }] },
    ])
    expect(coverageOf([day, period('2025-01-01', '2025-11-28')], TODAY)[0]).toMatchObject({
      coveredUntil: '2025-11-28',
      gaps: [{ days: 365, isCurrent: true }],
    })
  })

  it('is stale after twelve months', () => {
    const staleness = (end: string) => coverageOf([period('2024-01-01', end)], TODAY)[0]?.isStale
    expect(staleness('2025-11-28')).toBe(false)
    expect(staleness('2025-11-27')).toBe(true)
  })

  it('puts periods of the same time below each other, and others into one row', () => {
    const [lane] = coverageOf(
      [
        period('2026-01-01', '2026-12-31', { reviewId: 3 }),
        period('2025-01-01', '2025-12-31', { reviewId: 1 }),
        period('2025-12-30', '2026-02-01', { reviewId: 2 }),
        period('2026-02-01', '2026-03-01', { reviewId: 4 }),
      ],
      TODAY,
    )
    expect(lane?.periods.map(({ reviewId, row }) => [reviewId, row])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
      [4, 1],
    ])
    expect(lane?.rowCount).toBe(2)
  })

  it('keeps certifications apart', () => {
    const lanes = coverageOf(
      [period('2026-01-01', TODAY), period('2025-01-01', TODAY, { certification: 'SOC_1' })],
      TODAY,
    )
    expect(lanes.map(({ certification }) => certification)).toEqual(['SOC_1', 'SOC_2'])
  })

  it('has each day from the first report until today either in a report or in one gap', () => {
    const offset = fc.integer({ min: -900, max: 60 })
    const anyPeriod = fc
      .tuple(offset, fc.integer({ min: 0, max: 400 }))
      .map(([from, length]) => period(addDays(TODAY, from), addDays(TODAY, from + length)))
    fc.assert(
      fc.property(fc.array(anyPeriod, { minLength: 1, maxLength: 6 }), (periods) => {
        const [lane] = coverageOf(periods, TODAY)
        const first = lane?.periods[0]?.start ?? TODAY
        for (let days = 0; days <= daysBetween(first, TODAY); days++) {
          const day = addDays(first, days)
          const holds = ({ start, end }: { start: string; end: string }) =>
            start <= day && day <= end
          const gaps = lane?.gaps.filter(holds).length ?? 0
          expect(gaps).toBe(periods.some(holds) ? 0 : 1)
        }
      }),
    )
  })
})
