import { addDays, daysBetween, isCalendarDay } from '../../lib/dates.ts'
import type { Certification, Open } from '../contract/enums.ts'
import type { SocFormValues } from '../contract/soc-form.ts'

/**
 * Beyond about three months without a report, reviewers ask for a bridge letter: practice of
 * auditors, and the AICPA's guide for user auditors.
 */
const LONG_GAP_DAYS = 92
/** A report is stale twelve months after the end of its period: practice. */
const STALE_AFTER_DAYS = 365

/** The time that one report speaks of, as a review's form has it. */
export interface ReportPeriod {
  reviewId: number
  certification: Open<Certification>
  /** Calendar days, both included. A type 1 report speaks of one day. */
  start: string
  end: string
  /** A type 1 report says nothing about how controls worked, so it covers no time. */
  isOneDay: boolean
}

/** A period in the first row, from 0, where it covers no other. */
export interface PlacedPeriod extends ReportPeriod {
  row: number
}

/** Days that no type 2 report covers, both included. */
export interface CoverageGap {
  start: string
  end: string
  days: number
  isLong: boolean
  /** Whether it lasts until today. */
  isCurrent: boolean
}

/** The reports of one certification, in the order of their periods. */
export interface CoverageLane {
  certification: Open<Certification>
  periods: readonly PlacedPeriod[]
  /** How many rows keep periods of the same time from covering each other. */
  rowCount: number
  gaps: readonly CoverageGap[]
  /** The last covered day; null where there is only a report of type 1. */
  coveredUntil: string | null
  /** Whether the last period ended more than twelve months ago. */
  isStale: boolean
}

/** @returns the period of a form; null where it is not stated, or ends before it starts */
export const periodOf = (
  reviewId: number,
  { complianceScope: scope }: Pick<SocFormValues, 'complianceScope'>,
): ReportPeriod | null => {
  const isOneDay = scope.scopeType === 'TYPE_1'
  const { start, end } = isOneDay
    ? { start: scope.auditPeriod, end: scope.auditPeriod }
    : scope.auditPeriodRange
  if (!scope.certification || !start || !end) return null
  if (!isCalendarDay(start) || !isCalendarDay(end) || start > end) return null
  return { reviewId, certification: scope.certification, start, end, isOneDay }
}

const gapOf = (after: string, next: string | null, today: string): CoverageGap[] => {
  const start = addDays(after, 1)
  const end = next === null ? today : addDays(next, -1)
  const days = daysBetween(start, end) + 1
  if (days <= 0) return []
  return [{ start, end, days, isLong: days > LONG_GAP_DAYS, isCurrent: next === null }]
}

/** @param periods by their first day */
const placed = (periods: readonly ReportPeriod[]): PlacedPeriod[] => {
  /** The last day of each row. */
  const ends: string[] = []
  return periods.map((period) => {
    // Some reports begin on the day on which the last one ended. One day covers nothing on a line.
    const free = ends.findIndex((end) => end <= period.start)
    const row = free < 0 ? ends.length : free
    ends[row] = period.end
    return { ...period, row }
  })
}

const laneOf = (
  certification: Open<Certification>,
  unsorted: readonly ReportPeriod[],
  today: string,
): CoverageLane => {
  const periods = unsorted.toSorted(
    (one, other) => one.start.localeCompare(other.start) || one.end.localeCompare(other.end),
  )
  const gaps: CoverageGap[] = []
  let coveredUntil: string | null = null
  for (const { start, end, isOneDay } of periods) {
    if (isOneDay) continue
    if (coveredUntil !== null) gaps.push(...gapOf(coveredUntil, start, today))
    if (coveredUntil === null || end > coveredUntil) coveredUntil = end
  }
  if (coveredUntil !== null) gaps.push(...gapOf(coveredUntil, null, today))
  const isStale = coveredUntil !== null && daysBetween(coveredUntil, today) > STALE_AFTER_DAYS
  const rows = placed(periods)
  const rowCount = Math.max(...rows.map(({ row }) => row)) + 1
  return { certification, periods: rows, rowCount, gaps, coveredUntil, isStale }
}

/**
 * Lays the periods of a vendor's reports beside each other: a lane for each certification, since a
 * SOC 1 does not stand in for a SOC 2.
 * @param today the reader's calendar day
 * @returns lanes by certification; none without periods
 */
export const coverageOf = (periods: readonly ReportPeriod[], today: string): CoverageLane[] =>
  [...Map.groupBy(periods, ({ certification }) => certification)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([certification, own]) => laneOf(certification, own, today))
