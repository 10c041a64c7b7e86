import { visibleText } from '../lib/text.ts'
import { LIMITS, type ReviewType } from './contract/enums.ts'
import { REVIEW_TYPE_LABELS } from './contract/labels.ts'

/**
 * A year, alone or with the following one in short ("2024", "2024/25"). It must not be part of a
 * longer number, or follow a colon, where it is the edition of a standard, as in ISO 27001:2022.
 */
const YEAR = /(?<!\d:?)((?:19|20)\d\d)(?:([/–-])(\d\d))?(?!\d)/g

/** The title with all its years moved by the same number of years. */
const moveYears = (title: string, by: number): string =>
  title.replaceAll(YEAR, (_, digits: string, dash: string | undefined, short: string) => {
    const year = Number(digits)
    if (dash === undefined) return String(year + by)
    const isRange = Number(short) === (year + 1) % 100
    const next = String((year + by + 1) % 100).padStart(2, '0')
    return `${year + by}${dash}${isRange ? next : short}`
  })

/** Cuts a text to the title's limit without splitting a surrogate pair. */
const cut = (text: string): string => text.slice(0, LIMITS.title).replace(/[\uD800-\uDBFF]$/, '')

/** How many years after the last review this year's review is: at least one. */
const yearsSince = (requestedAt: string, year: number): number => {
  const years = year - new Date(requestedAt).getFullYear()
  return years > 1 ? years : 1
}

/**
 * Proposes the title of a vendor's next review: the last title with its years moved on, or with the
 * year added if it has none. Without a last review: type, vendor and year.
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
