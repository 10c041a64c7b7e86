/** What a request changes, for the audit log: names and counts, and no text of a review. */
export interface Changes {
  set: string[]
  cleared: string[]
  /** The number of items by the name of their list. */
  added: Record<string, number>
  /** Names that are left out, because they are too many or no names. */
  others: number
}

/** The lists that the service adds to, and that an empty list clears (contract, point 1). */
const ADDED_TO = new Set([
  'socForm.findings.findings',
  'socForm.endUserControls.userControls',
  'socForm.servicesAndLocations.services',
  'socForm.servicesAndLocations.locations',
])

/** The form has fewer fields. A request can hold anything. */
const MOST_NAMES = 200
const NAME = /^\w{1,64}$/

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values of a body by their path. The form's are two levels below its name. */
const valuesIn = (body: Record<string, unknown>): [string[], unknown][] =>
  Object.entries(body).flatMap(([name, value]): [string[], unknown][] => {
    if (name !== 'socForm' || !isObject(value)) return [[[name], value]]
    return Object.entries(value).flatMap(([section, fields]): [string[], unknown][] =>
      isObject(fields)
        ? Object.entries(fields).map(([field, given]) => [[name, section, field], given])
        : [[[name, section], fields]],
    )
  })

/**
 * Says what a request changes.
 * @param body as it was parsed from JSON
 */
export const changesIn = (body: unknown): Changes => {
  const changes: Changes = { set: [], cleared: [], added: {}, others: 0 }
  if (!isObject(body)) return changes
  let names = 0
  for (const [path, value] of valuesIn(body)) {
    const name = path.join('.')
    names += 1
    if (names > MOST_NAMES || !path.every((part) => NAME.test(part))) changes.others += 1
    else if (value === null) changes.cleared.push(name)
    else if (!ADDED_TO.has(name) || !Array.isArray(value)) changes.set.push(name)
    else if (value.length === 0) changes.cleared.push(name)
    else changes.added[name] = value.length
  }
  return changes
}
