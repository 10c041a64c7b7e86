import { addDays, FIRST_DAY, LAST_DAY } from '../../lib/dates.ts'

/** The day that lies a number of months after another; the last of its month if there is none. */
export const addMonths = (day: string, count: number): string => {
  const [year = 1970, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0))
  last.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

const STEPS: Readonly<Record<string, (day: string) => string>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
}

/** The keys that move the focus in a calendar. */
export const MOVING_KEYS: readonly string[] = Object.keys(STEPS)

/**
 * The day of another month to which a key moves the focus. Within a month, the calendar moves it.
 * @returns undefined if the key stays in the month, leaves the calendar, or does not move the focus
 */
export const otherMonth = (day: string, key: string): string | undefined => {
  const next = STEPS[key]?.(day)
  const isElsewhere = next !== undefined && next.slice(0, 7) !== day.slice(0, 7)
  return isElsewhere && next >= FIRST_DAY && next <= LAST_DAY ? next : undefined
}

/**
 * The first day of the week in a locale, as the calendar counts it: 0 is Sunday. Monday where the
 * browser does not know.
 */
export const firstDayOfWeek = (locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 => {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number }
  }
  return ((known.getWeekInfo?.().firstDay ?? 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6
}
