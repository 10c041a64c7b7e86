import type { SocFormSaveRequest } from '../contract/requests.ts'
import { SOC_LISTS, type SocItem } from '../soc/edit.ts'
import type { Plan } from './reconcile.ts'
import { fieldOf, type Path, personOf, REVIEWER, TITLE, type Value } from './values.ts'
import { ITEM_FIELDS } from './words.ts'

/** A field as a request says it: null clears it (contract, point 1). */
const fieldAsSent = (path: Path, value: Value): [name: string, value: unknown] => {
  const { name } = fieldOf(path)
  if (path === REVIEWER) return ['reviewerUserId', personOf(value).userId ?? null]
  if (name === 'auditPeriodRange') {
    const { start, end } = value as { start: string | null; end: string | null }
    return [name, start || end ? { start, end } : null]
  }
  return [name, Array.isArray(value) && value.length === 0 ? null : value]
}

/** What of a review one PUT carries. */
export interface UpdateBody {
  title?: string
  socForm?: SocFormSaveRequest
}

/** The body of the PUT that carries a plan out. */
export const requestOf = ({ to, clears, adds }: Plan): UpdateBody => {
  const form: Record<string, Record<string, unknown>> = {}
  for (const [path, value] of Object.entries(to)) {
    if (path === TITLE) continue
    const { section, name } = fieldOf(path)
    const [key, sent] = clears.includes(path)
      ? [name, []]
      : path in adds
        ? [name, adds[path]]
        : fieldAsSent(path, value)
    form[section] = { ...form[section], [key]: sent }
  }
  return {
    ...(TITLE in to && { title: to[TITLE] as string }),
    ...(Object.keys(form).length > 0 && { socForm: form }),
  }
}

/**
 * The same body without fields of items that the app does not know: they are sent back as they came,
 * but a service may refuse what it sent itself.
 * @returns undefined where there are none
 */
export const withoutUnknownFields = (body: UpdateBody): UpdateBody | undefined => {
  let hasUnknown = false
  const form: Record<string, Record<string, unknown>> = structuredClone(body.socForm ?? {})
  for (const { section, list } of SOC_LISTS) {
    const items = form[section]?.[list] as SocItem[] | undefined
    if (!items) continue
    const known = items.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => ITEM_FIELDS[list].includes(name))),
    )
    hasUnknown ||= items.some(
      (item, index) => Object.keys(item).length > Object.keys(known[index] ?? {}).length,
    )
    form[section] = { ...form[section], [list]: known }
  }
  return hasUnknown ? { ...body, socForm: form } : undefined
}
