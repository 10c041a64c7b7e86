import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { REQUEST_ID, SIGN_IN_START } from '../../src/domain/contract/gateway-headers.ts'
import { refuse, SENTENCES, signInRefusal, targetOf } from './answers.ts'
import { nameOf } from './identity.ts'
import type { Metrics } from './metrics.ts'
import { isOpenToAll } from './open-to-all.ts'
import { HEADERS, httpsOnly } from './rules/headers.ts'
import { isApi, judge, pathOf } from './rules/rules.ts'
import type { Settings } from './settings.ts'
import { newWork } from './work.ts'

/** The requests of a minute, from one address and of one user. A page asks for about forty. */
const OF_AN_ADDRESS = 3_000
const OF_A_USER = 1_200

interface GuardParts {
  settings: Settings
  metrics: Metrics
  accessLog: Pick<FastifyBaseLogger, 'info'> | undefined
}

interface Guard {
  drain: () => Promise<void>
  /** Adds what comes after the sign-in. @param hasSignIn whether people sign in */
  admit: (hasSignIn: boolean) => void
}

/** Whether a request names one host, and that is this gateway's. */
const isOwnHost = ({ raw }: FastifyRequest, publicHost: string | undefined): boolean => {
  const [host = '', ...others] = raw.headersDistinct.host ?? []
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return others.length === 0 && ['localhost', '127.0.0.1', publicHost].includes(name)
}

/** The line of the access log. It has no query, header or body. */
const lineOf = (request: FastifyRequest, reply: FastifyReply) => ({
  user: request.identity ? nameOf(request.identity) : '',
  method: request.method,
  path: pathOf(targetOf(request)),
  status: reply.raw.writableFinished ? reply.raw.statusCode : 499,
  upstream: request.work.upstreamStatus ?? null,
  bytes: request.raw.socket.bytesWritten,
  seconds: Math.round(reply.elapsedTime) / 1_000,
  requestId: request.id,
})

/**
 * Looks at every request before anything else does: it sets the headers of every answer, keeps the
 * access log, and refuses foreign hosts, foreign pages, and what the contract does not name.
 */
export const guard = (
  app: FastifyInstance,
  { settings, metrics, accessLog }: GuardParts,
): Guard => {
  const underWay = new Set<FastifyRequest>()
  let isStopping = false
  let whenIdle: (() => void) | undefined
  const headers = { ...HEADERS, ...httpsOnly(settings.hstsSubdomains), 'Cache-Control': 'no-store' }
  const perAddress = app.createRateLimit({
    max: OF_AN_ADDRESS,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.ip,
  })
  const perUser = app.createRateLimit({
    max: OF_A_USER,
    timeWindow: '1 minute',
    keyGenerator: (request) => `user ${request.identity?.subject ?? ''}`,
  })

  app.decorateRequest('work')
  app.decorateRequest('identity', null)

  app.addHook('onRequest', async (request, reply) => {
    const { method } = request
    const url = targetOf(request)
    request.work = newWork(judge({ method, url, headers: request.headers }, settings.readOnly))
    reply.headers(headers).header(REQUEST_ID, request.id)
    underWay.add(request)
    const bytesBefore = request.raw.socket.bytesWritten
    reply.raw.once('close', () => {
      underWay.delete(request)
      const line = lineOf(request, reply)
      metrics.observe(request, line.status, line.seconds)
      if (pathOf(url) !== '/healthz') accessLog?.info({ ...line, bytes: line.bytes - bytesBefore })
      if (underWay.size === 0) whenIdle?.()
    })
    if (isStopping) {
      reply.header('connection', 'close')
      return refuse(reply, { status: 503, message: SENTENCES.stopping, reason: 'stopping' })
    }
    if (pathOf(url) !== '/healthz' && !isOwnHost(request, settings.publicHost))
      return refuse(reply, { status: 421, message: SENTENCES.wrongHost, reason: 'host' })
    const { verdict } = request.work
    if (verdict.kind === 'refuse') {
      const { status, message } = verdict
      return refuse(reply, { status, message, reason: status === 403 ? 'foreign' : 'unknown' })
    }
    if (settings.signIn) await limit(request, reply, perAddress)
    return undefined
  })

  return {
    drain: () => {
      isStopping = true
      const { promise, resolve } = Promise.withResolvers<void>()
      whenIdle = resolve
      if (underWay.size === 0) resolve()
      return promise
    },
    admit: (hasSignIn) => {
      app.addHook('onRequest', async (request, reply) => {
        const path = pathOf(targetOf(request))
        if (!hasSignIn) {
          request.identity = {
            subject: '',
            email: null,
            groups: [],
            role: settings.readOnly ? 'read' : 'decide',
            authenticatedAt: Math.floor(Date.now() / 1_000),
          }
          return undefined
        }
        if (isOpenToAll(request)) return undefined
        if (request.identity) return limit(request, reply, perUser)
        if (isApi(path) || request.method !== 'GET')
          return refuse(reply, signInRefusal(SENTENCES.signedOut, SIGN_IN_START))
        request.work.refusal = 'signed-out'
        const wayBack = encodeURIComponent(targetOf(request))
        return reply.redirect(`${SIGN_IN_START}?to=${wayBack}`, 302)
      })
    },
  }
}

/** Refuses who asks for more than the limit. */
const limit = async (
  request: FastifyRequest,
  reply: FastifyReply,
  check: ReturnType<FastifyInstance['createRateLimit']>,
): Promise<void> => {
  const found = await check(request)
  if (found.isAllowed || !found.isExceeded) return
  const headers = { 'retry-after': String(Math.max(1, found.ttlInSeconds)) }
  refuse(reply, { status: 429, message: SENTENCES.tooMany, reason: 'rate', headers })
}
