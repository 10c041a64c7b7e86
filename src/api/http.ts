import * as z from 'zod/mini'
import { ApiError, NO_CONNECTION } from './api-error.ts'
import type { OperationId } from './operations.ts'

type QueryValue = string | number | boolean | readonly (string | number)[] | undefined

export interface ApiRequest<T> {
  operation: OperationId
  /** Below `/api`, e.g. `/v2/vendors`. */
  path: string
  /** How the answer is read, tolerantly. */
  schema: z.ZodMiniType<T>
  method?: 'GET' | 'POST' | 'PUT'
  /** Arrays are sent as `name[]=`; without brackets the service would ignore them silently. */
  query?: Readonly<Record<string, QueryValue>>
  /** Sent as JSON; files go by {@link sendForm}, which reports how far they are. */
  body?: unknown
  signal?: AbortSignal | undefined
}

/** How often and how long a throttled request waits by itself, before the analyst is told. */
const MAX_REPEATS = 2
const LONGEST_WAIT_S = 10

const errorBody = z.object({
  message: z.optional(z.union([z.string(), z.array(z.string())])),
  code: z.optional(z.number()),
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

/** Reads Retry-After, which is a number of seconds or an HTTP date. */
const readRetryAfter = (header: string | null): number | null => {
  if (header === null) return null
  const isDate = /^[A-Z][a-z]{2}/.test(header)
  const seconds = isDate ? (Date.parse(header) - Date.now()) / 1000 : Number(header || Number.NaN)
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

/**
 * What an answer that is an error says, in the app's one shape.
 * @param retryAfter the header, as it came
 * @param body the answer, parsed; undefined where it is not JSON
 */
export const errorFrom = (
  operation: OperationId,
  status: number,
  retryAfter: string | null,
  body: unknown,
): ApiError => {
  const { message, code } = errorBody.safeParse(body).data ?? {}
  const messages = message === undefined ? [] : [message].flat()
  return new ApiError(operation, {
    status,
    ...(messages.length > 0 && { message: messages.join(' ') }),
    code: code ?? null,
    retryAfter: readRetryAfter(retryAfter),
    fieldErrors: readFieldErrors(messages),
  })
}

/**
 * Seconds to wait before a request is repeated without asking, or null where it must not be.
 * Reads are repeated when the service is busy; a write only after 429, since a request that was
 * throttled cannot have been acted on, while 503 leaves it open.
 */
const waitBeforeRepeat = (error: ApiError, isRead: boolean, repeats: number): number | null => {
  const mayRepeat = error.status === 429 || (isRead && error.status === 503)
  if (!mayRepeat || repeats >= MAX_REPEATS) return null
  const seconds = error.retryAfter ?? 2 ** repeats
  // Jitter keeps many tabs from coming back in the same moment.
  return seconds > LONGEST_WAIT_S ? null : seconds + Math.random() * 0.25 * Math.max(1, seconds)
}

const wait = (seconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, seconds * 1000)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort, { once: true })
  })

const send = async <T>(request: ApiRequest<T>): Promise<Response> => {
  const { operation, path, method = 'GET', query = {}, body, signal } = request
  try {
    return await fetch(`/api${path}${queryString(query)}`, {
      method,
      signal: signal ?? null,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(operation, { status: NO_CONNECTION, cause })
  }
}

const readAnswer = async <T>(
  { operation, schema, signal }: ApiRequest<T>,
  response: Response,
): Promise<T> => {
  const { status } = response
  try {
    return schema.parse(await response.json())
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(operation, { status, unreadable: true, cause })
  }
}

/**
 * Asks the service, same-origin, through the gateway (live) or the mock (demo).
 *
 * @returns the answer, read with the schema
 * @throws ApiError for every answer that cannot be used and for no answer; the signal's own reason
 *   when it was aborted
 */
export const callApi = async <T>(request: ApiRequest<T>): Promise<T> => {
  const isRead = (request.method ?? 'GET') === 'GET'
  for (let repeats = 0; ; repeats++) {
    const response = await send(request)
    if (response.ok) return readAnswer(request, response)
    const error = errorFrom(
      request.operation,
      response.status,
      response.headers.get('retry-after'),
      await response.json().catch(() => undefined),
    )
    const seconds = waitBeforeRepeat(error, isRead, repeats)
    if (seconds === null) throw error
    await wait(seconds, request.signal)
  }
}
