import type { Store } from '../store/store.ts'
import type { Provider } from './provider.ts'
import { hashOf } from './sealing.ts'
import type { FoundSession, Grant, Sessions } from './sessions.ts'
import type { SignInEvent } from './sign-in-events.ts'
import { DEFAULT_UNREACHABLE_SECONDS, type SignInSettings } from './sign-in-settings.ts'

/**
 * How long a renewal may take, and how long the provider is left alone after one that failed.
 * A renewal waits for four answers of at most five seconds.
 */
const LOCK_SECONDS = 30

interface RenewalParts {
  store: Store
  sessions: Sessions
  provider: Pick<Provider, 'renew'>
  settings: Pick<SignInSettings, 'groupsRefreshSeconds' | 'unreachableSeconds'>
  /** The time, in seconds since 1970. */
  seconds: () => number
  onEvent: (event: SignInEvent) => void
}

/** Renews what is known about users’ groups. */
export const createRenewal = (parts: RenewalParts) => {
  const { store, sessions, provider, settings, seconds, onEvent } = parts
  const { groupsRefreshSeconds, unreachableSeconds = DEFAULT_UNREACHABLE_SECONDS } = settings
  const underWay = new Map<string, Promise<Grant | undefined>>()

  const isRecent = ({ checkedAt }: Grant): boolean => seconds() < checkedAt + groupsRefreshSeconds

  const renew = async (
    secret: string,
    { session, grant: known }: FoundSession,
  ): Promise<Grant | undefined> => {
    const lock = `sign-in:renewing:${hashOf(secret)}`
    // Another gateway is about it, or the provider did not answer a moment ago.
    if (!(await store.add(lock, '1', LOCK_SECONDS))) return known
    // Another gateway may have renewed it just before. A refresh token must not be used twice: a
    // provider takes that for a theft, and ends the grant.
    const grant = await sessions.readGrant(secret)
    if (grant === undefined || isRecent(grant)) {
      await store.delete(lock)
      return grant
    }
    const renewal = await provider.renew(grant.tokens, session.subject)
    switch (renewal.kind) {
      case 'renewed': {
        const { claims, tokens } = renewal
        const { groups } = claims
        const renewed = { groups, tokens, checkedAt: seconds(), failingSince: null }
        await sessions.saveGrant(secret, session, renewed)
        await store.delete(lock)
        return renewed
      }
      case 'unreachable': {
        onEvent({ kind: 'provider-failed', reason: renewal.reason })
        const failingSince = grant.failingSince ?? seconds()
        if (seconds() - failingSince >= unreachableSeconds) break
        const failing = { ...grant, tokens: renewal.tokens, failingSince }
        await sessions.saveGrant(secret, session, failing)
        return failing
      }
      case 'gone':
    }
    await sessions.end(secret)
    onEvent({ kind: 'ended', subject: session.subject })
    return undefined
  }

  /**
   * What is granted to a session now, asked again where it is known for too long. Requests at the
   * same time ask once. While another gateway asks, or the provider cannot be reached, what was
   * known before counts on, for at most `unreachableSeconds`.
   * @returns undefined where the session is over, and has been ended
   */
  return async (secret: string, found: FoundSession): Promise<Grant | undefined> => {
    if (isRecent(found.grant)) return found.grant
    const current = underWay.get(secret)
    if (current) return current
    const renewal = renew(secret, found).finally(() => underWay.delete(secret))
    underWay.set(secret, renewal)
    return renewal
  }
}
