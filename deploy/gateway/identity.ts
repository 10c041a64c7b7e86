/** What somebody may do. Each role includes those before it. */
export type Role = 'read' | 'edit' | 'decide'

/** Who makes a request. */
export interface Identity {
  /** The identity provider's name for them, which never changes; empty without a sign-in. */
  subject: string
  /** The mail address; null where the identity provider tells none, and without a sign-in. */
  email: string | null
  groups: readonly string[]
  role: Role
  /** When they last proved who they are. Seconds since 1970. */
  authenticatedAt: number
}

/** What logs and the page call somebody: the mail address, or the provider's own name for them. */
export const nameOf = ({ email, subject }: Pick<Identity, 'email' | 'subject'>): string =>
  email ?? subject

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any route runs; null where nobody is signed in. */
    identity: Identity | null
  }
}
