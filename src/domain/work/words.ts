import { ITEM_FIELDS, type SocItem, type SocListId } from '../soc/form-fields.ts'

/**
 * When two texts are the same words. A service may trim a text, normalize it and end its lines in
 * another way: what was sent is then shown in other letters, and would be sent again.
 */

/** Most texts are their own gist, and this test is cheaper than making one. */
// Stryker disable next-line Regex: a text that is not found plain has the same gist, found more slowly.
const IS_PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** What a text says, whatever a service may do to the space and the accents in it. */
export const gistOf = (text: string): string =>
  IS_PLAIN.test(text) ? text : text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** Whether two values are the same words. */
export const isAlike = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string'
    ? gistOf(one) === gistOf(other)
    : JSON.stringify(one) === JSON.stringify(other)

/** The texts of an item, one after the other. */
export const wordsOf = (list: SocListId, item: SocItem): string =>
  ITEM_FIELDS[list]
    .map((name) => item[name])
    .filter((value) => typeof value === 'string')
    .join(' ')

/** Stands between the fields of a key: no text holds it. */
const BETWEEN = '\u0000'

/** Names an item by what it says: items of one key are the same words. */
export const keyOf = (list: SocListId, item: SocItem): string =>
  ITEM_FIELDS[list].map((name) => gistOf(String(item[name]))).join(BETWEEN)

/** Whether two items say exactly the same, as far as the app knows their fields. */
export const isSameItem = (list: SocListId, one: SocItem, other: SocItem): boolean =>
  ITEM_FIELDS[list].every((name) => one[name] === other[name])
