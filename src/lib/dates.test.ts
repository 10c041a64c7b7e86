import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { inZone, ZONES } from '../testing/zones.ts'
import {
  daysBetween,
  formatDay,
  formatInstant,
  formatInstantDay,
  isCalendarDay,
  isLikelyDay,
} from './dates.ts'

const load = () => import('./dates.ts')
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ')

/** From 1996: at the end of 1994 Kiritimati crossed the date line and lost a day. */
const day = fc
  .date({
    min: new Date('1996-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))

afterEach(() => {
  vi.unstubAllEnvs()
})

describe.each(ZONES)('in the time zone %s', (zone) => {
  it('a calendar day never shifts', async () => {
    const dates = await inZone(zone, load)
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        const [year, month, dayOfMonth] = date.split('-').map(Number)
        expect(dates.formatDay(date)).toBe(`${dayOfMonth} ${MONTHS[Number(month) - 1]} ${year}`)
        expect(dates.isCalendarDay(date)).toBe(true)
        expect(dates.daysBetween(date, dates.addDays(date, count))).toBe(count)
        expect(dates.localDay(new Date(`${date}T12:00:00`))).toBe(date)
      }),
      {
        numRuns: 300,
        examples: [
          ['2024-02-29', 1],
          ['2026-03-29', -1],
          ['2026-11-01', 1],
        ],
      },
    )
  })
})

/** Zones whose clocks skip or repeat the hour around midnight, beside those of every test. */
const MIDNIGHT_CHANGES = ['Africa/Cairo', 'Asia/Beirut', 'Atlantic/Azores', 'America/Havana']

describe.each([...ZONES, ...MIDNIGHT_CHANGES])('a day of the time zone %s', (zone) => {
  it('begins and ends on itself, without a gap to the next', async () => {
    const { addDays, endOfDay, localDay, startOfDay } = await inZone(zone, load)
    fc.assert(
      fc.property(day, (date) => {
        const [start, end] = [startOfDay(date), endOfDay(date)]
        expect([start, end].map((at) => localDay(new Date(at)))).toEqual([date, date])
        expect(localDay(new Date(Date.parse(start) - 1_000))).toBe(addDays(date, -1))
        expect(Date.parse(startOfDay(addDays(date, 1))) - Date.parse(end)).toBe(1_000)
      }),
      {
        numRuns: 300,
        // Days on which summer time begins or ends, somewhere at midnight.
        examples: ['2024-03-30', '2024-03-31', '2024-04-26', '2024-10-26', '2024-10-27']
          .concat(['2024-10-31', '2026-03-08', '2026-11-01', '9999-12-30'])
          .map((date) => [date]),
      },
    )
  })
})

describe('an instant', () => {
  it.each([
    ['Pacific/Kiritimati', '23 Nov 2026', '23 Nov 2026, 00:30', '2026-11-23'],
    ['America/Los_Angeles', '22 Nov 2026', '22 Nov 2026, 02:30', '2026-11-22'],
    ['Asia/Kathmandu', '22 Nov 2026', '22 Nov 2026, 16:15', '2026-11-22'],
  ])('is shown in the time zone %s', async (zone, shownDay, shown, localDay) => {
    const dates = await inZone(zone, load)
    const at = '2026-11-22T10:30:00Z'
    expect(dates.formatInstantDay(at)).toBe(shownDay)
    expect(dates.formatInstant(at)).toBe(shown)
    expect(dates.localDay(new Date(at))).toBe(localDay)
  })
})

describe('a year that nobody can mean', () => {
  it('is shown with its zeros, so that it does not pass for this century', () => {
    expect(formatDay('0026-03-15')).toBe('0026-03-15')
    expect(formatInstantDay('0026-03-15T12:00:00Z')).toBe('0026-03-15T12:00:00Z')
    expect(formatDay('1026-03-15')).toBe('15 Mar 1026')
  })

  it.each(['0026-03-15', '1899-12-31', '2200-01-01', '2026-02-29', 'soon'])(
    '%s is no likely day',
    (text) => {
      expect(isLikelyDay(text)).toBe(false)
    },
  )

  it('is not one between 1900 and 2199', () => {
    for (const text of ['1900-01-01', '2026-03-15', '2199-12-31'])
      expect(isLikelyDay(text)).toBe(true)
  })
})

describe('text that is no date', () => {
  it.each([
    '',
    'soon',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00Z',
    ' 2026-01-01',
    '+012345-01-01',
  ])('%j is no calendar day and is shown as it came', (text) => {
    expect(isCalendarDay(text)).toBe(false)
    expect(formatDay(text)).toBe(text)
  })

  it('is shown as it came where an instant is expected', () => {
    expect(formatInstant('next week')).toBe('next week')
    expect(formatInstantDay('')).toBe('')
    expect(daysBetween('2026-01-01', 'soon')).toBeNaN()
  })

  it('is not the last day of February in a leap year', () => {
    expect(isCalendarDay('2024-02-29')).toBe(true)
  })
})
