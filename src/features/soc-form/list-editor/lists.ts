import { LIMITS } from '../../../domain/contract/values.ts'
import type { SocItem, SocListId } from '../../../domain/soc/edit.ts'

/** How one of the lists is edited: where the form holds it, its words, and its items' texts. */
export interface ListKind {
  name:
    | 'form.findings.findings'
    | 'form.endUserControls.userControls'
    | 'form.servicesAndLocations.services'
    | 'form.servicesAndLocations.locations'
  noun: string
  plural: string
  texts: readonly { key: string; label: string; limit: number }[]
  /** Each text is one line, short enough to stand beside another. */
  isSingleLine: boolean
  hasInPlace: boolean
  blank: SocItem
}

export const LIST_KINDS: Record<SocListId, ListKind> = {
  findings: {
    name: 'form.findings.findings',
    noun: 'finding',
    plural: 'findings',
    texts: [{ key: 'description', label: 'Finding', limit: LIMITS.longText }],
    isSingleLine: false,
    hasInPlace: false,
    blank: { description: '' },
  },
  userControls: {
    name: 'form.endUserControls.userControls',
    noun: 'user control',
    plural: 'user controls',
    texts: [{ key: 'description', label: 'User control', limit: LIMITS.longText }],
    isSingleLine: false,
    hasInPlace: true,
    blank: { description: '', inPlace: false },
  },
  services: {
    name: 'form.servicesAndLocations.services',
    noun: 'service',
    plural: 'services',
    texts: [{ key: 'name', label: 'Service', limit: LIMITS.longText }],
    isSingleLine: true,
    hasInPlace: false,
    blank: { name: '' },
  },
  locations: {
    name: 'form.servicesAndLocations.locations',
    noun: 'location',
    plural: 'locations',
    texts: [
      { key: 'city', label: 'City', limit: LIMITS.shortText },
      { key: 'stateOrCountry', label: 'State or country', limit: LIMITS.shortText },
    ],
    isSingleLine: true,
    hasInPlace: false,
    blank: { city: '', stateOrCountry: '' },
  },
}

/** "1 finding", "25 findings". */
export const counted = ({ noun, plural }: ListKind, count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`

/** "Finding 3": an item's name at the beginning of a sentence. */
export const itemName = ({ noun }: ListKind, index: number): string =>
  `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${index + 1}`

/** Whether an item says nothing; an answer without its control says nothing either. */
export const isBlankItem = (item: SocItem): boolean =>
  Object.values(item).every((value) => typeof value !== 'string' || value.trim() === '')
