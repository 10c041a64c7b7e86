/**
 * How a locale writes a calendar day: the order of the numbers, and its words for months and days.
 * English words are understood everywhere, since reports and the app itself are in English.
 */

/** The part of a day that a number stands for. */
export type DayPart = 'day' | 'month' | 'year'

/** What a word in a date means. A word can be both: in French, "mar" may be a Tuesday. */
export interface WordMeaning {
  /** The months, 1 to 12, whose names it stands in: many for the "сар" of Mongolian, or none. */
  months: ReadonlySet<number>
  /** Whether the word can be left out: a weekday, or a word such as "of". */
  isIdle: boolean
}

/** What {@link dayWords} knows about a locale. */
export interface DayWords {
  /** The order of the three numbers. */
  order: readonly DayPart[]
  /** How a day is written in numbers, such as DD/MM/YYYY. */
  pattern: string
  /** @param word folded, see {@link fold} */
  meaningOf: (word: string) => WordMeaning
}

const ENGLISH = ['en-GB', 'en-US'] as const
/** Words between the numbers of a written date. */
const IDLE = ['of', 'the', 'on']
const PLACEHOLDERS: Record<DayPart, string> = { day: 'DD', month: 'MM', year: 'YYYY' }

/** Marks of Latin, Greek and Cyrillic letters. In other scripts, marks are letters. */
const ACCENTS = /[\u0300-\u036f]/g
const WORD = /[\p{L}\p{M}]+/gu
const DIGIT = /\p{Nd}/u

/** A text without the differences that do not matter in a date: case, accents, width. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(ACCENTS, '')

const wordsIn = (text: string): string[] => fold(text).match(WORD) ?? []

type Style = Intl.DateTimeFormatOptions
/** Days are formatted in the calendar and the digits that the app uses, and in no time zone. */
const formatOf = (locale: string, style: Style): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
    ...style,
  })

/** A day of each month. Together they fall on every weekday. */
const SAMPLES = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 22))

/** The styles in which a month or a weekday is a word. Beside a day, some languages inflect it. */
const STYLES: readonly Style[] = (['long', 'short'] as const).flatMap((length) => [
  { month: length },
  { weekday: length },
  { day: 'numeric', month: length },
  { day: 'numeric', month: length, year: 'numeric' },
  { day: 'numeric', month: length, year: 'numeric', weekday: length },
])

/** The letters of a literal that touch the word beside it: some languages inflect without a blank. */
const touching = (literal: Intl.DateTimeFormatPart | undefined, where: RegExp): string =>
  literal?.type === 'literal' ? (where.exec(fold(literal.value))?.[0] ?? '') : ''

/** Reads the words of a locale into `months` and `idle`. */
const collect = (locale: string, months: Map<string, Set<number>>, idle: Set<string>): void => {
  const add = (word: string, month: number): void =>
    void months.set(word, (months.get(word) ?? new Set()).add(month))
  const readMonth = (parts: readonly Intl.DateTimeFormatPart[], at: number, month: number) => {
    const { value = '' } = parts[at] ?? {}
    for (const word of wordsIn(value)) {
      // "11月" is a number and a word beside it, which says nothing more.
      if (DIGIT.test(value)) idle.add(word)
      else {
        add(word, month)
        add(touching(parts[at - 1], /[\p{L}\p{M}]+$/u) + word, month)
        add(word + touching(parts[at + 1], /^[\p{L}\p{M}]+/u), month)
      }
    }
  }
  for (const style of STYLES) {
    const format = formatOf(locale, style)
    for (const [month, sample] of SAMPLES.entries()) {
      const parts = format.formatToParts(sample)
      for (const [at, { type, value }] of parts.entries()) {
        if (type === 'month') readMonth(parts, at, month + 1)
        if (type === 'literal' || type === 'weekday')
          for (const word of wordsIn(value)) idle.add(word)
      }
    }
  }
}

/**
 * The words of a locale, and its way to write a day in numbers.
 * @param locale a tag that the browser knows
 */
export const dayWords = (locale: string): DayWords => {
  const parts = formatOf(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(SAMPLES[0])
  const order: DayPart[] = []
  let pattern = ''
  for (const { type, value } of parts) {
    if (type === 'day' || type === 'month' || type === 'year') {
      order.push(type)
      pattern += PLACEHOLDERS[type]
    } else if (type === 'literal') pattern += value.replace(/[\p{L}\p{M}\p{Cf}]+\.?/gu, '')
  }
  const idle = new Set(IDLE)
  const months = new Map<string, Set<number>>()
  /** Chinese and Japanese put the weekday behind the day without a blank. */
  const isIdle = (word: string): boolean =>
    idle.has(word) ||
    Array.from(word, (_, at) => at).some(
      (at) => idle.has(word.slice(0, at)) && idle.has(word.slice(at)),
    )
  return {
    order,
    pattern: pattern.trim(),
    meaningOf: (word) => {
      // Most dates are numbers, and the words take some milliseconds.
      if (months.size === 0) for (const one of [...ENGLISH, locale]) collect(one, months, idle)
      return { months: months.get(word) ?? new Set(), isIdle: isIdle(word) }
    },
  }
}
