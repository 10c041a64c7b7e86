/**
 * Dates of two kinds, which are never mixed. A calendar day is a string `YYYY-MM-DD`, which no time
 * zone can shift. An instant is an ISO string with an offset, shown in the reader's time zone.
 */

const DAY_MS = 86_400_000
const LOCALE = 'en-GB'

const dayFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' })
const instantDayFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium' })
const instantFormat = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' })

/** @returns whether the text is a day that exists, such as 2026-02-28 and not 2026-02-30 */
export const isCalendarDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A day of a report or a deadline lies between these. A year such as 0026 or 20226 is a slip. */
export const FIRST_DAY = '1900-01-01'
export const LAST_DAY = '2199-12-31'

/** Whether the text is a day that somebody can mean, see {@link FIRST_DAY}. */
export const isLikelyDay = (text: string): boolean =>
  isCalendarDay(text) && text >= FIRST_DAY && text <= LAST_DAY

/** The format leaves out the zeros of the year 0026, which would pass for 2026. */
const isYearShort = (time: number): boolean => new Date(time).getUTCFullYear() < 1000

/**
 * Formats a calendar day: "1 Jan 2026". Text that is not a day, or of a year before 1000, is
 * returned unchanged.
 */
export const formatDay = (day: string): string => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return isCalendarDay(day) && !isYearShort(time) ? dayFormat.format(time) : day
}

const shownBy =
  (format: Intl.DateTimeFormat) =>
  (instant: string): string => {
    const time = Date.parse(instant)
    return Number.isNaN(time) || isYearShort(time) ? instant : format.format(time)
  }

/**
 * Formats the day of an instant in the reader's time zone. Text that is not an instant, or of a
 * year before 1000, is returned unchanged.
 */
export const formatInstantDay = shownBy(instantDayFormat)

/** Formats an instant with its time in the reader's time zone. */
export const formatInstant = shownBy(instantFormat)

/** The calendar day of a moment in the reader's time zone. */
export const localDay = (moment: Date): string => {
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${String(moment.getFullYear()).padStart(4, '0')}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
}

/**
 * Whole calendar days from one day to another, regardless of daylight saving time.
 * @returns negative if `to` is earlier; NaN if either is not a day
 */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** The calendar day that lies a number of days after another (before, when negative). */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/**
 * The moment at which a calendar day begins in the reader's time zone: midnight, or the first
 * moment after it if summer time begins at midnight.
 * @param day an existing day, see {@link isCalendarDay}
 * @returns an ISO string, as the service expects it
 */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString()

/**
 * The last whole second of a calendar day in the reader's time zone. {@link localDay} of it is the
 * same day again, even on days with 23 or 25 hours.
 * @param day an existing day, see {@link isCalendarDay}
 */
export const endOfDay = (day: string): string => {
  const end = new Date(`${day}T12:00:00`)
  end.setDate(end.getDate() + 1)
  end.setHours(0, 0, 0, 0)
  return new Date(end.getTime() - 1_000).toISOString()
}
