import { addDays } from '../../src/lib/dates.ts'

/** Dates relative to the day that the seed is made for. */
export interface Calendar {
  today: string
  year: number
  /** The calendar day this many days from today. */
  day(offset: number): string
  /**
   * An instant on such a day, in the reader's time zone, so that what is due today is due today
   * there.
   */
  at(offset: number, hour: number, minute?: number): string
}

export const calendarOf = (today: string): Calendar => {
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number)
  return {
    today,
    year,
    day: (offset) => addDays(today, offset),
    at: (offset, hour, minute = 0) =>
      new Date(year, month - 1, day + offset, hour, minute).toISOString(),
  }
}
