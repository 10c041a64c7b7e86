import type { SocItem, SocList } from '../../../domain/soc/form-fields.ts'

/** An item that was just added. */
export const blankItem = ({ texts, hasInPlace }: SocList): SocItem => ({
  ...Object.fromEntries(Object.keys(texts).map((name) => [name, ''])),
  ...(hasInPlace && { inPlace: false }),
})

/** "1 finding", "25 findings". */
export const counted = ({ noun, plural }: SocList, count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`

/** "Finding 3": an item's name at the beginning of a sentence. */
export const itemName = ({ noun }: SocList, index: number): string =>
  `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${index + 1}`

/** Whether an item says nothing; an answer without its control says nothing either. */
export const isBlankItem = (item: SocItem): boolean =>
  Object.values(item).every((value) => typeof value !== 'string' || value.trim() === '')
