import { Box, Text } from '@mantine/core'
import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, Fragment } from 'react'
import { securityReviews } from '../../api/security-reviews.ts'
import { socReviews } from '../../api/soc-reviews.ts'
import {
  CERTIFICATION_LABELS,
  labelOf,
  REPORT_OPINION_LABELS,
} from '../../domain/contract/labels.ts'
import { type Review, reviewTitle } from '../../domain/contract/review.ts'
import {
  type CoverageGap,
  type CoverageLane,
  coverageOf,
  type PlacedPeriod,
  periodOf,
} from '../../domain/soc/coverage.ts'
import { addDays, daysBetween, formatDay } from '../../lib/dates.ts'
import { NARROW, useMediaQuery } from '../../ui/hooks/use-media-query.ts'
import { useToday } from '../../ui/hooks/use-today.ts'
import { QuietButton } from '../../ui/layout/quiet-button.tsx'
import { QuietText } from '../../ui/layout/quiet-text.tsx'

/** How many of the latest reports are laid out. The list has no forms, so each costs a request. */
const MOST_REPORTS = 6
/** Years are enough to see how reports follow each other; older ones would make the rest narrow. */
const LONGEST_DAYS = 4 * 365
/** Milliseconds. A period changes only while its report is being read. */
const STALE_AFTER = 10 * 60_000
/** Pixels; a bar of 24 is large enough for a finger. */
const ROW_HEIGHT = 26

const latestOf = (reviews: readonly Review[]): Review[] =>
  reviews
    .toSorted((one, other) => other.requestedAt.localeCompare(one.requestedAt))
    .slice(0, MOST_REPORTS)

/** The reviews with their forms, as far as they were read. */
const readReviews = (results: readonly UseQueryResult<Review>[]) => ({
  reviews: results.flatMap(({ data }) => data ?? []),
  isPending: results.some(({ isPending }) => isPending),
  isIncomplete: results.some(({ isError }) => isError),
  retry: () => {
    for (const { isError, refetch } of results) if (isError) void refetch()
  },
})

const useReports = (vendorId: number) => {
  const all = useQuery(socReviews(vendorId))
  const { reviews, isPending, isIncomplete, retry } = useQueries({
    queries: latestOf(all.data ?? []).map(({ id }) => ({
      ...securityReviews.detail(vendorId, id),
      staleTime: STALE_AFTER,
    })),
    combine: readReviews,
  })
  return {
    reviews: new Map(reviews.map((review) => [review.id, review])),
    isPending: all.isPending || isPending,
    isIncomplete: all.isError || isIncomplete,
    retry: () => {
      if (all.isError) void all.refetch()
      retry()
    },
  }
}

const dayCount = (days: number): string => `${days} day${days === 1 ? '' : 's'}`

/** From the first report until today, or until a period that ends later. */
const spanOf = (lanes: readonly CoverageLane[], today: string) => {
  const periods = lanes.flatMap((lane) => lane.periods)
  const first = periods.map(({ start }) => start).toSorted()[0] ?? today
  const to = [today, ...periods.map(({ end }) => end)].toSorted().at(-1) ?? today
  const from = [first, addDays(to, -LONGEST_DAYS)].toSorted().at(-1) ?? first
  const days = daysBetween(from, to) + 1
  /** Where a day begins, from 0 to 100. */
  const at = (day: string): number => Math.max(0, (daysBetween(from, day) / days) * 100)
  const place = (start: string, end: string): CSSProperties => ({
    position: 'absolute',
    insetInlineStart: `${at(start)}%`,
    width: `${Math.max(0, at(addDays(end, 1)) - at(start))}%`,
  })
  const years = []
  for (let year = Number(from.slice(0, 4)) + 1; `${year}-01-01` <= to; year++) years.push(year)
  return { at, place, years, isShown: ({ end }: { end: string }) => end >= from }
}
type Span = ReturnType<typeof spanOf>

const BAR: CSSProperties = {
  display: 'block',
  height: ROW_HEIGHT - 2,
  padding: '0 6px',
  fontSize: 12,
  lineHeight: `${ROW_HEIGHT - 4}px`,
  textDecoration: 'none',
  background: 'var(--cs-neutral-surface)',
  border: '1px solid var(--cs-line-strong)',
  borderRadius: 3,
}

interface PeriodBarProps {
  vendorId: number
  period: PlacedPeriod
  review: Review
  span: Span
}

/** A report on the time line, with a link to its review. One that is still read has a dashed edge. */
const PeriodBar = ({ vendorId, period, review, span }: PeriodBarProps) => {
  const { start, end, isOneDay, row } = period
  const opinion = review.socReviewForm?.reportOpinion.reportOpinion ?? null
  const title = reviewTitle(review)
  const days = isOneDay ? formatDay(start) : `${formatDay(start)} to ${formatDay(end)}`
  const words = [
    title,
    isOneDay ? 'type 1' : 'type 2',
    days,
    labelOf(REPORT_OPINION_LABELS, opinion),
  ]
  const isClean = opinion === null || opinion === 'UNQUALIFIED'
  return (
    <li style={{ ...span.place(start, end), top: row * ROW_HEIGHT, minWidth: 8 }}>
      <Link
        to="/vendors/$vendorId/security-reviews/$reviewId"
        params={{ vendorId, reviewId: review.id }}
        title={words.join(', ')}
        aria-label={words.join(', ')}
        className="cut"
        style={{
          ...BAR,
          ...(isOneDay && { padding: 0 }),
          ...(review.status !== 'COMPLETED' && { borderStyle: 'dashed' }),
          color: isClean ? 'var(--cs-text)' : 'var(--cs-warning)',
        }}
      >
        {!isOneDay && <bdi>{title}</bdi>}
      </Link>
    </li>
  )
}

const GapBar = ({
  gap: { start, end, days, isLong, isCurrent },
  span,
}: {
  gap: CoverageGap
  span: Span
}) => (
  <Text
    component="li"
    fz={12}
    lh={`${ROW_HEIGHT - 2}px`}
    ta="center"
    c={isLong ? 'var(--cs-warning)' : 'dimmed'}
    title={`No report from ${formatDay(start)} to ${formatDay(end)}`}
    className="cut"
    style={{
      ...span.place(start, end),
      height: ROW_HEIGHT - 2,
      borderBottom: `2px dotted var(--cs-${isLong ? 'warning' : 'line-strong'})`,
    }}
  >
    {/* What the line ends with says how long the last gap is. */}
    <span className={isCurrent ? 'visually-hidden' : undefined}>
      <span className="visually-hidden">No report for </span>
      {dayCount(days)}
    </span>
  </Text>
)

/** What the lane comes to, for somebody who has no time to look. */
const LaneWords = ({ lane }: { lane: CoverageLane }) => {
  const { coveredUntil, gaps, isStale } = lane
  const gap = gaps.find(({ isCurrent }) => isCurrent)
  if (coveredUntil === null) return <QuietText>Type 1 only: no period is covered</QuietText>
  const until = `Covered until ${formatDay(coveredUntil)}`
  if (!gap) return <QuietText>{until}</QuietText>
  return (
    <Text fz={13} c={isStale ? 'var(--cs-negative)' : gap.isLong ? 'var(--cs-warning)' : 'dimmed'}>
      {until}, {isStale ? 'more than 12 months ago' : `${dayCount(gap.days)} ago`}
    </Text>
  )
}

const WHOLE_ROW: CSSProperties = { gridColumn: '1 / -1' }

/** Where each year begins, below the bars. */
const Years = ({ span }: { span: Span }) => (
  <Box aria-hidden h={16} pos="relative" style={{ gridColumn: 2 }}>
    {span.years.map((year) => (
      <Text
        key={year}
        fz={11}
        lh="16px"
        c="dimmed"
        pl={4}
        pos="absolute"
        style={{
          insetInlineStart: `${span.at(`${year}-01-01`)}%`,
          borderInlineStart: '1px solid var(--cs-line)',
        }}
      >
        {year}
      </Text>
    ))}
  </Box>
)

/**
 * The periods that a vendor's SOC reports speak of, on a time line that ends today, and what lies
 * between them.
 */
const VendorCoverage = ({ vendorId }: { vendorId: number }) => {
  const today = useToday()
  const isNarrow = useMediaQuery(NARROW)
  const { reviews, isPending, isIncomplete, retry } = useReports(vendorId)
  const periods = [...reviews.values()].flatMap(
    ({ id, socReviewForm }) => (socReviewForm && periodOf(id, socReviewForm)) ?? [],
  )
  const lanes = coverageOf(periods, today)
  const span = spanOf(lanes, today)
  return (
    <Box
      component="section"
      aria-label="Coverage by SOC reports"
      display="grid"
      style={{ gridTemplateColumns: isNarrow ? 'auto 1fr' : 'auto 1fr auto', gap: '4px 12px' }}
    >
      {lanes.map((lane) => (
        <Fragment key={lane.certification}>
          <Text fz={13} fw={600}>
            {labelOf(CERTIFICATION_LABELS, lane.certification)}
          </Text>
          <Box component="ol" pos="relative" h={lane.rowCount * ROW_HEIGHT}>
            {lane.periods.filter(span.isShown).map((period) => {
              const review = reviews.get(period.reviewId)
              return (
                review && (
                  <PeriodBar key={period.reviewId} {...{ vendorId, period, review, span }} />
                )
              )
            })}
            {lane.gaps.filter(span.isShown).map((gap) => (
              <GapBar key={gap.start} gap={gap} span={span} />
            ))}
          </Box>
          <div style={isNarrow ? WHOLE_ROW : undefined}>
            <LaneWords lane={lane} />
          </div>
        </Fragment>
      ))}
      {lanes.length > 0 && <Years span={span} />}
      {lanes.length === 0 && !isPending && !isIncomplete && (
        <p style={WHOLE_ROW}>
          <QuietText>No SOC report with an audit period yet.</QuietText>
        </p>
      )}
      {isIncomplete && (
        <p style={WHOLE_ROW}>
          <QuietText>
            Some reports could not be read, so what is between them may be wrong.{' '}
            <QuietButton onClick={retry}>Try again</QuietButton>
          </QuietText>
        </p>
      )}
    </Box>
  )
}

export default VendorCoverage
