import { reviewUpdateRequest } from '../contract/requests.ts'
import { fieldRequest } from '../contract/soc-form-request.ts'
import { fieldAt, knownItem, type SocField, type SocItem } from '../soc/form-fields.ts'
import { asSent } from './request.ts'
import { listAt, type Path, TITLE, type Value, type Values } from './values.ts'

/**
 * Holds back what the service would refuse, before anything is sent. A refusal after a list was
 * cleared would leave the list empty.
 */

/** The part of a value to check. What the service sent, even if newer than the app, is fine. */
const toCheck = (field: SocField, value: Value, given: Value): unknown => {
  const list = listAt(field.path)
  if (list !== undefined) return (value as readonly SocItem[]).map((item) => knownItem(list, item))
  const isNew = (entry: unknown): boolean => !(Array.isArray(given) && given.includes(entry))
  return asSent(field, field.kind === 'set' && Array.isArray(value) ? value.filter(isNew) : value)
}

/**
 * Whether the service would accept a value, as far as the contract says (points 2, 3 and 7).
 * @param given what the service holds, which is never an error
 * @param today the calendar day after which a report cannot have been issued
 */
export const maySend = (path: Path, value: Value, given: Values, today: string): boolean => {
  const field = fieldAt(path)
  const { success } = field
    ? fieldRequest(field, today).safeParse(toCheck(field, value, given[path]))
    : reviewUpdateRequest(today).safeParse({ [TITLE]: value })
  return success
}
