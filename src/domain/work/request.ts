import { type SocFormSaveRequest, sentName } from '../contract/soc-form-request.ts'
import { isBlank } from '../soc/field-kinds.ts'
import {
  fieldAt,
  ITEM_FIELDS,
  knownItem,
  SOC_LISTS,
  type SocField,
  type SocItem,
} from '../soc/form-fields.ts'
import type { Plan } from './reconcile.ts'
import { personOf, TITLE, type Value } from './values.ts'

/** A value in the format of a request: null clears a field (contract, point 1). */
export const asSent = (field: SocField, value: Value): unknown => {
  switch (field.kind) {
    case 'person':
      return personOf(value).userId ?? null
    case 'range': {
      const { start, end } = value as { start: string | null; end: string | null }
      return start || end ? { start, end } : null
    }
    case 'set':
      return isBlank(value) ? null : value
    default:
      return value
  }
}

/** The parts of a review that a PUT can write. */
export interface UpdateBody {
  title?: string
  socForm?: SocFormSaveRequest
}

/** The body of the PUT for a plan. */
export const requestOf = ({ to, clears, adds }: Plan): UpdateBody => {
  const form: Record<string, Record<string, unknown>> = {}
  for (const [path, value] of Object.entries(to)) {
    const field = fieldAt(path)
    if (field === undefined) continue
    const sent = clears.includes(path) ? [] : (adds[path] ?? asSent(field, value))
    form[field.section] = { ...form[field.section], [sentName(field)]: sent }
  }
  return {
    ...(TITLE in to && { title: to[TITLE] as string }),
    ...(Object.keys(form).length > 0 && { socForm: form }),
  }
}

/**
 * The same body without fields of items that the app does not know. We send those back as they
 * came, but a service may refuse what it sent itself.
 * @returns undefined if there are none
 */
export const withoutUnknownFields = (body: UpdateBody): UpdateBody | undefined => {
  let hasUnknown = false
  const form: Record<string, Record<string, unknown>> = structuredClone(body.socForm ?? {})
  for (const { section, name } of SOC_LISTS) {
    const items = form[section]?.[name] as SocItem[] | undefined
    if (!items) continue
    hasUnknown ||= items.some((item) =>
      Object.keys(item).some((key) => !ITEM_FIELDS[name].includes(key)),
    )
    form[section] = { ...form[section], [name]: items.map((item) => knownItem(name, item)) }
  }
  return hasUnknown ? { ...body, socForm: form } : undefined
}
