import { type HttpHandler, HttpResponse, http } from 'msw/http'
import * as z from 'zod/mini'
import {
  ANSWER_MARK,
  type AnswerMark,
  FRESH_SIGN_IN,
  REQUEST_ID,
  SIGN_IN,
} from '../src/domain/contract/gateway-headers.ts'
import { OPERATIONS, type OperationId } from '../src/domain/contract/operations.ts'
import { newId } from '../src/lib/ids.ts'
import { breachOf } from './conforms.ts'
import type { Call, MockOperation } from './define-operation.ts'
import { emptied, unknownValues } from './mangle.ts'
import { MOCK_OPERATIONS } from './operations.ts'
import { pause } from './pause.ts'
import { failureOf, type ScenarioName, type ScenarioState } from './scenarios.ts'
import { createContext, type ReviewIds, type SignedUrl } from './service/context.ts'
import { errorBody, malformed, ServiceError } from './service/errors.ts'
import type { Form } from './service/forms.ts'
import { accept } from './service/issues.ts'
import type { Store } from './service/store.ts'

type ApiVersion = 1 | 2

/** The values in a path, by parameter name. */
type PathParameters = Readonly<Record<string, unknown>>

/** The ids that occur in the paths of the operations. */
type Ids = ReviewIds & { documentId: number }

/** An entry of the table of operations, with its id. */
interface Operation extends MockOperation<Ids> {
  id: OperationId
}

/** What the handlers answer from. */
export interface HandlersOptions {
  store: () => Store
  /** The data that replaces the store's in some scenarios; undefined for all other scenarios. */
  dataOf: (names: ReadonlySet<ScenarioName>) => Store | undefined
  scenario: ScenarioState
  /** The address of each version of the API, as a pattern of MSW's. */
  roots: Readonly<Record<ApiVersion, string>>
  /** Whether the seed, and so the answers, hold words that the contract does not know. */
  unknownValues: boolean
  /** Whether requests must carry a key. Those of a gateway do; those of the demo's page do not. */
  requireKey: boolean
  signedUrl?: SignedUrl
  /** Reads a form, slowly for the scenario `slow`. The default is `request.formData()`. */
  readForm?: (request: Request, isSlow: boolean) => Promise<Form>
  /** Called with each form that the service accepted, before it answers. */
  onForm?: (form: Form) => void
}

const METHODS = { GET: 'get', POST: 'post', PUT: 'put' } as const
const SLOW_MS = 2_000
/** How far ahead of UTC the earliest time zone is: the reader's "today" may be the day there. */
const FARTHEST_AHEAD_MS = 14 * 3_600_000
/** The pages of proxies on the way, by scenario. The gateway's mark is missing. */
const PAGES: Partial<Record<ScenarioName, [status: number, title: string]>> = {
  firewall: [403, 'Request blocked'],
  'too-large-page': [413, 'Request entity too large'],
  'down-page': [503, 'Service temporarily unavailable'],
  html: [200, 'Sign in to continue'],
}
/** A refusal that names several faults at once (contract, point 19). */
const SEVERAL_MESSAGES = {
  ...errorBody(400, ''),
  message: ['title must be a string', 'note must be shorter than or equal to 1000 characters'],
  debugInfo: null,
}

/** The headers of an answer that the gateway of live mode would give for itself. */
export const own = () => ({ [ANSWER_MARK]: 'own' satisfies AnswerMark, [REQUEST_ID]: newId() })

/** What the gateway of live mode answers to somebody who has to sign in first. */
const signInFirst = (message: string, address: string): Response =>
  HttpResponse.json(errorBody(401, message), {
    status: 401,
    headers: { ...own(), [SIGN_IN]: address },
  })

/** The same where nobody is signed in. */
export const signedOut = (): Response => signInFirst('Your session has ended: sign in again.', '/')

/** A form whose files have other names, as services make of those that they do not accept. */
const renamed = (form: Form): Form =>
  Array.from(form, ([part, value]) => {
    if (typeof value === 'string') return [part, value]
    const { name, type, size } = value
    return [part, { name: name.replaceAll(/[^\w.]/g, '_'), type, size }]
  })

/** The answer of another server than the service, if a scenario puts one in front of it. */
const inFront = (names: ReadonlySet<ScenarioName>, id: OperationId): Response | undefined => {
  if (names.has('signed-out')) return signedOut()
  if (names.has('stale-sign-in') && id === 'performSecurityReviewAction')
    return signInFirst('Sign in again to finalize or reopen reviews.', FRESH_SIGN_IN)
  for (const [name, [status, title]] of Object.entries(PAGES))
    if (names.has(name as ScenarioName))
      return HttpResponse.html(`<!doctype html><title>${title}</title><h1>${title}</h1>`, {
        status,
      })
  return undefined
}

/** An answer of the service, with what the gateway of live mode adds to it. */
const forwarded = (response: Response): Response => {
  if (response.type === 'error') return response
  response.headers.set(ANSWER_MARK, 'forwarded' satisfies AnswerMark)
  response.headers.set(REQUEST_ID, newId())
  return response
}

const refuse = (status: number, message: string, operationId: string): Response =>
  forwarded(
    HttpResponse.json(errorBody(status, message, operationId), {
      status,
      ...((status === 429 || status === 503) && { headers: { 'Retry-After': '1' } }),
    }),
  )

/** The answer that a scenario gives in place of the service; undefined where it gives none. */
const interception = (names: ReadonlySet<ScenarioName>, id: string): Response | undefined => {
  if (names.has('drop')) return HttpResponse.error()
  const failure = failureOf(names)
  if (failure) return refuse(...failure, id)
  if (names.has('messages')) return HttpResponse.json(SEVERAL_MESSAGES, { status: 400 })
  if (names.has('nonsense')) return HttpResponse.json(['nonsense', { answer: 42 }, null])
  return undefined
}

/** Whether a form to be saved holds an item without words. */
const hasBlankItem = (body: unknown): boolean => {
  const { socForm } = (body ?? {}) as { socForm?: Record<string, Record<string, unknown>> }
  const lists = Object.values(socForm ?? {}).flatMap((section) =>
    Object.values(section).filter((value) => Array.isArray(value)),
  )
  return lists
    .flat()
    .some(
      (item: unknown) =>
        typeof item === 'object' &&
        Object.values(item ?? {}).every((text) => typeof text !== 'string' || text.trim() === ''),
    )
}

const jsonOf = async (request: Request): Promise<unknown> => {
  const text = await request.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('The body is not valid JSON.')
  }
}

const formOf = async (
  request: Request,
  isSlow: boolean,
  { readForm = (sent) => sent.formData() }: HandlersOptions,
): Promise<Form> => {
  try {
    return await readForm(request, isSlow)
  } catch {
    throw malformed('The body is not a form with files.')
  }
}

const idText = z.string().check(z.regex(/^[1-9]\d{0,14}$/, 'An id in the path is not a number.'))

/** The ids that an operation's path names. */
const idsOf = (operation: OperationId, parameters: PathParameters): Ids =>
  Object.fromEntries(
    [...OPERATIONS[operation].path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      Number(accept(idText, parameters[name])),
    ]),
  ) as unknown as Ids

/** Answers an operation as the contract says. @throws ServiceError for a request that it refuses */
const answer = (
  operation: Operation,
  parameters: PathParameters,
  call: Call,
  names: ReadonlySet<ScenarioName>,
  options: HandlersOptions,
): Response => {
  const context = createContext(options.dataOf(names) ?? options.store(), {
    dialect: names.has('dialect-2025') ? '2025' : '2026',
    signedUrl: options.signedUrl,
  })
  const form = names.has('rename-files') ? renamed(call.form) : call.form
  let body = operation.answer(context, idsOf(operation.id, parameters), { ...call, form })
  const breach = breachOf(operation.contract, body, options.unknownValues)
  if (breach !== undefined) throw new Error(`The answer breaks the contract: ${breach}`)
  options.onForm?.(call.form)
  if (names.has('drop-after')) return HttpResponse.error()
  if (names.has('empty')) body = emptied(body)
  if (names.has('unknown-values')) body = unknownValues(body)
  return HttpResponse.json(body as never, { status: operation.status })
}

/** Reads a whole request and answers it, unless a scenario answers first or the sender has gone. */
const handle = async (
  operation: Operation,
  request: Request,
  parameters: PathParameters,
  options: HandlersOptions,
): Promise<Response> => {
  const names = options.scenario.take(operation.id)
  if (names.has('offline')) return HttpResponse.error()
  try {
    if (options.requireKey && !/^Bearer \S+$/.test(request.headers.get('authorization') ?? ''))
      throw new ServiceError(401, 'Unauthorized')
    const isSlow = names.has('slow')
    const { takesForm } = operation
    const call = {
      search: new URL(request.url).searchParams,
      body: request.method === 'GET' || takesForm ? undefined : await jsonOf(request),
      form: takesForm ? await formOf(request, isSlow, options) : [],
      today: new Date(Date.now() + FARTHEST_AHEAD_MS).toISOString().slice(0, 10),
    }
    if (isSlow) await pause(SLOW_MS, request.signal)
    if (names.has('refuse-blanks') && hasBlankItem(call.body))
      throw malformed('An item of the form must not be blank.')
    return (
      inFront(names, operation.id) ??
      forwarded(
        interception(names, operation.id) ?? answer(operation, parameters, call, names, options),
      )
    )
  } catch (error) {
    // The sender has gone, and nobody waits for an answer.
    if (request.signal.aborted) return HttpResponse.error()
    if (error instanceof ServiceError) return refuse(error.status, error.message, operation.id)
    // oxlint-disable-next-line no-console -- a bug of the demo, which must fail the browser tests
    console.error(`The demo service failed in ${operation.id}:`, error)
    return refuse(500, 'Internal server error', operation.id)
  }
}

/** An operation as an MSW handler, at its path in the contract. */
const handlerOf = (
  id: OperationId,
  line: MockOperation<Ids>,
  options: HandlersOptions,
): HttpHandler => {
  const { method, path } = OPERATIONS[id]
  const root = options.roots[path.startsWith('/v1/') ? 1 : 2]
  const pattern = path.replace(/^\/v\d/, '').replaceAll(/\{(\w+)\}/g, ':$1')
  return http[METHODS[method]](`${root}${pattern}`, ({ request, params }) =>
    handle({ id, ...line }, request, params, options),
  )
}

/** The service as MSW handlers, for a page and for Node. */
export const createHandlers = (options: HandlersOptions): HttpHandler[] => [
  ...(Object.keys(MOCK_OPERATIONS) as OperationId[]).map((id) =>
    handlerOf(id, MOCK_OPERATIONS[id], options),
  ),
  http.all(`${options.roots[2]}/*`, ({ request }) =>
    refuse(404, `Cannot ${request.method} ${new URL(request.url).pathname}`, ''),
  ),
]
