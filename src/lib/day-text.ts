import { FIRST_DAY, formatDay, isCalendarDay, isLikelyDay, LAST_DAY } from './dates.ts'
import { type DayPart, dayWords, fold, type WordMeaning } from './day-words.ts'
import { service } from './services.ts'
import { visibleText } from './text.ts'

/**
 * Reads a calendar day that somebody typed or pasted, in the order of the reader's locale, and never
 * guesses: what could be another day, or has no year of four digits, is refused with a reason.
 */

/** Why a text is no day. */
export type DayFault =
  /** A part is missing. */
  | 'incomplete'
  /** The year has two digits. */
  | 'short-year'
  /** The calendar has no such day. */
  | 'impossible'
  /** Nobody can mean the year, see {@link isLikelyDay}. */
  | 'far-year'
  /** The locale writes the year first, so the order of the other two is open. */
  | 'ambiguous'
  | 'unreadable'

/** What a text says. */
export type DayReading =
  | { kind: 'day'; day: string }
  | { kind: 'empty' }
  | { kind: 'fault'; fault: DayFault }

/** Reads texts as one locale writes days. */
export interface DayReader {
  read: (text: string) => DayReading
  /** How the locale writes a day in numbers, such as DD/MM/YYYY. */
  pattern: string
  locale: string
}

const fault = (of: DayFault): DayReading => ({ kind: 'fault', fault: of })

/** Digits of any script as 0 to 9. Each script has ten in a row, from a code ending in 0 or 6. */
const plainDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const row = code - (code % 16)
    return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6))
  })

/** Signs that mean nothing around a date: quotation marks, brackets, the end of a sentence. */
const WRAPPING = /^[\s"'“”„‘’«»([<]+|[\s"'“”‘’«»)\]>.,;:!。]+$/gu
/** "1st", "2nd", "1º", "1er". */
const ORDINAL = /(\d)(?:st|nd|rd|th|er|o|a|e)(?![\p{L}\p{M}])/gu
/**
 * A time behind a date, with its zone: "T10:00:00Z", ", 2:05 PM", " 10:00:00 GMT+0100 (CET)". It is
 * left out, as is the zone: the day is the one that is written.
 */
const TIME =
  /(?<=[\d\p{L}.])(?:t|[\s,]+(?:at\s+)?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:[a-z]{1,5})?(?:[+\-−]\d{1,2}(?::?\d{2})?)?\s*(?:\([^()]*\))?[\s"'”’)\].,;]*$/u
/** A number, a word, or a sign that does not separate the parts of a date. */
const TOKEN = /\d+|[\p{L}\p{M}]+|[^\s.,/()\-‐-―−·•⁄'’،、॰׳״]/gu

/** No date is longer. What is pasted may be a whole report. */
const LONGEST = 100

const normalized = (text: string): string =>
  plainDigits(fold(text.replaceAll(/\p{Cf}/gu, '')))
    .replaceAll(ORDINAL, '$1')
    .replace(TIME, '')
    .replaceAll(WRAPPING, '')

/** The day of these numbers. */
const dayOf = (year: string, month: string | number, day: string): DayReading => {
  const pad = (value: string | number): string => String(value).padStart(2, '0')
  const text = `${year}-${pad(month)}-${pad(day)}`
  if (!isCalendarDay(text)) return fault('impossible')
  return isLikelyDay(text) ? { kind: 'day', day: text } : fault('far-year')
}

const isYear = (number: string | undefined): boolean => number?.length === 4
const isShort = (number: string): boolean => number.length <= 2

/** Why numbers without a year of four digits are no day. */
const withoutYear = (numbers: readonly string[]): DayReading => {
  if (numbers.every(isShort)) return fault('short-year')
  // "1/3/202" is about to become a year.
  return fault(numbers.at(-1)?.length === 3 ? 'incomplete' : 'unreadable')
}

/** Eight digits without a separator are read by where the year can be: never at both ends. */
const unseparated = (digits: string, order: readonly DayPart[]): readonly string[] => {
  const isYearFirst = /^(?:19|20|21)\d\d(?:0[1-9]|1[0-2])/.test(digits) || order[0] === 'year'
  const cuts = isYearFirst ? [4, 6] : [2, 4]
  return [digits.slice(0, cuts[0]), digits.slice(cuts[0], cuts[1]), digits.slice(cuts[1])]
}

/** Reads three numbers. A year in front is followed by the month, in every locale. */
const readNumbers = (numbers: readonly string[], order: readonly DayPart[]): DayReading => {
  const [first = '', second = '', third = ''] = numbers
  if ([first, second, third].filter(isYear).length > 1) return fault('unreadable')
  if (isYear(first) && isShort(second) && isShort(third)) return dayOf(first, second, third)
  if (!isYear(third) || !isShort(first) || !isShort(second)) return withoutYear(numbers)
  if (order[0] === 'year') return fault('ambiguous')
  return order[0] === 'month' ? dayOf(third, first, second) : dayOf(third, second, first)
}

/** Reads numbers beside the name of a month, in any order. */
const readNamed = (numbers: readonly string[], month: number): DayReading => {
  if (numbers.length < 2) return fault('incomplete')
  if (numbers.length > 2) return fault('unreadable')
  const year = numbers.find(isYear)
  const day = numbers.find((number) => number !== year)
  if (year === undefined) return withoutYear(numbers)
  return day === undefined || !isShort(day) ? fault('unreadable') : dayOf(year, month, day)
}

/** The only month that all words stand for; undefined if there is none, or more than one. */
const onlyMonth = (words: readonly WordMeaning[]): number | undefined => {
  const [first, ...others] = words
  const common = [...(first?.months ?? [])].filter((month) =>
    others.every(({ months }) => months.has(month)),
  )
  return common.length === 1 ? common[0] : undefined
}

/**
 * A reader for a locale.
 * @param locale a tag that the browser knows, such as en-GB
 */
export const dayReader = (locale: string): DayReader => {
  const { order, pattern, meaningOf } = dayWords(locale)

  /** The month that the words name; null if they name none, undefined if they are no date. */
  const monthOf = (words: readonly string[]): number | null | undefined => {
    const meanings = words.map(meaningOf)
    if (meanings.some(({ months, isIdle }) => months.size === 0 && !isIdle)) return undefined
    const named = meanings.filter(({ months }) => months.size > 0)
    if (named.length === 0) return null
    // In the Spanish "mar, 7 abr", the first word is a weekday.
    return onlyMonth(named) ?? onlyMonth(named.filter(({ isIdle }) => !isIdle))
  }

  const read = (text: string): DayReading => {
    if (visibleText(text) === null) return { kind: 'empty' }
    const tokens = text.length > LONGEST ? [] : (normalized(text).match(TOKEN) ?? [])
    const numbers = tokens.filter((token) => /^\d/.test(token))
    const words = tokens.filter((token) => !/^\d/.test(token))
    // In the Spanish "mar, 3/3/2026", the word is a weekday.
    const areIdle = numbers.length === 3 && words.every((word) => meaningOf(word).isIdle)
    const month = areIdle ? null : monthOf(words)
    if (month === undefined) return fault('unreadable')
    if (month !== null) return readNamed(numbers, month)
    const [only = ''] = numbers
    if (numbers.length === 1 && only.length === 8)
      return readNumbers(unseparated(only, order), order)
    if (numbers.length === 1 && only.length === 6) return fault('short-year')
    if (numbers.length === 3) return readNumbers(numbers, order)
    const isBeginning = numbers.length < 3 && numbers.every(({ length }) => length <= 4)
    return fault(numbers.length > 0 && isBeginning ? 'incomplete' : 'unreadable')
  }
  return { read, pattern, locale }
}

/** The locale of the reader, as the browser tells it; English where it tells none that exists. */
const readerLocale = (): string => {
  try {
    return new Intl.DateTimeFormat(globalThis.navigator?.language).resolvedOptions().locale
  } catch {
    // Some browsers name the system's locale, such as "C" or "en-US@posix", which is no tag.
    return 'en'
  }
}

/** The reader for this browser's locale. */
export const readerOfDays = service(() => dayReader(readerLocale()))

/** The day that a text says; undefined if it says none. */
export const dayIn = (text: string): string | undefined => {
  const reading = readerOfDays().read(text)
  return reading.kind === 'day' ? reading.day : undefined
}

/**
 * Whether a text says a day that no further digit changes. "2026-03-1" may still become the 15th.
 */
export const isWholeDay = (text: string): boolean =>
  dayIn(text) !== undefined && !Array.from('0123456789').some((digit) => dayIn(text + digit))

/**
 * What a field holds for a text: the day that it says, the text itself if it says none, so that it is
 * not lost, or nothing.
 */
export const heldDay = (text: string): string => {
  const reading = readerOfDays().read(text)
  return reading.kind === 'day' ? reading.day : reading.kind === 'empty' ? '' : text
}

/**
 * Why a text that somebody entered is no day, in a sentence that says how to write it.
 * @returns undefined if it is a day, or empty
 */
export const dayProblem = (text: string): string | undefined => {
  const { read, pattern } = readerOfDays()
  const reading = read(text)
  if (reading.kind !== 'fault') return undefined
  switch (reading.fault) {
    case 'incomplete':
      return `Not a complete date: write day, month and year as ${pattern}.`
    case 'short-year':
      return `Write the year with four digits, as in ${pattern}.`
    case 'impossible':
      return `There is no such day in the calendar: dates are read as ${pattern}.`
    case 'far-year':
      return `Check the year: it has to lie between ${FIRST_DAY.slice(0, 4)} and ${LAST_DAY.slice(0, 4)}.`
    case 'ambiguous':
      return `This could be two different days: write it as ${pattern}.`
    case 'unreadable':
      return `Not a date: write it as ${pattern}, or as in ${formatDay('2026-02-28')}.`
  }
}
