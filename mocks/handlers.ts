import { type HttpHandler, HttpResponse, http } from 'msw/http'
import { breachOf } from './conforms.ts'
import { emptied, unknownValues } from './mangle.ts'
import { type Call, OPERATIONS, type Operation } from './operations.ts'
import { FAILURE_MESSAGES, failureOf, type ScenarioName, type ScenarioState } from './scenarios.ts'
import { errorBody, malformed, ServiceError } from './service/errors.ts'
import { createService } from './service/service.ts'
import type { Store } from './service/store.ts'

/** What the handlers answer from. */
export interface HandlersOptions {
  store: () => Store
  /** The big data of the scenario `many`, which replaces the store. */
  many: () => Store
  scenario: ScenarioState
  /** Whether the seed holds words that the contract does not know, so that answers may. */
  unknownValues: boolean
  /** Whether requests must carry a key, as those of a gateway do and those of a page don't. */
  requireKey: boolean
}

const SLOW_MS = 2_000
/** The farthest that a clock in the world is ahead of UTC: the reader's "today" may be there. */
const FARTHEST_AHEAD_MS = 14 * 3_600_000
const SIGN_IN_PAGE = '<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const refuse = (status: number, message: string, operationId: string): Response =>
  HttpResponse.json(errorBody(status, message, operationId), {
    status,
    ...((status === 429 || status === 503) && { headers: { 'Retry-After': '1' } }),
  })

/** What a scenario answers before the service is asked at all. */
const interception = (names: ReadonlySet<ScenarioName>, id: string): Response | undefined => {
  if (names.has('offline') || names.has('drop')) return HttpResponse.error()
  const status = failureOf(names)
  if (status !== undefined) return refuse(status, FAILURE_MESSAGES[status], id)
  if (names.has('html')) return HttpResponse.html(SIGN_IN_PAGE)
  if (names.has('nonsense')) return HttpResponse.json(['nonsense', { answer: 42 }, null])
  return undefined
}

const bodyOf = async (request: Request): Promise<unknown> => {
  const text = await request.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('The body is not valid JSON.')
  }
}

const callOf = async (request: Request, parameters: Call['parameters']): Promise<Call> => ({
  parameters,
  search: new URL(request.url).searchParams,
  body: request.method === 'GET' ? undefined : await bodyOf(request),
  today: new Date(Date.now() + FARTHEST_AHEAD_MS).toISOString().slice(0, 10),
})

/** Answers an operation as the contract says, or says why not. */
const answer = async (
  operation: Operation,
  request: Request,
  parameters: Call['parameters'],
  names: ReadonlySet<ScenarioName>,
  options: HandlersOptions,
): Promise<Response> => {
  try {
    if (options.requireKey && !/^Bearer \S+$/.test(request.headers.get('authorization') ?? ''))
      throw new ServiceError(401, 'Unauthorized')
    const call = await callOf(request, parameters)
    const service = createService(names.has('many') ? options.many() : options.store(), {
      dialect: names.has('dialect-2025') ? '2025' : '2026',
    })
    let body = operation.answer(service, call)
    const breach = breachOf(operation.contract, body, options.unknownValues)
    if (breach !== undefined) {
      // oxlint-disable-next-line no-console -- a bug of the demo, which tests must hear of
      console.error(`The demo service broke the contract of ${operation.id}: ${breach}`)
      return refuse(500, `The demo service broke its contract: ${breach}`, operation.id)
    }
    if (names.has('drop-after')) return HttpResponse.error()
    if (names.has('empty')) body = emptied(body)
    if (names.has('unknown-values')) body = unknownValues(body)
    return HttpResponse.json(body as never, { status: operation.status })
  } catch (error) {
    if (error instanceof ServiceError) return refuse(error.status, error.message, operation.id)
    // oxlint-disable-next-line no-console -- a bug of the demo, which tests must hear of
    console.error(`The demo service failed in ${operation.id}:`, error)
    return refuse(500, 'Internal server error', operation.id)
  }
}

/**
 * The service as MSW handlers, for a page and for Node. Paths match with anything before `/v2`, so
 * that a page's `/api/v2` and a server's `/v2` are both heard.
 */
export const createHandlers = (options: HandlersOptions): HttpHandler[] => [
  ...OPERATIONS.map((operation) =>
    http[operation.method](`*/v2${operation.path}`, async ({ request, params }) => {
      const names = options.scenario.take(operation.id)
      if (names.has('slow')) await pause(SLOW_MS)
      return interception(names, operation.id) ?? answer(operation, request, params, names, options)
    }),
  ),
  http.all('*/v2/*', ({ request }) =>
    refuse(404, `Cannot ${request.method} ${new URL(request.url).pathname}`, ''),
  ),
]
