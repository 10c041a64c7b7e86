import { formatDay } from '../../lib/dates.ts'
import { labelOf } from '../contract/labels.ts'
import { SOC_FORM } from '../soc/fields.ts'
import {
  fieldAt,
  LIST_OF,
  type SocField,
  type SocItem,
  type SocListId,
} from '../soc/form-fields.ts'
import { type Path, personOf, TITLE, type Value } from './values.ts'

/** Values as text, for display outside their fields. */

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** An item as one line: its texts, and whether it is in place. */
export const itemText = (list: SocListId, item: SocItem): string => {
  const { texts, hasInPlace } = LIST_OF[list]
  const line = Object.keys(texts)
    .map((name) => item[name])
    .filter(isText)
    .join(', ')
  return hasInPlace ? `${line} (${item.inPlace ? 'in place' : 'not in place'})` : line
}

/** A range as text; either day may be missing. */
const daysText = ({ start, end }: { start?: string | null; end?: string | null }): string =>
  start || end ? [start, end].map((day) => (day ? formatDay(day) : '…')).join(' – ') : ''

const plainText = (value: Value): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A field's value as text; empty if it has none. */
export const textOf = (field: SocField, value: Value): string => {
  if (field.kind === 'list')
    return (value as readonly SocItem[]).map((item) => itemText(field.name, item)).join('\n')
  if (value === null || value === undefined || value === '') return ''
  switch (field.kind) {
    case 'person':
      return typeof value === 'string' ? value : (personOf(value).name ?? '')
    case 'day':
      return formatDay(value as string)
    case 'range':
      return daysText(value)
    case 'choice':
      return labelOf(field.labels, value as string)
    case 'set':
      return (value as readonly string[]).map((entry) => labelOf(field.labels, entry)).join(', ')
    case 'yes-no':
      return value === true ? 'Yes' : 'No'
    default:
      return plainText(value)
  }
}

/** The value at a path as text. Paths that the app does not know are shown as well as possible. */
export const valueText = (path: Path, value: Value): string => {
  const field = fieldAt(path)
  return field ? textOf(field, value) : plainText(value)
}

/** What the screen calls a path: its label, with the section's title if that says more. */
export const pathLabel = (path: Path): string => {
  if (path === TITLE) return 'Title'
  const field = fieldAt(path)
  if (!field) return path
  const { title } = SOC_FORM[field.section]
  return field.label === title || field.kind === 'list' ? field.label : `${title}: ${field.label}`
}
