import { reviewUpdateRequest } from '../contract/requests.ts'
import type { Plan } from './reconcile.ts'
import { requestOf, withoutUnknownFields } from './request.ts'
import { listAt, type Path, type Value, type Values } from './values.ts'

/**
 * What the service would refuse is held back before anything is sent: a refusal after a list was
 * cleared would leave the list empty.
 */

const CRITERIA: Path = 'complianceScope.trustServiceCriteria'

/** A set without the values that the service itself has sent: one newer than the app is no error. */
const withoutGiven = (value: Value, given: Value): Value =>
  Array.isArray(value) && Array.isArray(given)
    ? value.filter((entry) => !given.includes(entry))
    : value

/**
 * Whether the service would take a value, as far as the contract says (points 2, 3 and 7).
 * @param given what the service holds, of which nothing is complained about
 * @param today the calendar day beyond which a report cannot have been issued
 */
export const maySend = (path: Path, value: Value, given: Values, today: string): boolean => {
  const checked = path === CRITERIA ? withoutGiven(value, given[path]) : value
  const isList = listAt(path) !== undefined
  const plan: Plan = {
    from: {},
    to: { [path]: checked },
    // Stryker disable next-line ArrayDeclaration: only the path itself is looked for in it.
    clears: [],
    adds: isList ? { [path]: checked as Plan['adds'][Path] } : {},
  }
  const body = requestOf(plan)
  return reviewUpdateRequest(today).safeParse(withoutUnknownFields(body) ?? body).success
}
