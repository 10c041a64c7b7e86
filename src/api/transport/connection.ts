import { service } from '../../lib/services.ts'
import { createStore, whenState } from '../../lib/store.ts'

/** How it stands between this page and the service, as far as the last requests told. */
export interface Connection {
  /** Where to sign in again: the session at the gateway has ended. null while it has not. */
  signIn: string | null
  /** When the oldest of the answers that are shown for want of a connection was read; else null. */
  keptSince: number | null
  /** By how much this computer's clock is behind the gateway's, in milliseconds; 0 if hardly. */
  clockSkew: number
}

const CONNECTED: Connection = { signIn: null, keptSince: null, clockSkew: 0 }
/** Clocks that differ by less change no deadline by a day. */
const SKEW_THAT_MATTERS_MS = 30 * 60_000

/** The page's connection, as it stands. */
export const connection = service(() => createStore(CONNECTED))

const change = (next: Partial<Connection>): void => {
  const { getState, setState } = connection()
  const now = getState()
  const entries = Object.entries(next) as [keyof Connection, unknown][]
  if (entries.some(([name, value]) => now[name] !== value)) setState({ ...now, ...next })
}

/** Tells that the service was reached. @param date the answer's Date header, as it came */
export const noteAnswer = (date: string | null): void => {
  const skew = (date === null ? Number.NaN : Date.parse(date)) - Date.now()
  change({
    signIn: null,
    keptSince: null,
    clockSkew: Math.abs(skew) >= SKEW_THAT_MATTERS_MS ? Math.round(skew / 60_000) * 60_000 : 0,
  })
}

/** Tells that the gateway wants one to sign in again. @param signIn where */
export const noteSignedOut = (signIn: string): void => change({ signIn })

/** Tells that a kept answer is shown, since the service cannot be reached. @param readAt when it was read */
export const noteKept = (readAt: number): void =>
  change({ keptSince: Math.min(connection().getState().keptSince ?? readAt, readAt) })

/**
 * Waits until the session at the gateway is one again.
 * @throws the signal's reason when it is aborted before
 */
export const whenSignedIn = async (signal?: AbortSignal): Promise<void> => {
  await whenState(connection(), (now): now is Connection => now.signIn === null, signal)
}
