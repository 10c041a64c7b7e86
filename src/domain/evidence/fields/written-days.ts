import { isLikelyDay } from '../../../lib/dates.ts'

/** A day as a text writes it. */
export interface WrittenDay {
  /** YYYY-MM-DD */
  day: string
  start: number
  end: number
}

/** A period as a text writes it, both days included. */
export interface WrittenPeriod {
  value: { start: string; end: string }
  start: number
  end: number
}

const MONTHS = [
  'jan(?:uary|uar)?',
  'feb(?:ruary|ruar)?',
  'mar(?:ch)?|märz',
  'apr(?:il)?',
  'may|mai',
  'june?|juni',
  'july?|juli',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?|oktober|okt',
  'nov(?:ember)?',
  'dec(?:ember)?|dezember|dez',
]
const MONTH = `(${MONTHS.join('|')})`
const isMonth = MONTHS.map((names) => new RegExp(`^(?:${names})$`, 'i'))
const SPACE = '[\\s\\u00a0]{1,3}'
const ORDINAL = '(?:st|nd|rd|th|\\.)?'
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\.?${SPACE}(\\d{1,2})(?:st|nd|rd|th)?(?:,|${SPACE}|,${SPACE})(\\d{4})\\b`,
  'giu',
)
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})${ORDINAL}(?:${SPACE}day)?(?:${SPACE}of)?(?:${SPACE}|-)${MONTH}\\.?,?(?:${SPACE}|-)(\\d{4})\\b`,
  'giu',
)
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g
const NUMERIC = /\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b/g
const TO =
  /^(?:,?\s*\(?inclusive\)?)?,?\s*(?:to|through|thru|until|till|bis|up to(?: and including)?|(?:and )?end(?:ing|ed)(?: on)?|–|—|-|‑)\s*$/i
const AND = /^,?\s*and\s*$/i
const PARTIAL = new RegExp(
  `\\b(?:${MONTH}\\.?${SPACE}(\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})${ORDINAL}${SPACE}${MONTH})(,?\\s{0,3}(?:to|through|until|and|–|—|-)\\s{0,3})$`,
  'iu',
)
const MONTH_SPAN = new RegExp(
  `\\b${MONTH}${SPACE}(\\d{4})${SPACE}(?:to|through|until|–|—|-)${SPACE}${MONTH}${SPACE}(\\d{4})\\b`,
  'giu',
)
const SPAN_BEFORE =
  /\b(?:(?:fiscal |financial |calendar )?(year)|(twelve|eleven|ten|nine|eight|seven|six|five|four|three|\d{1,2})[\s-]months?(?: period)?)\s+(?:ended|ending|to|until|through)(?:\s+on)?\s*$/i
const COUNTS = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

const monthOf = (name: string): number => isMonth.findIndex((pattern) => pattern.test(name)) + 1

const dayOf = (year: number, month: number, day: number): string | null => {
  const pad = (value: number): string => String(value).padStart(2, '0')
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  return isLikelyDay(text) ? text : null
}

/** The two readings of 03/04/2025. A full stop between the numbers is a day first. */
const numericDay = (first: number, mark: string, second: number, year: number): string | null => {
  if (mark === '.') return dayOf(year, second, first)
  if (first > 12) return dayOf(year, second, first)
  return second > 12 || first === second ? dayOf(year, first, second) : null
}

/**
 * Finds the days in a text, whichever of day and month comes first. A day such as 03/04/2025, which
 * has two meanings, is left out.
 * @returns the days in the order of the text
 */
export const daysIn = (text: string): WrittenDay[] => {
  const found: (WrittenDay | null)[] = []
  const add = (match: RegExpMatchArray, day: string | null): void => {
    const start = match.index ?? 0
    found.push(day === null ? null : { day, start, end: start + match[0].length })
  }
  for (const match of text.matchAll(MONTH_FIRST))
    add(match, dayOf(Number(match[3]), monthOf(match[1] ?? ''), Number(match[2])))
  for (const match of text.matchAll(DAY_FIRST))
    add(match, dayOf(Number(match[3]), monthOf(match[2] ?? ''), Number(match[1])))
  for (const match of text.matchAll(ISO))
    add(match, dayOf(Number(match[1]), Number(match[2]), Number(match[3])))
  for (const match of text.matchAll(NUMERIC))
    add(match, numericDay(Number(match[1]), match[2] ?? '', Number(match[3]), Number(match[4])))
  const days = found.filter((day) => day !== null).toSorted((a, b) => a.start - b.start)
  return days.filter((day, at) => at === 0 || day.start >= (days[at - 1]?.end ?? 0))
}

const monthsBefore = (day: string, months: number): string | null => {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  const start = new Date(
    Date.UTC(next.getUTCFullYear(), next.getUTCMonth() - months, next.getUTCDate()),
  )
  return dayOf(start.getUTCFullYear(), start.getUTCMonth() + 1, start.getUTCDate())
}

const lastOfMonth = (year: number, month: number): string | null =>
  dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate())

/** "the year ended 31 March 2025", "April 1 to September 30, 2025": the first day is not written out. */
const periodBefore = (text: string, last: WrittenDay): WrittenPeriod | null => {
  const before = text.slice(Math.max(0, last.start - 70), last.start)
  const partial = PARTIAL.exec(before)
  if (partial) {
    const isBetween = /\bbetween\s*$/i.test(before.slice(0, partial.index))
    if (/and/i.test(partial[5] ?? '') && !isBetween) return null
    const month = monthOf(partial[1] ?? partial[4] ?? '')
    const start = dayOf(Number(last.day.slice(0, 4)), month, Number(partial[2] ?? partial[3]))
    const from = last.start - before.length + partial.index
    return start && start < last.day
      ? { value: { start, end: last.day }, start: from, end: last.end }
      : null
  }
  const span = SPAN_BEFORE.exec(before)
  if (!span) return null
  const word = span[2]?.toLowerCase() ?? ''
  const months = span[1] ? 12 : COUNTS.includes(word) ? COUNTS.indexOf(word) + 3 : Number(word)
  const start = monthsBefore(last.day, months)
  const from = last.start - before.length + span.index
  return start === null ? null : { value: { start, end: last.day }, start: from, end: last.end }
}

/** @returns the periods in a text, in its order */
export const periodsIn = (text: string): WrittenPeriod[] => {
  const days = daysIn(text)
  const periods: WrittenPeriod[] = []
  for (const [at, last] of days.entries()) {
    const first = days[at - 1]
    const between = first ? text.slice(first.end, last.start) : ''
    const isSpan =
      first !== undefined &&
      (TO.test(between) ||
        (AND.test(between) && /\bbetween\s*$/i.test(text.slice(0, first.start).slice(-12))))
    if (first && isSpan && first.day < last.day)
      periods.push({
        value: { start: first.day, end: last.day },
        start: first.start,
        end: last.end,
      })
    else {
      const period = periodBefore(text, last)
      if (period) periods.push(period)
    }
  }
  for (const match of text.matchAll(MONTH_SPAN)) {
    const start = dayOf(Number(match[2]), monthOf(match[1] ?? ''), 1)
    const end = lastOfMonth(Number(match[4]), monthOf(match[3] ?? ''))
    const from = match.index
    if (start && end && start < end)
      periods.push({ value: { start, end }, start: from, end: from + match[0].length })
  }
  return periods
}
