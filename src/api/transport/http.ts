import * as z from 'zod/mini'
import { newId } from '../../lib/ids.ts'
import { ApiError, NO_CONNECTION } from './api-error.ts'
import { noteAnswer, noteKept, noteSignedOut } from './connection.ts'
import { forgetAnswersBefore, keeperOf, readKept } from './kept-answers.ts'
import type { OperationAt, OperationId } from './operation-at.ts'
import { takeHeadStart } from './started-answers.ts'
import { WRITE_ID } from './write-id.ts'

type QueryValue = string | number | boolean | readonly (string | number)[] | undefined

export interface ApiRequest<T> extends OperationAt {
  /** How the answer is read, tolerantly. */
  schema: z.ZodMiniType<T>
  /** Arrays are sent as `name[]=`; without brackets the service would ignore them silently. */
  query?: Readonly<Record<string, QueryValue>>
  /** Sent as JSON; files go by {@link sendForm}, which reports how far they are. */
  body?: unknown
  signal?: AbortSignal | undefined
  /**
   * The answer is only shown: without a connection the one of the last day will do. Never for what
   * decides over a write.
   */
  isForShow?: boolean
  /** The answer is kept for others of its address that are only shown. */
  isKept?: boolean
}

/**
 * How long an answer is waited for: a connection can die without a sign, as behind a VPN, and a
 * browser would go on waiting for minutes. The gateway gives the service two minutes, and what it
 * says of a write is worth waiting for.
 */
export const ANSWER_LIMIT_MS = { read: 60_000, write: 150_000 }

/**
 * The service's own error body: each part is read for itself, since any of them may be missing, null
 * or of another kind (contract, points 10 and 19).
 */
const errorBody = z.object({
  statusCode: z.catch(z.nullish(z.number()), null),
  message: z.catch(z.nullish(z.union([z.string(), z.array(z.string())])), null),
  code: z.catch(z.nullish(z.number()), null),
})

/** Encodes a query as the service reads it. */
export const queryString = (query: Readonly<Record<string, QueryValue>>): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    if (Array.isArray(value)) for (const entry of value) search.append(`${name}[]`, String(entry))
    else search.append(name, String(value))
  }
  const text = search.toString()
  return text && `?${text}`
}

/**
 * Reads Retry-After, which is a number of seconds or an HTTP date.
 * @param date the answer's own Date, since this computer's clock may be wrong
 */
const readRetryAfter = (header: string | null, date: string | null): number | null => {
  if (header === null) return null
  const isDate = /^[A-Z][a-z]{2}/.test(header)
  const now = Date.parse(date ?? '') || Date.now()
  const seconds = isDate ? (Date.parse(header) - now) / 1000 : Number(header || Number.NaN)
  if (Number.isNaN(seconds) || (!isDate && seconds < 0)) return null
  return Math.max(0, Math.ceil(seconds))
}

/** The fields that a 400's messages speak of: the service names the property in each sentence. */
const readFieldErrors = (messages: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    messages.flatMap((message) => {
      const name = /^(?:property )?([\w.[\]]+) /.exec(message)?.[1]
      return name === undefined ? [] : [[name, message]]
    }),
  )

/** The headers of an answer that matter where it is an error, as they came. */
export interface ErrorHeaders {
  retryAfter: string | null
  date: string | null
}

/**
 * What an answer that is an error says, in the app's one shape.
 * @param body the answer, parsed; undefined where it is not JSON
 */
export const errorFrom = (
  operation: OperationId,
  status: number,
  { retryAfter, date }: ErrorHeaders,
  body: unknown,
): ApiError => {
  const { statusCode = null, message = null, code } = errorBody.safeParse(body).data ?? {}
  const messages = message === null ? [] : [message].flat()
  const said = messages
    .map((text, index) => (index < messages.length - 1 ? text.replace(/(?<![.!?])$/, '.') : text))
    .join(' ')
  return new ApiError(operation, {
    status,
    ...(messages.length > 0 && { message: said }),
    code: code ?? null,
    retryAfter: readRetryAfter(retryAfter, date),
    fieldErrors: readFieldErrors(messages),
    // A firewall's page is not what the service says of a missing permission (contract, point 19).
    isBlocked: status === 403 && statusCode === null && messages.length === 0,
  })
}

const addressOf = <T>({ path, query = {} }: ApiRequest<T>): string =>
  `/api${path}${queryString(query)}`

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })

/** @param limited ends with the request's own signal, and when it has taken too long */
const send = async <T>(request: ApiRequest<T>, limited: AbortSignal): Promise<Response> => {
  const { operation, method, body, signal } = request
  try {
    const address = addressOf(request)
    const ahead = method === 'GET' ? takeHeadStart(address) : undefined
    if (ahead) return await Promise.race([ahead, aborted(limited)])
    return await fetch(address, {
      method,
      // The API redirects nowhere: whoever does is a proxy that wants one to sign in.
      redirect: 'manual',
      signal: limited,
      headers: {
        accept: 'application/json',
        ...(method !== 'GET' && { [WRITE_ID]: newId() }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(operation, { status: NO_CONNECTION, cause })
  }
}

/** Only a place of this origin: the header may have come from anywhere. */
const signInAddress = (header: string | null): string =>
  header !== null && /^\/(?!\/)[\w/-]*$/.test(header) ? header : '/'

/** What of an answer tells that the session at the gateway has ended. */
export interface SignInSigns {
  status: number
  /** The headers X-Sign-In and Content-Type, as they came. */
  signIn: string | null
  contentType: string | null
  isRedirect: boolean
}

/**
 * Where to sign in again, if an answer means that the session at the gateway has ended: it says so,
 * redirects, or is a page where data was asked for.
 */
export const signInOf = (signs: SignInSigns): string | null => {
  // A page with 403 is a firewall's: a sign-in lets nobody know that it is forbidden.
  const mayBeSignIn = signs.status < 500 && signs.status !== 403
  const isPage = mayBeSignIn && (signs.contentType?.startsWith('text/html') ?? false)
  return signs.signIn !== null || signs.isRedirect || isPage ? signInAddress(signs.signIn) : null
}

/** What is thrown when the session has ended, once the pages have been told. */
export const signedOut = (operation: OperationId, signIn: string, status: number): ApiError => {
  noteSignedOut(signIn)
  // A page after a write may have come from anyone on the way, before or after the service.
  return new ApiError(operation, { status: 401, signIn, unreadable: status >= 200 && status < 300 })
}

const readAnswer = async <T>(
  { operation, schema, signal }: ApiRequest<T>,
  response: Response,
  keep: ((text: string) => void) | undefined,
): Promise<T> => {
  try {
    const text = await response.text()
    const answer = schema.parse(JSON.parse(text))
    keep?.(text)
    return answer
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(operation, { status: response.status, unreadable: true, cause })
  }
}

/** What was kept of an answer that is only shown; undefined where there is nothing that can be read. */
const readInstead = async <T>(request: ApiRequest<T>): Promise<{ answer: T } | undefined> => {
  const kept = request.isForShow ? await readKept(addressOf(request)) : undefined
  if (!kept) return undefined
  try {
    const answer = request.schema.parse(JSON.parse(kept.text))
    noteKept(kept.at)
    return { answer }
  } catch {
    return undefined
  }
}

/**
 * Asks the service, and reads its answer.
 * @throws ApiError for every answer that cannot be used and for no answer; the signal's own reason
 *   when it was aborted
 */
const askService = async <T>(request: ApiRequest<T>): Promise<T> => {
  const { operation, method, signal, isForShow, isKept = isForShow } = request
  const keep = isKept ? keeperOf(addressOf(request)) : undefined
  const limit = new AbortController()
  const timer = setTimeout(
    () => limit.abort(new DOMException('No answer came in time.', 'TimeoutError')),
    ANSWER_LIMIT_MS[method === 'GET' ? 'read' : 'write'],
  )
  try {
    const limited = AbortSignal.any(signal ? [signal, limit.signal] : [limit.signal])
    const response = await send(request, limited)
    const { status, headers } = response
    const signIn = signInOf({
      status,
      signIn: headers.get('x-sign-in'),
      contentType: headers.get('content-type'),
      isRedirect: response.type === 'opaqueredirect',
    })
    if (signIn !== null) throw signedOut(operation, signIn, status)
    const date = headers.get('date')
    noteAnswer(date)
    if (response.ok) return await readAnswer(request, response, keep)
    const retryAfter = headers.get('retry-after')
    const body: unknown = await response.json().catch(() => undefined)
    throw errorFrom(operation, status, { retryAfter, date }, body)
  } finally {
    clearTimeout(timer)
  }
}

/** Runs a write. Answers that were kept are out of date from its beginning, and after its end. */
export const asWrite = async <R>(path: string, write: () => Promise<R>): Promise<R> => {
  void forgetAnswersBefore(path)
  try {
    return await write()
  } finally {
    await forgetAnswersBefore(path)
  }
}

/** Asks the service; where it cannot be reached, what was kept will do for what is only shown. */
const ask = async <T>(request: ApiRequest<T>): Promise<T> => {
  try {
    return await askService(request)
  } catch (error) {
    const isUnreached = error instanceof ApiError && error.status === NO_CONNECTION
    const kept = isUnreached ? await readInstead(request) : undefined
    if (!kept) throw error
    return kept.answer
  }
}

/**
 * Asks the service once, same-origin, through the gateway (live) or the mock (demo). What a busy
 * service did not take is repeated by TanStack Query, or by `callPatiently`.
 *
 * @returns the answer, read with the schema
 * @throws ApiError for every answer that cannot be used and for no answer; the signal's own reason
 *   when it was aborted
 */
export const callApi = <T>(request: ApiRequest<T>): Promise<T> =>
  request.method === 'GET' ? ask(request) : asWrite(request.path, () => ask(request))
