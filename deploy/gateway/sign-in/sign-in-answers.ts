import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  ANSWER_MARK,
  type AnswerMark,
  SIGN_IN_START,
} from '../../../src/domain/contract/gateway-headers.ts'
import { HEADERS } from '../rules/headers.ts'
import { isApi, pathOf } from '../rules/rules.ts'

/** The answer to somebody whom no group allows to use the app. Its status is 403. */
export const NOT_ALLOWED = 'You are signed in, but you may not use this app.'
/** The answer where the store does not answer. Its status is 503. */
export const UNSURE =
  'The gateway could not find out whether you are signed in, and has forwarded nothing.'

/** For routes that do something: HEAD must not do it. */
export const NO_HEAD = { exposeHeadRoute: false }

export const UNREADABLE = 'The gateway could not read the request.'

interface Link {
  href: string
  text: string
}

const pageOf = (sentence: string, link?: Link): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<title>Countersign</title>',
    `<p>${sentence}</p>`,
    ...(link ? [`<p><a href="${link.href}">${link.text}</a></p>`] : []),
    '',
  ].join('\n')

/** The address that begins a sign-in. @param to a page of the app */
export const startAgain = (to = '/'): Link => ({
  href: `${SIGN_IN_START}?to=${encodeURIComponent(to)}`,
  text: 'Sign in again',
})

/**
 * Answers with one sentence: as a page to somebody who opens an address, else as JSON in the shape
 * of the Drata API’s errors.
 * @param sentence without characters that mean something in HTML
 */
export const say = (
  request: FastifyRequest,
  reply: FastifyReply,
  { status, sentence, link }: { status: number; sentence: string; link?: Link },
): FastifyReply => {
  void reply.code(status).headers({ ...HEADERS, 'cache-control': 'no-store' })
  if (request.method === 'GET' && !isApi(pathOf(request.originalUrl)))
    return reply.type('text/html; charset=utf-8').send(pageOf(sentence, link))
  return reply
    .header(ANSWER_MARK, 'own' satisfies AnswerMark)
    .send({ statusCode: status, message: sentence, code: 0 })
}
