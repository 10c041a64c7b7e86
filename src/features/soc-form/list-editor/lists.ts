import type { SocItem, SocList } from '../../../domain/soc/form-fields.ts'

/** A new item without content. */
export const blankItem = ({ texts, hasInPlace }: SocList): SocItem => ({
  ...Object.fromEntries(Object.keys(texts).map((name) => [name, ''])),
  ...(hasInPlace && { inPlace: false }),
})

/** "1 finding", "25 findings". */
export const counted = ({ noun, plural }: SocList, count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`

/** "Finding 3": the name of an item, as the start of a sentence. */
export const itemName = ({ noun }: SocList, index: number): string =>
  `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${index + 1}`

/** Whether an item is blank. An answer without its control's text counts as blank. */
export const isBlankItem = (item: SocItem): boolean =>
  Object.values(item).every((value) => typeof value !== 'string' || value.trim() === '')
