import { ITEM_FIELDS, type SocItem, type SocListId } from '../soc/form-fields.ts'

/**
 * Tells whether two texts are the same words. A service may trim and normalize a text and change
 * its line ends. Without this, the changed text would be sent again.
 */

/** Most texts are plain and stay as they are. This test is cheaper than normalizing them. */
// Stryker disable next-line Regex: a text that is not found plain has the same gist, found more slowly.
const IS_PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** A text without the differences in white space and accents that a service may introduce. */
export const gistOf = (text: string): string =>
  IS_PLAIN.test(text) ? text : text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** Whether two values are the same words. */
export const isAlike = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string'
    ? gistOf(one) === gistOf(other)
    : JSON.stringify(one) === JSON.stringify(other)

/** The texts of an item, joined. */
export const wordsOf = (list: SocListId, item: SocItem): string =>
  ITEM_FIELDS[list]
    .map((name) => item[name])
    .filter((value) => typeof value === 'string')
    .join(' ')

/** The different words of an item, in lower case; none if there is no item. */
export const wordSet = (list: SocListId, item: SocItem | undefined): ReadonlySet<string> =>
  new Set(item === undefined ? [] : gistOf(wordsOf(list, item)).toLowerCase().split(' '))

/** Separates the fields in a key; no text contains it. */
const SEPARATOR = '\u0000'

/** A key from an item's words: items with equal keys are the same words. */
export const keyOf = (list: SocListId, item: SocItem): string =>
  ITEM_FIELDS[list].map((name) => gistOf(String(item[name]))).join(SEPARATOR)

/** Whether two items are exactly equal in the fields that the app knows. */
export const isSameItem = (list: SocListId, one: SocItem, other: SocItem): boolean =>
  ITEM_FIELDS[list].every((name) => one[name] === other[name])
