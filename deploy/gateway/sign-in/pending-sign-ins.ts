import * as z from 'zod/mini'
import type { Store } from '../store/store.ts'
import { hashOf, newSecret, sealedValues } from './sealing.ts'

/** How long somebody may take at the identity provider. */
export const PENDING_SECONDS = 10 * 60

const pendingSchema = z.object({
  /** The page to go to afterwards. */
  to: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** Whether the user has to prove anew who they are. */
  isFresh: z.boolean(),
  /** Seconds since 1970. */
  startedAt: z.number(),
})
/** A sign-in that has begun: the browser is at the identity provider. */
export type PendingSignIn = z.infer<typeof pendingSchema>

/** The name of a pending sign-in, in the store and in the browser’s cookie. */
export const pendingName = (state: string): string => hashOf(state)

/**
 * The sign-ins that have begun. Each belongs to the browser that began it: a cookie there has the
 * secret that decrypts what the store keeps. Each sign-in has its own secret, so that two tabs can
 * begin at the same moment.
 */
export const createPendingSignIns = (store: Store) => {
  const pending = sealedValues(store, 'pending', pendingSchema)
  return {
    /**
     * Keeps a sign-in for ten minutes.
     * @returns the state, which the provider hands back, and the secret for the cookie
     */
    begin: async (signIn: PendingSignIn): Promise<{ state: string; secret: string }> => {
      const [state, secret] = [newSecret(), newSecret()]
      await pending.write(secret, signIn, PENDING_SECONDS, pendingName(state))
      return { state, secret }
    },

    /**
     * Hands out a sign-in once.
     * @returns undefined where none has begun with this state and secret, and where it was handed
     *   out before
     */
    take: async (state: string, secret: string): Promise<PendingSignIn | undefined> => {
      const name = pendingName(state)
      const signIn = await pending.read(secret, name)
      if (signIn === undefined) return undefined
      const isFirst = await store.add(`sign-in:taken:${name}`, '1', PENDING_SECONDS)
      await pending.forget(name)
      return isFirst ? signIn : undefined
    },

    forget: (name: string): Promise<void> => pending.forget(name),
  }
}
export type PendingSignIns = ReturnType<typeof createPendingSignIns>
