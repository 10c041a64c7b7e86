import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PendingSignIns } from './pending-sign-ins.ts'
import type { Provider } from './provider.ts'
import type { Cookies } from './session-cookies.ts'
import type { Sessions } from './sessions.ts'
import type { SignInEvent } from './sign-in-events.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** What the routes of signing in and out share. */
export interface SignInParts {
  settings: SignInSettings
  provider: Provider
  sessions: Sessions
  pending: PendingSignIns
  cookies: Cookies
  /** The time, in seconds since 1970. */
  seconds: () => number
  onEvent: (event: SignInEvent) => void
  /** Forgets the sign-ins that this browser has begun. */
  forgetPending: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
}
