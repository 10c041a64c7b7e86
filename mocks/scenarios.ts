/**
 * Failures and special data, asked for by name in the address (`?scenario=error-500*1`), so that
 * demo, tests and development see the same ones.
 *
 * A scenario is a comma-separated list of terms `name[@operationId][*count]`: `@` limits a term to
 * one operation, `*` to its first requests.
 */

const FAILURES = [400, 401, 402, 403, 404, 412, 413, 415, 422, 429, 500, 502, 503] as const
export type FailureStatus = (typeof FAILURES)[number]

/** The scenarios, with a title for a menu. */
export const SCENARIOS = [
  { name: 'slow', title: 'Every answer takes two seconds' },
  { name: 'offline', title: 'No network' },
  { name: 'drop', title: 'The connection drops before the service acts' },
  { name: 'drop-after', title: 'The connection drops after the service acted' },
  { name: 'error-400', title: 'Malformed request (400)' },
  { name: 'error-401', title: 'Bad key (401)' },
  { name: 'error-402', title: 'Not paid for (402)' },
  { name: 'error-403', title: 'Permission missing (403)' },
  { name: 'error-404', title: 'Not found (404)' },
  { name: 'error-412', title: 'Terms not accepted (412)' },
  { name: 'error-413', title: 'Too large (413)' },
  { name: 'error-415', title: 'Content type not taken (415)' },
  { name: 'error-422', title: 'Not available in this state (422)' },
  { name: 'error-429', title: 'Throttled (429)' },
  { name: 'error-500', title: 'Server error (500)' },
  { name: 'error-502', title: 'Bad gateway (502)' },
  { name: 'error-503', title: 'Service unavailable (503)' },
  { name: 'html', title: 'A sign-in page instead of data' },
  { name: 'nonsense', title: 'Data without any known shape' },
  { name: 'empty', title: 'Nothing there yet' },
  { name: 'unknown-values', title: 'Newer and odd values' },
  { name: 'many', title: '400 vendors, one with 10,000 reviews' },
  { name: 'refuse-blanks', title: 'Items without words are refused' },
  { name: 'hostile', title: 'Texts that try to break the page' },
  { name: 'dialect-2025', title: 'The API of 2025' },
  { name: 'read-only', title: 'A gateway that forwards nothing that makes a change' },
  { name: 'version-1', title: 'Reviews are created by version 1 of the API' },
] as const satisfies readonly { name: string; title: string }[]
export type ScenarioName = (typeof SCENARIOS)[number]['name']

/** One term of a scenario. */
export interface ScenarioTerm {
  name: ScenarioName
  /** The one operation it is limited to; null for all. */
  operationId: string | null
  /** How many matching requests it touches; null for all. */
  count: number | null
  /** As it was written, which is what its requests are counted by. */
  text: string
}

const TERM = /^([a-z0-9-]+)(?:@([A-Za-z0-9]+))?(?:\*(\d+))?$/

/** Reads a scenario. Terms that are malformed or have an unknown name are left out. */
export const parseScenario = (text: string | null | undefined): ScenarioTerm[] =>
  (text ?? '').split(',').flatMap((part) => {
    const written = part.trim()
    const [, word, operationId, count] = TERM.exec(written) ?? []
    const name = SCENARIOS.find((scenario) => scenario.name === word)?.name
    return name === undefined
      ? []
      : [
          {
            name,
            operationId: operationId ?? null,
            count: count === undefined ? null : Number(count),
            text: written,
          },
        ]
  })

/** The scenario of a running service. */
export interface ScenarioState {
  /** The names that apply to a request, which is counted against the terms that end. */
  take(operationId: string): ReadonlySet<ScenarioName>
  /** Starts counting anew. */
  restart(): void
}

/**
 * @param read the scenario's text at the moment; it may change between requests
 */
export const scenarioState = (read: () => string | null): ScenarioState => {
  const used = new Map<string, number>()
  return {
    take: (operationId) => {
      const names = parseScenario(read()).flatMap((term) => {
        if (term.operationId !== null && term.operationId !== operationId) return []
        const before = used.get(term.text) ?? 0
        if (term.count !== null && before >= term.count) return []
        used.set(term.text, before + 1)
        return [term.name]
      })
      return new Set(names)
    },
    restart: () => {
      used.clear()
    },
  }
}

/** The status that a set of scenarios asks for, if it asks for a failure. */
export const failureOf = (names: ReadonlySet<ScenarioName>): FailureStatus | undefined =>
  FAILURES.find((status) => names.has(`error-${status}`))

/** Sentences for the failures, in the words of a service. */
export const FAILURE_MESSAGES: Readonly<Record<FailureStatus, string>> = {
  400: 'The request is malformed.',
  401: 'Unauthorized',
  402: 'This feature is not part of your plan.',
  403: 'The API key lacks the permission for this operation.',
  404: 'Not found.',
  412: 'The terms have not been accepted.',
  413: 'The file is too large.',
  415: 'Unsupported Media Type',
  422: 'This is not available in the current state.',
  429: 'Too many requests.',
  500: 'Internal server error',
  502: 'Bad gateway',
  503: 'Service unavailable',
}
