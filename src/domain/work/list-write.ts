import { type SocItem, type SocListId } from '../soc/form-fields.ts'
import { isSameItem, keyOf } from './words.ts'

/** How to write a list that the service can only append to or clear. */

const startsWith = (
  list: SocListId,
  items: readonly SocItem[],
  start: readonly SocItem[],
): boolean =>
  // Stryker disable next-line EqualityOperator: lists of one length that are the same are not written.
  start.length <= items.length &&
  start.every((item, index) => isSameItem(list, item, items[index] as SocItem))

/** What turns the service's list into the wanted one: a clear, or the items to append. */
export const writeOf = (
  list: SocListId,
  now: readonly SocItem[],
  wanted: readonly SocItem[],
): 'clear' | readonly SocItem[] =>
  startsWith(list, wanted, now) ? wanted.slice(now.length) : 'clear'

/** The wanted items in an order that needs no clear: those that the service has, then the rest. */
export const behindOthers = (
  list: SocListId,
  wanted: readonly SocItem[],
  others: readonly SocItem[],
): readonly SocItem[] => {
  const there = new Map<string, number>()
  for (const item of others) {
    const key = keyOf(list, item)
    there.set(key, (there.get(key) ?? 0) + 1)
  }
  const rest = wanted.filter((item) => {
    const key = keyOf(list, item)
    const count = there.get(key) ?? 0
    if (count > 0) there.set(key, count - 1)
    return count === 0
  })
  return rest.length + others.length === wanted.length ? [...others, ...rest] : wanted
}
