import { visibleText } from '../lib/text.ts'
import { LIMITS, type ReviewType } from './contract/enums.ts'
import { REVIEW_TYPE_LABELS } from './contract/labels.ts'
import { moveYears } from './title-years.ts'

/** Cuts a text to the title's limit without splitting a surrogate pair. */
const cut = (text: string): string => text.slice(0, LIMITS.title).replace(/[\uD800-\uDBFF]$/, '')

/** How many years after the last review this year's review is: at least one. */
const yearsSince = (requestedAt: string, year: number): number => {
  const years = year - new Date(requestedAt).getFullYear()
  return years > 1 ? years : 1
}

/**
 * Proposes the title of a vendor's next review: the last title with its years moved on, or with the
 * year added if no year of it moves. Without a last review: type, vendor and year.
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
