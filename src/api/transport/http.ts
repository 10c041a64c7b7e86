import type * as z from 'zod/mini'
import { WRITE_ID } from '../../domain/contract/gateway-headers.ts'
import { newId } from '../../lib/ids.ts'
import { ApiError, NO_CONNECTION } from './api-error.ts'
import { noteKept } from './connection.ts'
import { forgetAnswersBefore, keeperOf, readKept } from './kept-answers.ts'
import type { OperationAt } from './operation-at.ts'
import { type RawAnswer, REDIRECTED, readAnswer } from './read-answer.ts'
import { takeHeadStart } from './started-answers.ts'

type QueryValue = string | number | boolean | readonly (string | number)[] | undefined

/** What a request asks for, however its answer is read. */
export interface Question extends OperationAt {
  /** Arrays are sent as `name[]=`; without brackets the service would ignore them silently. */
  query?: Readonly<Record<string, QueryValue>>
  /** Sent as JSON. Files are sent with {@link sendForm}, which reports progress. */
  body?: unknown
  signal?: AbortSignal | undefined
}

export interface ApiRequest<T> extends Question {
  /** The tolerant schema that reads the answer. */
  schema: z.ZodMiniType<T>
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

const addressOf = ({ path, query = {} }: Question): string => `/api${path}${queryString(query)}`

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })

/**
 * Limits how long nothing may come in answer to a request.
 * @returns a signal that aborts then, and with the request's own
 */
export const limitSilence = ({ method, signal }: Pick<Question, 'method' | 'signal'>) => {
  const limit = new AbortController()
  const begin = () =>
    setTimeout(
      () => limit.abort(new DOMException('No answer came in time.', 'TimeoutError')),
      ANSWER_LIMIT_MS[method === 'GET' ? 'read' : 'write'],
    )
  let timer = begin()
  return {
    limited: AbortSignal.any(signal ? [signal, limit.signal] : [limit.signal]),
    /** Begins anew, for a part of the answer has come. */
    renew: (): void => {
      clearTimeout(timer)
      timer = begin()
    },
    end: (): void => clearTimeout(timer),
  }
}

/**
 * Sends a request, same-origin and once.
 * @param limited aborts with the request's own signal, and on timeout
 * @param accept the types that the answer may have
 * @throws ApiError where there is no answer; the signal's own reason when it was aborted
 */
export const send = async (
  request: Question,
  limited: AbortSignal,
  accept = 'application/json',
): Promise<Response> => {
  const { operation, method, body, signal } = request
  try {
    const address = addressOf(request)
    const ahead = method === 'GET' ? takeHeadStart(address) : undefined
    if (ahead) return await Promise.race([ahead, aborted(limited)])
    return await fetch(address, {
      method,
      // The API never redirects, so a redirect is the answer of a proxy.
      redirect: 'manual',
      signal: limited,
      headers: {
        accept,
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

/**
 * An answer with its text, for {@link readAnswer}.
 * @throws the signal's own reason when it was aborted
 */
export const rawAnswerOf = async (
  response: Response,
  signal: AbortSignal | undefined,
): Promise<RawAnswer> => {
  const text = await response.text().catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    return null
  })
  return {
    status: response.type === 'opaqueredirect' ? REDIRECTED : response.status,
    header: (name) => response.headers.get(name),
    text,
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
  const { operation, schema, signal, isForShow, isKept = isForShow } = request
  const keep = isKept ? keeperOf(addressOf(request)) : undefined
  const { limited, end } = limitSilence(request)
  try {
    const askedAt = performance.now()
    const raw = await rawAnswerOf(await send(request, limited), signal)
    const answer = readAnswer(raw, { operation, schema, askedAt })
    if (raw.text !== null) keep?.(raw.text)
    return answer
  } finally {
    end()
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
