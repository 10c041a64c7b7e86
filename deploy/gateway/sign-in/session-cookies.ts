import type { FastifyReply, FastifyRequest } from 'fastify'
import { PENDING_SECONDS } from './pending-sign-ins.ts'
import { isSecret } from './sealing.ts'
import { isLoopbackHttp, type SignInSettings } from './sign-in-settings.ts'

/**
 * The cookies: the session’s, and one for each sign-in that has begun. They hold a random secret
 * and nothing else.
 *
 * `__Host-` keeps other hosts of the company’s domain, and pages without TLS, from setting them.
 * `Lax` lets the identity provider’s redirect bring them along.
 */
export const createCookies = ({ publicUrl, insecureCookie = false }: SignInSettings) => {
  const isInsecure = insecureCookie && isLoopbackHttp(publicUrl)
  const sessionName = `${isInsecure ? '' : '__Host-'}countersign`
  const pendingPrefix = `${sessionName}-`
  const options = { path: '/', httpOnly: true, secure: !isInsecure, sameSite: 'lax' } as const

  const write = (reply: FastifyReply, name: string, secret: string, maxAge?: number): void => {
    reply.setCookie(name, secret, { ...options, ...(maxAge !== undefined && { maxAge }) })
  }

  return {
    session: {
      /** @returns the secret; undefined where there is none, or where it cannot be one */
      read: ({ cookies }: FastifyRequest): string | undefined => {
        const secret = cookies[sessionName]
        return isSecret(secret) ? secret : undefined
      },
      /** The browser forgets it when it is closed. The limits of the session are in the store. */
      write: (reply: FastifyReply, secret: string): void => write(reply, sessionName, secret),
      clear: (reply: FastifyReply): void => write(reply, sessionName, '', 0),
    },
    pending: {
      /** @returns the secrets by the names of their sign-ins, the oldest first (RFC 6265, 5.4) */
      read: ({ cookies }: FastifyRequest): ReadonlyMap<string, string> =>
        new Map(
          Object.entries(cookies)
            .filter(([name]) => name.startsWith(pendingPrefix))
            .flatMap(([prefixed, secret]) => {
              const name = prefixed.slice(pendingPrefix.length)
              return isSecret(name) && isSecret(secret) ? [[name, secret] as const] : []
            }),
        ),
      write: (reply: FastifyReply, name: string, secret: string): void =>
        write(reply, `${pendingPrefix}${name}`, secret, PENDING_SECONDS),
      clear: (reply: FastifyReply, name: string): void =>
        write(reply, `${pendingPrefix}${name}`, '', 0),
    },
  }
}
export type Cookies = ReturnType<typeof createCookies>
