import { service } from '../../lib/services.ts'
import { createStore, whenState } from '../../lib/store.ts'

/** The state of the connection to the service, as of the latest requests. */
export interface Connection {
  /** Where to sign in again, if the session at the gateway has expired; else null. */
  signIn: string | null
  /** When the gateway last asked for a sign-in, in milliseconds of `performance.now()`. */
  signedOutAt: number
  /**
   * When the oldest of the stored answers on the page was read, if there is no connection; else
   * null.
   */
  keptSince: number | null
  /**
   * How far this computer's clock is behind the gateway's, in milliseconds; 0 if the difference is
   * small.
   */
  clockSkew: number
}

const CONNECTED: Connection = { signIn: null, signedOutAt: 0, keptSince: null, clockSkew: 0 }
/** A smaller difference cannot shift a deadline by a day. */
const SKEW_THAT_MATTERS_MS = 30 * 60_000

/** The page's connection. */
export const connection = service(() => createStore(CONNECTED))

const change = (next: Partial<Connection>): void => {
  const { getState, setState } = connection()
  const now = getState()
  const entries = Object.entries(next) as [keyof Connection, unknown][]
  if (entries.some(([name, value]) => now[name] !== value)) setState({ ...now, ...next })
}

/**
 * Records an answer of the service or its gateway.
 * @param date the answer's Date header, unparsed
 * @param askedAt when its request was sent, in milliseconds of `performance.now()`: one that was
 *   under way when the session ended does not show that somebody has signed in since
 */
export const noteAnswer = (date: string | null, askedAt = performance.now()): void => {
  const skew = (date === null ? Number.NaN : Date.parse(date)) - Date.now()
  change({
    ...(askedAt >= connection().getState().signedOutAt && { signIn: null }),
    keptSince: null,
    clockSkew: Math.abs(skew) >= SKEW_THAT_MATTERS_MS ? Math.round(skew / 60_000) * 60_000 : 0,
  })
}

/** Records that the gateway asks for a sign-in. @param signIn the address for it */
export const noteSignedOut = (signIn: string): void =>
  change({ signIn, signedOutAt: performance.now() })

/**
 * Records that a stored answer is shown for lack of a connection.
 * @param readAt when it was read
 */
export const noteKept = (readAt: number): void =>
  change({ keptSince: Math.min(connection().getState().keptSince ?? readAt, readAt) })

/**
 * Waits until the session at the gateway is valid again.
 * @throws the signal's reason when it is aborted first
 */
export const whenSignedIn = async (signal?: AbortSignal): Promise<void> => {
  await whenState(connection(), (now): now is Connection => now.signIn === null, signal)
}
