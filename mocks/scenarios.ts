/**
 * Failures and special data, asked for by name in the address (`?scenario=error-500*1`). The demo,
 * the tests and development use the same ones.
 *
 * A scenario is a comma-separated list of terms `name[@operationId][~after][*count]`: `@` limits a
 * term to one operation, `~` lets that many requests pass first, `*` limits it to that many.
 */

/** The failures by status: a title for the menu, and the message of the service. */
const FAILURES = {
  400: ['Malformed request', 'The request is malformed.'],
  401: ['Bad key', 'Unauthorized'],
  402: ['Not paid for', 'This feature is not part of your plan.'],
  403: ['Permission missing', 'The API key lacks the permission for this operation.'],
  404: ['Not found', 'Not found.'],
  412: ['Terms not accepted', 'The terms have not been accepted.'],
  413: ['Too large', 'The file is too large.'],
  415: ['Content type not taken', 'Unsupported Media Type'],
  422: ['Not available in this state', 'This is not available in the current state.'],
  429: ['Throttled', 'Too many requests.'],
  500: ['Server error', 'Internal server error'],
  502: ['Bad gateway', 'Bad gateway'],
  503: ['Service unavailable', 'Service unavailable'],
} as const satisfies Record<number, [title: string, message: string]>
type FailureStatus = keyof typeof FAILURES
const FAILURE_STATUSES = Object.keys(FAILURES).map(Number) as FailureStatus[]

interface Scenario<Name extends string> {
  name: Name
  /** Shown in the menu. */
  title: string
}

const CONNECTIONS = [
  { name: 'slow', title: 'Every answer takes two seconds' },
  { name: 'offline', title: 'No network' },
  { name: 'drop', title: 'The connection drops before the service acts' },
  { name: 'drop-after', title: 'The connection drops after the service acted' },
] as const
const OTHERS = [
  { name: 'messages', title: 'Malformed request with several messages (400)' },
  { name: 'signed-out', title: 'The session has ended' },
  { name: 'firewall', title: 'A firewall’s page (403)' },
  { name: 'too-large-page', title: 'A proxy’s page: too large (413)' },
  { name: 'down-page', title: 'A proxy’s page: out of order (503)' },
  { name: 'html', title: 'A sign-in page instead of data' },
  { name: 'nonsense', title: 'Data without any known shape' },
  { name: 'empty', title: 'Nothing there yet' },
  { name: 'unknown-values', title: 'Newer and odd values' },
  { name: 'many', title: '400 vendors, one with 10,000 reviews' },
  { name: 'rename-files', title: 'Files are listed under other names' },
  { name: 'refuse-blanks', title: 'Items without words are refused' },
  { name: 'hostile', title: 'Texts that try to break the page' },
  { name: 'dialect-2025', title: 'The API of 2025' },
  { name: 'read-only', title: 'A gateway that forwards nothing that makes a change' },
  { name: 'role-read', title: 'Signed in: may read only' },
  { name: 'role-edit', title: 'Signed in: may change everything, but not decide' },
  { name: 'role-decide', title: 'Signed in: may decide' },
  { name: 'stale-sign-in', title: 'A decision needs a newer sign-in' },
  { name: 'version-1', title: 'Reviews are created by version 1 of the API' },
] as const

export type ScenarioName =
  | (typeof CONNECTIONS | typeof OTHERS)[number]['name']
  | `error-${FailureStatus}`

/** The scenarios, in the order of the menu. */
export const SCENARIOS: readonly Scenario<ScenarioName>[] = [
  ...CONNECTIONS,
  ...FAILURE_STATUSES.map((status) => ({
    name: `error-${status}` as const,
    title: `${FAILURES[status][0]} (${status})`,
  })),
  ...OTHERS,
]

/** One term of a scenario. */
export interface ScenarioTerm {
  name: ScenarioName
  /** The only operation that it affects; null for all. */
  operationId: string | null
  /** How many matching requests it lets pass first. */
  after: number
  /** How many matching requests it affects then; null for all. */
  count: number | null
  /** The term as it was written. Requests are counted by it. */
  text: string
}

const TERM = /^([a-z0-9-]+)(?:@([A-Za-z0-9]+))?(?:~(\d+))?(?:\*(\d+))?$/

/** Reads a scenario. Terms that are malformed or have an unknown name are left out. */
export const parseScenario = (text: string | null | undefined): ScenarioTerm[] =>
  (text ?? '').split(',').flatMap((part) => {
    const written = part.trim()
    const [, word, operationId, after = 0, count] = TERM.exec(written) ?? []
    const name = SCENARIOS.find((scenario) => scenario.name === word)?.name
    return name === undefined
      ? []
      : [
          {
            name,
            operationId: operationId ?? null,
            after: Number(after),
            count: count === undefined ? null : Number(count),
            text: written,
          },
        ]
  })

/** The scenario of a running service. */
export interface ScenarioState {
  /** The names that apply to a request. Counts the request against its terms. */
  take(operationId: string): ReadonlySet<ScenarioName>
  /** Starts counting anew. */
  restart(): void
}

/** @param read returns the scenario's text at the moment, which may change between requests */
export const scenarioState = (read: () => string | null): ScenarioState => {
  const used = new Map<string, number>()
  return {
    take: (operationId) => {
      const names = parseScenario(read()).flatMap((term) => {
        if (term.operationId !== null && term.operationId !== operationId) return []
        const before = used.get(term.text) ?? 0
        used.set(term.text, before + 1)
        const isOver = term.count !== null && before >= term.after + term.count
        return before < term.after || isOver ? [] : [term.name]
      })
      return new Set(names)
    },
    restart: () => {
      used.clear()
    },
  }
}

/**
 * The status and message of the failure that scenarios ask for; undefined where they ask for none.
 */
export const failureOf = (
  names: ReadonlySet<ScenarioName>,
): [status: FailureStatus, message: string] | undefined => {
  const status = FAILURE_STATUSES.find((failure) => names.has(`error-${failure}`))
  return status && [status, FAILURES[status][1]]
}
