import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as client from 'openid-client'
import { SIGN_IN_START } from '../../../src/domain/contract/gateway-headers.ts'
import { pendingName } from './pending-sign-ins.ts'
import { ProviderUnavailableError, SignInRefusedError } from './provider.ts'
import { returnPath } from './return-path.ts'
import { NO_HEAD, say, startAgain } from './sign-in-answers.ts'
import type { SignInParts } from './sign-in-parts.ts'

/** A browser keeps a cookie for each sign-in that has begun. Twenty of them take 2 KB. */
const MOST_PENDING = 20
/** A provider’s clock may differ that much from the gateway’s. */
const CLOCK_TOLERANCE_SECONDS = 30

const NOT_STARTED =
  'This sign-in was not begun in this browser, was used already, or took longer than ten minutes.'
const REFUSED = 'Your company’s identity provider did not sign you in.'
const NOT_FRESH = 'Your company’s identity provider did not ask you again who you are.'
const UNAVAILABLE =
  'The gateway could not reach your company’s identity provider. Try again in a minute.'

const queryOf = ({ originalUrl }: FastifyRequest): URLSearchParams =>
  new URL(originalUrl, 'http://gateway').searchParams

/** The routes that begin and end a sign-in. */
export const callbackRoutes = (app: FastifyInstance, parts: SignInParts): void => {
  const { provider, sessions, pending, cookies, settings, seconds, onEvent } = parts

  const unavailable = (
    request: FastifyRequest,
    reply: FastifyReply,
    { reason, to }: { reason: string; to: string },
  ): FastifyReply => {
    onEvent({ kind: 'provider-failed', reason })
    return say(request, reply, { status: 503, sentence: UNAVAILABLE, link: startAgain(to) })
  }

  app.get(SIGN_IN_START, NO_HEAD, async (request, reply) => {
    const query = queryOf(request)
    const to = returnPath(query.get('to'), settings.publicUrl)
    const signIn = {
      to,
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
      isFresh: query.get('fresh') === '1',
      startedAt: seconds(),
    }
    const { state, secret } = await pending.begin(signIn)
    let address: string
    try {
      address = await provider.authorizationUrl(state, signIn)
    } catch (error) {
      if (!(error instanceof ProviderUnavailableError)) throw error
      return unavailable(request, reply, { reason: error.message, to })
    }
    const begun = [...cookies.pending.read(request).keys()]
    for (const name of begun.slice(0, Math.max(0, begun.length - MOST_PENDING + 1))) {
      cookies.pending.clear(reply, name)
      await pending.forget(name)
    }
    cookies.pending.write(reply, pendingName(state), secret)
    return reply.redirect(address)
  })

  app.get('/sign-in/callback', NO_HEAD, async (request, reply) => {
    const refuse = (reason: string, sentence: string, to?: string): FastifyReply => {
      onEvent({ kind: 'refused', reason })
      return say(request, reply, { status: 400, sentence, link: startAgain(to) })
    }
    const [state, ...others] = queryOf(request).getAll('state')
    if (state === undefined || others.length > 0) return refuse('no state', NOT_STARTED)
    const name = pendingName(state)
    const ownSecret = cookies.pending.read(request).get(name)
    const signIn = ownSecret === undefined ? undefined : await pending.take(state, ownSecret)
    if (signIn === undefined) return refuse('unknown state', NOT_STARTED)
    cookies.pending.clear(reply, name)
    const { to, isFresh, startedAt } = signIn
    try {
      const { claims, tokens, authenticatedAt } = await provider.redeem(request.originalUrl, {
        ...signIn,
        state,
      })
      if (isFresh && authenticatedAt < startedAt - CLOCK_TOLERANCE_SECONDS)
        return refuse('not fresh', NOT_FRESH, to)
      await leaveEarlierSession(request, reply, claims.subject)
      const { subject, email, groups } = claims
      const grant = { groups, checkedAt: seconds(), failingSince: null, tokens }
      const secret = await sessions.create({ subject, email, authenticatedAt }, grant)
      cookies.session.write(reply, secret)
      onEvent({ kind: 'signed-in', subject, email, isFresh })
      return reply.redirect(`${settings.publicUrl}${to}`)
    } catch (error) {
      if (error instanceof ProviderUnavailableError)
        return unavailable(request, reply, { reason: error.message, to })
      if (error instanceof SignInRefusedError) return refuse(error.message, REFUSED, to)
      throw error
    }
  })

  /**
   * Ends the session that the browser had before, which its cookie can reach no more. Where it was
   * somebody else’s, the sign-ins that they began end, too.
   */
  const leaveEarlierSession = async (
    request: FastifyRequest,
    reply: FastifyReply,
    subject: string,
  ): Promise<void> => {
    const secret = cookies.session.read(request)
    const found = secret === undefined ? undefined : await sessions.find(secret)
    if (secret !== undefined) await sessions.end(secret)
    if (found !== undefined && found.session.subject !== subject)
      await parts.forgetPending(request, reply)
  }
}
