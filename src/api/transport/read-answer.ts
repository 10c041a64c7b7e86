import * as z from 'zod/mini'
import {
  ANSWER_MARK,
  type AnswerMark,
  FRESH_SIGN_IN,
  REQUEST_ID,
  SIGN_IN,
  SIGN_IN_START,
} from '../../domain/contract/gateway-headers.ts'
import { ApiError, type Speaker } from './api-error.ts'
import { noteAnswer, noteSignedOut } from './connection.ts'
import type { OperationId } from './operation-at.ts'

/** An answer before it is read. */
export interface RawAnswer {
  /** The HTTP status; {@link REDIRECTED} for a redirect. */
  status: number
  /** @returns the value of a header, or null */
  header: (name: string) => string | null
  /** The body; null if it broke off. */
  text: string | null
}

/** What was asked, and how its answer is read. */
export interface Asked<T> {
  operation: OperationId
  /** The tolerant schema that reads the answer. */
  schema: z.ZodMiniType<T>
  /** When it was sent, in milliseconds of `performance.now()`. */
  askedAt: number
}

/**
 * Stands for every redirect, whose status a browser does not tell. The API never redirects: a proxy
 * does that, to its own sign-in or to a page that says what it refused.
 */
export const REDIRECTED = 302

/**
 * The service's error body. Each part is read separately, since any may be missing, null or of
 * another type (contract, points 10 and 19).
 */
const errorBody = z.object({
  statusCode: z.catch(z.nullish(z.number()), null),
  message: z.catch(z.nullish(z.union([z.string(), z.array(z.string())])), null),
})

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

/** The messages of an error body as one text; undefined if it has none. */
const wordsOf = (messages: readonly string[]): string | undefined =>
  messages
    .map((text, index) => (index < messages.length - 1 ? text.replace(/(?<![.!?])$/, '.') : text))
    .join(' ') || undefined

const parse = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

const isPage = ({ header }: RawAnswer): boolean =>
  /^(?:text\/html|application\/xhtml)/i.test(header('content-type') ?? '')

const isSuccess = ({ status }: RawAnswer): boolean => status >= 200 && status < 300

/**
 * Whether a body that came from behind the gateway is the service's. Its edge and its firewall
 * answer with pages and texts, and its errors are objects. The firewall's 403 may be an object too,
 * but without the parts of an error body (contract, points 10 and 19).
 */
const isOfService = (answer: RawAnswer, body: unknown): boolean => {
  if (isSuccess(answer)) return body !== undefined || !isPage(answer)
  if (typeof body !== 'object' || body === null) return false
  const { statusCode, message } = errorBody.safeParse(body).data ?? {}
  return answer.status !== 403 || (statusCode ?? message ?? null) !== null
}

/**
 * The one judgement of who gave an answer, by what it bears: the gateway's mark, its word that the
 * session has ended, and the shape of the body.
 */
const speakerOf = (answer: RawAnswer, body: unknown): Exclude<Speaker, 'nobody'> => {
  const mark = answer.header(ANSWER_MARK) as AnswerMark | null
  if (answer.status === REDIRECTED) return 'proxy'
  if (mark === 'own') return answer.header(SIGN_IN) === null ? 'gateway' : 'sign-in'
  return mark === 'forwarded' && isOfService(answer, body) ? 'service' : 'proxy'
}

/** Accepts only the two addresses at which the gateway signs people in. Any page leads there, too. */
const signInAddress = (header: string | null): string =>
  [SIGN_IN_START, FRESH_SIGN_IN].find((known) => known === header) ?? '/'

/** The gateway's name for a request. Others on the way may have names of their own. */
const requestIdOf = ({ header }: RawAnswer): string | null =>
  header(ANSWER_MARK) ? header(REQUEST_ID) : null

/**
 * Reads an answer, and notes what it says about the connection.
 * @returns the body, read with the schema
 * @throws ApiError for every answer that cannot be used
 */
export const readAnswer = <T>(answer: RawAnswer, { operation, schema, askedAt }: Asked<T>): T => {
  const { status, header, text } = answer
  const body = parse(text)
  const speaker = speakerOf(answer, body)
  const date = header('date')
  const requestId = requestIdOf(answer)
  if (speaker === 'sign-in') {
    const signIn = signInAddress(header(SIGN_IN))
    const error = new ApiError(operation, { status, speaker, signIn, requestId })
    // The session goes on for everything but decisions.
    if (error.isSignInStale) noteAnswer(date, askedAt)
    else noteSignedOut(signIn)
    throw error
  }
  if (speaker !== 'proxy') noteAnswer(date, askedAt)
  if (isSuccess(answer) && speaker !== 'proxy') {
    const result = schema.safeParse(body)
    // A tolerant schema reads something even where there is no JSON.
    if (result.success && body !== undefined) return result.data
    const cause = result.error ?? new SyntaxError('The answer is not JSON.')
    throw new ApiError(operation, { status, speaker, requestId, unreadable: true, cause })
  }
  const { message = null } = errorBody.safeParse(body).data ?? {}
  // The words of a proxy are meant for its operator, and may be anything.
  const messages = message === null || speaker === 'proxy' ? [] : [message].flat()
  const said = wordsOf(messages)
  throw new ApiError(operation, {
    status,
    speaker,
    requestId,
    ...(said !== undefined && { message: said }),
    retryAfter: readRetryAfter(header('retry-after'), date),
    messages,
  })
}
