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
  /** The tolerant schema that reads the answer. */
  schema: z.ZodMiniType<T>
  /** Arrays are sent as `name[]=`; without brackets the service would ignore them silently. */
  query?: Readonly<Record<string, QueryValue>>
  /** Sent as JSON. Files are sent with {@link sendForm}, which reports progress. */
  body?: unknown
  signal?: AbortSignal | undefined
  /**
   * The answer is only displayed, so one from the last day will do if there is no connection. Never
   * set this for an answer that a write depends on.
   */
  isForShow?: boolean
  /** The answer is stored for later requests with `isForShow`. */
  isKept?: boolean
}

/**
 * How long to wait for an answer. A connection can die silently, for example behind a VPN, and a
 * browser would wait for minutes. The gateway gives the service two minutes, and its answer to a
 * write is worth waiting for.
 */
export const ANSWER_LIMIT_MS = { read: 60_000, write: 150_000 }

/**
 * The service's error body. Each part is read separately, since any may be missing, null or of
 * another type (contract, points 10 and 19).
 */
const errorBody = z.object({
  statusCode: z.catch(z.nullish(z.number()), null),
  message: z.catch(z.nullish(z.union([z.string(), z.array(z.string())])), null),
  code: z.catch(z.nullish(z.number()), null),
})

/** Encodes a query in the service's format. */
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

/**
 * The fields that the messages of a 400 are about: the service names the property in each sentence.
 */
const readFieldErrors = (messages: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    messages.flatMap((message) => {
      const name = /^(?:property )?([\w.[\]]+) /.exec(message)?.[1]
      return name === undefined ? [] : [[name, message]]
    }),
  )

/** The headers that matter on an error, unparsed. */
export interface ErrorHeaders {
  retryAfter: string | null
  date: string | null
}

/**
 * Turns an error answer into the app's error.
 * @param body the answer, parsed; undefined if it is not JSON
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
    // A firewall's 403 page says nothing about the key's permissions (contract, point 19).
    isBlocked: status === 403 && statusCode === null && messages.length === 0,
  })
}

const addressOf = <T>({ path, query = {} }: ApiRequest<T>): string =>
  `/api${path}${queryString(query)}`

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })

/** @param limited aborts with the request's own signal, and on timeout */
const send = async <T>(request: ApiRequest<T>, limited: AbortSignal): Promise<Response> => {
  const { operation, method, body, signal } = request
  try {
    const address = addressOf(request)
    const ahead = method === 'GET' ? takeHeadStart(address) : undefined
    if (ahead) return await Promise.race([ahead, aborted(limited)])
    return await fetch(address, {
      method,
      // The API never redirects. A redirect comes from a proxy that asks for a sign-in.
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

/** Accepts only an address of this origin, since any server on the way may have set the header. */
const signInAddress = (header: string | null): string =>
  header !== null && /^\/(?!\/)[\w/-]*$/.test(header) ? header : '/'

/** The parts of an answer that show that the session at the gateway has expired. */
export interface SignInSigns {
  status: number
  /** The headers X-Sign-In and Content-Type, unparsed. */
  signIn: string | null
  contentType: string | null
  isRedirect: boolean
}

/**
 * Returns where to sign in again if the answer means that the session at the gateway has expired:
 * it says so, redirects, or is an HTML page instead of data.
 */
export const signInOf = (signs: SignInSigns): string | null => {
  // A page with 403 comes from a firewall: a sign-in page would not use that status.
  const mayBeSignIn = signs.status < 500 && signs.status !== 403
  const isPage = mayBeSignIn && (signs.contentType?.startsWith('text/html') ?? false)
  return signs.signIn !== null || signs.isRedirect || isPage ? signInAddress(signs.signIn) : null
}

/** Records that the session has expired, and returns the error to throw. */
export const signedOut = (operation: OperationId, signIn: string, status: number): ApiError => {
  noteSignedOut(signIn)
  // After a write, the page may have come from any server on the way, before or after the service
  // acted.
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

/** The stored answer to a request with `isForShow`; undefined if there is no readable one. */
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
 * Sends a request to the service and reads the answer.
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

/**
 * Runs a write. Stored answers are out of date as soon as it begins, and again once it has ended.
 */
export const asWrite = async <R>(path: string, write: () => Promise<R>): Promise<R> => {
  void forgetAnswersBefore(path)
  try {
    return await write()
  } finally {
    await forgetAnswersBefore(path)
  }
}

/**
 * Sends a request to the service. If it cannot be reached, a stored answer is used for a request
 * with `isForShow`.
 */
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
 * Sends one same-origin request to the service, through the gateway (live) or the mock (demo). When
 * the service is busy, TanStack Query or `callPatiently` repeats it.
 *
 * @returns the answer, read with the schema
 * @throws ApiError for every answer that cannot be used and for no answer; the signal's own reason
 *   when it was aborted
 */
export const callApi = <T>(request: ApiRequest<T>): Promise<T> =>
  request.method === 'GET' ? ask(request) : asWrite(request.path, () => ask(request))
