import { useSyncExternalStore } from 'react'

/** How it stands between this page and the service, as far as the last requests told. */
export interface Connection {
  /** Where to sign in again: the session at the gateway has ended. null while it has not. */
  signIn: string | null
  /** When the oldest of the answers that are shown for want of a connection was read; else null. */
  keptSince: number | null
  /** By how much this computer's clock is behind the gateway's, in milliseconds; 0 if hardly. */
  clockSkew: number
}

const WELL: Connection = { signIn: null, keptSince: null, clockSkew: 0 }
/** Clocks that differ by less change no deadline by a day. */
const SKEW_THAT_MATTERS_MS = 30 * 60_000

let connection = WELL
const listeners = new Set<() => void>()

const change = (next: Partial<Connection>): void => {
  const entries = Object.entries(next) as [keyof Connection, unknown][]
  if (entries.every(([name, value]) => connection[name] === value)) return
  connection = { ...connection, ...next }
  for (const listener of listeners) listener()
}

const subscribe = (onChange: () => void): (() => void) => {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
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
  change({ keptSince: Math.min(connection.keptSince ?? readAt, readAt) })

/** @returns how it stands now */
export const readConnection = (): Connection => connection

/**
 * Waits until the session at the gateway is one again.
 * @throws the signal's reason when it is aborted before
 */
export const whenSignedIn = (signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      stop()
      signal?.removeEventListener('abort', abort)
    }
    const abort = (): void => {
      end()
      reject(signal?.reason as Error)
    }
    const look = (): void => {
      if (connection.signIn !== null) return
      end()
      resolve()
    }
    const stop = subscribe(look)
    signal?.addEventListener('abort', abort, { once: true })
    if (signal?.aborted) abort()
    else look()
  })

/** @returns how it stands, kept up to date */
export const useConnection = (): Connection => useSyncExternalStore(subscribe, readConnection)
