import { service } from '../../lib/services.ts'
import { createStore, whenState } from '../../lib/store.ts'

/**
 * Whose things this browser keeps. One browser may serve the demo and live mode on the same port,
 * several companies behind one address, and several people one after the other. Each owner's things
 * are kept apart, and nothing is read before the owner is known.
 */

/** What the gateway says of who is at work (`/api/config`). */
export interface Owner {
  /** An opaque name for the company: it stands for the service's address and the key. */
  company: string
  /** The signed-in user's name; empty where the gateway signs nobody in. */
  user: string
}

/** Under this name a tab remembers its owner over a reload without a connection. */
const REMEMBERED = 'countersign-owner'

/** An owner as the first part of a key: it holds neither a space nor a bar. */
const keyOf = ({ company, user }: Owner): string =>
  [import.meta.env.MODE, company, user].map(encodeURIComponent).join('/')

/** The owner's key; null while it is not known. */
const ownerKey = service(() => createStore<string | null>(null))

/** Takes what the gateway says. Another owner than before is told to {@link onOwnerChange}. */
export const noteOwner = (owner: Owner): void => {
  const key = keyOf(owner)
  try {
    sessionStorage.setItem(REMEMBERED, key)
  } catch {
    // Without it, a reload without a connection shows nothing that was kept.
  }
  ownerKey().setState(key)
}

/**
 * Takes the owner that this tab had before it was reloaded. Only for a page that has no connection:
 * nobody can sign in as somebody else there.
 */
export const recallOwner = (): void => {
  try {
    const key = sessionStorage.getItem(REMEMBERED)
    if (knownOwner() === null && key !== null) ownerKey().setState(key)
  } catch {
    // Then the owner stays unknown.
  }
}

/** @returns the owner's key, or null while it is not known */
export const knownOwner = (): string | null => ownerKey().getState()

/** @returns the owner's key, as soon as it is known */
export const whenOwnerKnown = (): Promise<string> => whenState(ownerKey(), (key) => key !== null)

/** Calls back when the page gets another owner than its first. */
export const onOwnerChange = (listener: () => void): void =>
  void whenOwnerKnown().then(() => ownerKey().subscribe(listener))
