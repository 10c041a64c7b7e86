import type { FastifyReply, FastifyRequest } from 'fastify'
import { ANSWER_MARK, type AnswerMark, SIGN_IN } from '../../src/domain/contract/gateway-headers.ts'
import { isApi, pathOf } from './rules/rules.ts'

/** The gateway's own words, by what they are for. */
export const SENTENCES = {
  noKey: 'The gateway has no API key: set DRATA_API_KEY and start it again.',
  unreachable: 'The gateway could not reach the Drata API. Nothing is known about the request.',
  tooLarge: 'The gateway takes 200 MB at a time.',
  textTooLarge: 'The gateway takes 4 MB of text at a time.',
  notJson: 'The gateway forwards only JSON here.',
  unknownAction: 'The gateway forwards only the actions finalize and reopen.',
  writeIdTooLong: 'The name of a write can have at most 100 characters.',
  busy: 'All requests that Drata takes in a minute are used up. Try again soon.',
  tooMany: 'You ask for too much at a time. Try again soon.',
  noStore: 'The gateway’s store does not answer, so nothing was forwarded.',
  noAuditLog: 'The gateway could not write its audit log, so nothing was forwarded.',
  signedOut: 'Your session has ended: sign in again.',
  stale: 'Sign in again to finalize or reopen reviews.',
  wrongHost: 'This server does not have the host name that you asked for.',
  noFile: 'There is no such file.',
  notTaken: 'The gateway does not take this request.',
  stopping: 'The gateway is about to stop. Try again soon.',
  failed: 'The gateway has failed. Nothing is known about the request.',
} as const

/** The target of a request as it came. The router sees another where this one is not clean. */
export const targetOf = (request: Pick<FastifyRequest, 'originalUrl'>): string =>
  request.originalUrl

/** Sends JSON that is the gateway's own. */
export const answer = (reply: FastifyReply, status: number, body: unknown): FastifyReply =>
  reply
    .code(status)
    .header(ANSWER_MARK, 'own' satisfies AnswerMark)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(body))

/** An answer that is an error. */
export interface Refusal {
  status: number
  message: string
  /** Names the refusal in the metrics; undefined where nothing was refused. */
  reason?: string
  headers?: Readonly<Record<string, string>>
}

/** How long a browser may go on sending what was refused. */
const LINGER_MS = 30_000

/**
 * Takes in what a browser still sends of a request that was refused, for a while. A browser whose
 * connection is closed in the middle of an upload would not read the answer.
 */
const discardRest = ({ raw }: FastifyRequest): void => {
  if (raw.complete) return
  const end = setTimeout(() => raw.destroy(), LINGER_MS).unref()
  raw.once('close', () => clearTimeout(end))
  raw.resume()
}

/**
 * Answers with an error. Below /api it has the shape of the Drata API's errors, so that the app
 * reads one shape. Elsewhere somebody reads it in a browser, so it is a sentence.
 */
export const refuse = (
  reply: FastifyReply,
  { status, message, reason, headers = {} }: Refusal,
): FastifyReply => {
  if (reason !== undefined) reply.request.work.refusal = reason
  discardRest(reply.request)
  reply.headers(headers)
  if (isApi(pathOf(targetOf(reply.request))))
    return answer(reply, status, { statusCode: status, message, code: 0 })
  return reply.code(status).type('text/plain; charset=utf-8').send(`${message}\n`)
}

/**
 * Says that somebody has to sign in. The header distinguishes this 401 from the service's, which is
 * about the key.
 * @param address where to sign in, of this origin
 */
export const signInRefusal = (message: string, address: string): Refusal => ({
  status: 401,
  message,
  reason: 'signed-out',
  headers: { [SIGN_IN]: address },
})
