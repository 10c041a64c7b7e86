import * as z from 'zod/mini'
import type { Store } from '../store/store.ts'
import { newSecret, sealedValues } from './sealing.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** Times are in seconds since 1970. */
const sessionSchema = z.object({
  subject: z.string(),
  email: z.nullable(z.string()),
  authenticatedAt: z.number(),
  createdAt: z.number(),
})

/** What the identity provider granted, which is renewed from time to time. */
const grantSchema = z.object({
  groups: z.array(z.string()),
  /** When the provider last said so. */
  checkedAt: z.number(),
  /** Since when the provider could not be asked; null where it could. */
  failingSince: z.nullable(z.number()),
  tokens: z.object({
    idToken: z.string(),
    accessToken: z.string(),
    refreshToken: z.nullable(z.string()),
  }),
})

const useSchema = z.object({ usedAt: z.number() })

/** Who signed in, and when. It never changes. */
export type Session = z.infer<typeof sessionSchema>
export type Grant = z.infer<typeof grantSchema>
export type Tokens = Grant['tokens']

/** A session as the store has it. */
export interface FoundSession {
  session: Session
  grant: Grant
  usedAt: number
}

/** The part of the idle limit after which a use is written down, and the most seconds. */
const USE_PART = 0.1
const USE_SECONDS = 60

type Limits = Pick<SignInSettings, 'idleSeconds' | 'absoluteSeconds'>

/**
 * The sessions. Each has three values in the store, and lives while all three are there: who it is,
 * which is written once; the grant, which one gateway at a time renews; and the last use. So a
 * request that is under way while somebody signs out cannot bring the session back.
 * @param seconds the time, in seconds since 1970
 */
export const createSessions = (
  store: Store,
  { idleSeconds, absoluteSeconds }: Limits,
  seconds: () => number,
) => {
  const sessions = sealedValues(store, 'session', sessionSchema)
  const grants = sealedValues(store, 'grant', grantSchema)
  const uses = sealedValues(store, 'use', useSchema)

  const saveGrant = (secret: string, { createdAt }: Session, grant: Grant): Promise<void> =>
    grants.write(secret, grant, createdAt + absoluteSeconds - seconds())

  const writeUse = (secret: string): Promise<void> =>
    uses.write(secret, { usedAt: seconds() }, idleSeconds)

  return {
    /** @returns the secret of the new session, for a cookie */
    create: async (who: Omit<Session, 'createdAt'>, grant: Grant): Promise<string> => {
      const secret = newSecret()
      const session = { ...who, createdAt: seconds() }
      await Promise.all([
        sessions.write(secret, session, absoluteSeconds),
        saveGrant(secret, session, grant),
        writeUse(secret),
      ])
      return secret
    },

    /** @returns undefined where there is no such session, or where a limit has ended it */
    find: async (secret: string): Promise<FoundSession | undefined> => {
      const [session, grant, lastUse] = await Promise.all([
        sessions.read(secret),
        grants.read(secret),
        uses.read(secret),
      ])
      if (!session || !grant || !lastUse) return undefined
      const { usedAt } = lastUse
      const time = seconds()
      const isOver = time >= session.createdAt + absoluteSeconds || time >= usedAt + idleSeconds
      return isOver ? undefined : { session, grant, usedAt }
    },

    /**
     * Notes that a session was used. Not every use is written, so a session may end a minute
     * before its idle limit.
     */
    noteUse: async (secret: string, usedAt: number): Promise<void> => {
      if (seconds() - usedAt >= Math.min(USE_SECONDS, idleSeconds * USE_PART))
        await writeUse(secret)
    },

    readGrant: (secret: string): Promise<Grant | undefined> => grants.read(secret),
    saveGrant,

    end: async (secret: string): Promise<void> => {
      await Promise.all([sessions, grants, uses].map((values) => values.forget(secret)))
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
