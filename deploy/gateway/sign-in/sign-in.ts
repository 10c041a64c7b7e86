import cookie from '@fastify/cookie'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FRESH_SIGN_IN } from '../../../src/domain/contract/gateway-headers.ts'
import type { Identity } from '../identity.ts'
import { type Store, StoreUnavailableError } from '../store/store.ts'
import { callbackRoutes } from './callback-routes.ts'
import { createRenewal } from './grant-renewal.ts'
import { createPendingSignIns } from './pending-sign-ins.ts'
import { createProvider } from './provider.ts'
import { roleOf } from './role-of.ts'
import { createCookies } from './session-cookies.ts'
import { createSessions } from './sessions.ts'
import { NOT_ALLOWED, say, UNREADABLE, UNSURE } from './sign-in-answers.ts'
import type { SignInEvent } from './sign-in-events.ts'
import type { SignInParts } from './sign-in-parts.ts'
import { checkSettings, type SignInSettings } from './sign-in-settings.ts'
import { signOutRoutes } from './sign-out-routes.ts'

interface SignInTools {
  store: Store
  /** Milliseconds since 1970. */
  now?: () => number
  onEvent?: (event: SignInEvent) => void
  /**
   * Whether a request is for everybody: the files of the build, the health of the gateway. It gets
   * no identity, and the store is not asked.
   */
  isOpen?: (request: FastifyRequest) => boolean
}

/** Signing in with the company’s identity provider. */
export interface SignIn {
  /**
   * For `app.register`. It sets `request.identity` of every request in the same context, and has
   * the routes below /sign-in. It answers itself where nobody can know who asks (503), and where
   * somebody is signed in whom no group allows to use the app (403).
   */
  plugin: (app: FastifyInstance) => Promise<void>
  /** Whether somebody can sign in: the provider’s discovery document has been read. */
  isReady: () => Promise<boolean>
}

/** @returns `not-allowed` where no group gives a role; null where nobody is signed in */
type Identify = (secret: string) => Promise<Identity | 'not-allowed' | null>

const createIdentify = (parts: SignInParts, store: Store): Identify => {
  const { sessions, settings } = parts
  const renewed = createRenewal({ ...parts, store })
  return async (secret) => {
    const found = await sessions.find(secret)
    if (found === undefined) return null
    const grant = await renewed(secret, found)
    if (grant === undefined) return null
    await sessions.noteUse(secret, found.usedAt)
    const { subject, email, authenticatedAt } = found.session
    const { groups } = grant
    const role = roleOf(groups, settings.roles)
    return role ? { subject, email, groups, role, authenticatedAt } : 'not-allowed'
  }
}

const answerUnsure = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  say(request, reply, { status: 503, sentence: UNSURE, link: { href: '/', text: 'Try again' } })

const answerNotAllowed = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  say(request, reply, {
    status: 403,
    sentence: NOT_ALLOWED,
    link: { href: FRESH_SIGN_IN, text: 'Sign in as somebody else' },
  })

/**
 * Signs users in with the company’s identity provider (OpenID Connect, authorization code flow with
 * PKCE), and keeps their sessions in the store.
 * @throws an Error of one sentence where the settings would not be safe
 */
export const createSignIn = (
  settings: SignInSettings,
  { store, now = Date.now, onEvent = () => undefined, isOpen = () => false }: SignInTools,
): SignIn => {
  checkSettings(settings)
  const seconds = (): number => Math.floor(now() / 1000)
  const provider = createProvider(settings)
  const pending = createPendingSignIns(store)
  const cookies = createCookies(settings)
  const parts: SignInParts = {
    settings,
    provider,
    pending,
    cookies,
    seconds,
    onEvent,
    sessions: createSessions(store, settings, seconds),
    forgetPending: async (request, reply) => {
      for (const name of cookies.pending.read(request).keys()) {
        cookies.pending.clear(reply, name)
        await pending.forget(name)
      }
    },
  }
  const identify = createIdentify(parts, store)

  const plugin = async (app: FastifyInstance): Promise<void> => {
    if (!app.hasRequestDecorator('cookies')) await app.register(cookie)
    if (!app.hasRequestDecorator('identity')) app.decorateRequest('identity', null)
    app.addHook('onRequest', async (request, reply) => {
      const secret = cookies.session.read(request)
      const isOwnRoute = request.routeOptions.url?.startsWith('/sign-in/')
      if (secret === undefined || isOwnRoute || isOpen(request)) return undefined
      try {
        const identity = await identify(secret)
        if (identity === 'not-allowed') return answerNotAllowed(request, reply)
        request.identity = identity
        return undefined
      } catch (error) {
        if (error instanceof StoreUnavailableError) return answerUnsure(request, reply)
        throw error
      }
    })
    await app.register(async (routes) => {
      routes.addHook('onRequest', async (_request, reply) => {
        void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      })
      routes.setErrorHandler<FastifyError>((error, request, reply) => {
        if (error instanceof StoreUnavailableError) return answerUnsure(request, reply)
        // A body that is too long, or ends too early.
        const { statusCode: status = 500 } = error
        if (status >= 400 && status < 500)
          return say(request, reply, { status, sentence: UNREADABLE })
        throw error
      })
      callbackRoutes(routes, parts)
      signOutRoutes(routes, parts)
      routes.all('/sign-in/*', async (request, reply) =>
        say(request, reply, {
          status: 404,
          sentence: 'There is no such page.',
          link: { href: '/', text: 'To the app' },
        }),
      )
    })
  }
  // The hook is for the whole app, not for the routes of this plugin alone (Fastify, Plugins).
  return {
    plugin: Object.assign(plugin, { [Symbol.for('skip-override')]: true }),
    isReady: provider.isReady,
  }
}
