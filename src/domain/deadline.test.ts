import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDays, daysBetween, localDay } from '../lib/dates.ts'
import { day, instant } from '../testing/arbitraries.ts'
import { inZone, ZONES } from '../testing/zones.ts'
import { REVIEW_STATUSES } from './contract/enums.ts'
import { deadlineOf, isClosed, nextDeadline } from './deadline.ts'

const TODAY = '2026-11-22'
const open = (reviewDeadlineAt: string) => ({ reviewDeadlineAt, status: 'IN_PROGRESS' })
/** Noon of the day, in the reader's time zone. */
const noon = (of: string): string => new Date(`${of}T12:00:00`).toISOString()

afterEach(() => {
  vi.unstubAllEnvs()
})

const dueIn = (days: number) => deadlineOf(open(noon(addDays(TODAY, days))), TODAY)

describe('a deadline', () => {
  it.each([
    [-400, 'overdue', 'Overdue by 400 days'],
    [-2, 'overdue', 'Overdue by 2 days'],
    [-1, 'overdue', 'Overdue by 1 day'],
    [0, 'due-soon', 'Due today'],
    [1, 'due-soon', 'Due in 1 day'],
    [2, 'due-soon', 'Due in 2 days'],
    [7, 'due-soon', 'Due in 7 days'],
    [8, 'later', 'Due in 8 days'],
    [365, 'later', 'Due in 365 days'],
  ])('%i days away is %s: "%s"', (days, state, text) => {
    expect(dueIn(days)).toEqual({ state, days, text })
  })

  it.each(['COMPLETED', 'NOT_REQUIRED'])('does not press once the review is %s', (status) => {
    const reviewDeadlineAt = noon(addDays(TODAY, -3))
    expect(deadlineOf({ reviewDeadlineAt, status }, TODAY)).toEqual({
      state: 'closed',
      days: -3,
      text: '',
    })
  })

  it('presses in a state that nobody knows', () => {
    const review = { reviewDeadlineAt: noon(TODAY), status: 'AWAITING_VENDOR' }
    expect(deadlineOf(review, TODAY).text).toBe('Due today')
  })

  it.each(['', 'soon', 'null', '2026-13-45', '2026-02-30T99:00:00Z', '1767225600000'])(
    'that reads %j is unknown',
    (text) => {
      expect(deadlineOf(open(text), TODAY)).toEqual({ state: 'unknown', days: null, text: '' })
    },
  )

  it('is never a number that is none', () => {
    const dates = fc.oneof(fc.string(), instant, fc.integer().map(String), fc.date().map(String))
    fc.assert(
      fc.property(fc.oneof(dates, fc.constantFrom('12345', '+012345-01-01')), day, (at, today) => {
        const { days, text, state } = deadlineOf(open(at), today)
        expect(text).not.toContain('NaN')
        expect(days === null).toBe(state === 'unknown')
      }),
    )
  })

  it('is as many days away as its calendar day is', () => {
    fc.assert(
      fc.property(instant, day, fc.constantFrom(...REVIEW_STATUSES), (at, today, status) => {
        const { days, state } = deadlineOf({ reviewDeadlineAt: at, status }, today)
        expect(days).toBe(daysBetween(today, localDay(new Date(at))))
        expect(state === 'closed').toBe(isClosed(status))
      }),
    )
  })
})

describe.each(ZONES)('a deadline in the time zone %s', (zone) => {
  const load = () => import('./deadline.ts')

  it('is today until midnight, and in a day from then on', async () => {
    const { deadlineOf: deadlineThere } = await inZone(zone, load)
    const dueAt = (local: string): string =>
      deadlineThere(open(new Date(local).toISOString()), '2026-11-01').text
    expect(dueAt('2026-10-31T23:59:59')).toBe('Overdue by 1 day')
    expect(dueAt('2026-11-01T00:00:00')).toBe('Due today')
    expect(dueAt('2026-11-01T23:59:59')).toBe('Due today')
    expect(dueAt('2026-11-02T00:00:00')).toBe('Due in 1 day')
  })

  it.each(['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'])(
    'counts %s as one day, even if it has 23 or 25 hours',
    async (changing) => {
      const { deadlineOf: deadlineThere } = await inZone(zone, load)
      const due = open(new Date(`${addDays(changing, 1)}T23:30:00`).toISOString())
      expect(deadlineThere(due, changing).days).toBe(1)
    },
  )
})

describe('the next deadline', () => {
  it('is the earliest of the open reviews, as a moment and not as a text', () => {
    const first = open('2026-11-30T23:00:00+05:00')
    const reviews = [
      open('2026-12-01T00:00:00Z'),
      open('not a date'),
      { reviewDeadlineAt: '2020-01-01T00:00:00Z', status: 'COMPLETED' },
      { reviewDeadlineAt: '2020-01-01T00:00:00Z', status: 'NOT_REQUIRED' },
      first,
      open('2026-11-30T19:00:00Z'),
    ]
    expect(nextDeadline(reviews)).toBe(first)
  })

  it('is none where nothing is open', () => {
    expect(nextDeadline([])).toBeUndefined()
    expect(nextDeadline([open('')])).toBeUndefined()
    expect(nextDeadline([{ reviewDeadlineAt: noon(TODAY), status: 'COMPLETED' }])).toBeUndefined()
  })
})
