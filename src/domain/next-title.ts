import { visibleText } from '../lib/text.ts'
import { REVIEW_TYPE_LABELS } from './contract/labels.ts'
import { LIMITS, type ReviewType } from './contract/values.ts'

/**
 * A year by itself or with the one after it in short ("2024", "2024/25"). Digits around it make it
 * something else, and behind a colon it is the edition of a standard, as in ISO 27001:2022.
 */
const YEAR = /(?<!\d:?)((?:19|20)\d\d)(?:([/–-])(\d\d))?(?!\d)/g

/** The title with every year in it moved on by the same number of years. */
const moveYears = (title: string, by: number): string =>
  title.replaceAll(YEAR, (_, digits: string, dash: string | undefined, short: string) => {
    const year = Number(digits)
    if (dash === undefined) return String(year + by)
    const isRange = Number(short) === (year + 1) % 100
    const next = String((year + by + 1) % 100).padStart(2, '0')
    return `${year + by}${dash}${isRange ? next : short}`
  })

/** Cuts a text to the title's limit, never through a character of two halves. */
const cut = (text: string): string => text.slice(0, LIMITS.title).replace(/[\uD800-\uDBFF]$/, '')

/** By how many years the review of this year follows the last one: a year at least. */
const yearsSince = (requestedAt: string, year: number): number => {
  const years = year - new Date(requestedAt).getFullYear()
  return years > 1 ? years : 1
}

/**
 * Proposes the title of a vendor's next review: the last one's with its years moved on, or with the
 * year where it names none; else the type, the vendor and the year.
 * @param today the reader's calendar day
 */
export const nextTitle = (
  type: ReviewType,
  vendorName: string,
  last: { title: string | null; requestedAt: string } | undefined,
  today: string,
): string => {
  const year = Number(today.slice(0, 4))
  const title = visibleText(last?.title)
  if (!last || title === null) return cut(`${REVIEW_TYPE_LABELS[type]} ${vendorName} ${year}`)
  const moved = moveYears(title, yearsSince(last.requestedAt, year))
  return cut(moved === title ? `${title} ${year}` : moved)
}
