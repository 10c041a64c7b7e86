import { service } from '../../lib/services.ts'
import { createStore, whenState } from '../../lib/store.ts'

/**
 * The owner of the data that this browser keeps. One browser may serve the demo and live mode on
 * the same port, several companies behind one address, and several people one after the other. The
 * data of each owner is kept apart, and nothing is read before the owner is known.
 */

/** The company and the user, as the gateway reports them (`/api/config`). */
export interface Owner {
  /** An opaque name for the company, derived from the service's address and the key. */
  company: string
  /** The signed-in user's name; empty if the gateway has no sign-in. */
  user: string
}

/** The storage key under which a tab remembers its owner, for a reload without a connection. */
export const REMEMBERED = 'countersign-owner'

/** The owner as the first part of a key, without spaces or bars. */
const keyOf = ({ company, user }: Owner): string =>
  [import.meta.env.MODE, company, user].map(encodeURIComponent).join('/')

/** The owner's key; null if unknown. */
const ownerKey = service(() => createStore<string | null>(null))

/**
 * Sets the owner that the gateway reports. A new owner is announced to the listeners of {@link
 * onOwnerChange}.
 */
export const noteOwner = (owner: Owner): void => {
  const key = keyOf(owner)
  try {
    sessionStorage.setItem(REMEMBERED, key)
  } catch {
    // Without storage, a reload without a connection shows no stored data.
  }
  ownerKey().setState(key)
}

/**
 * Restores the owner that this tab had before a reload. Only for a page without a connection:
 * nobody can have signed in as someone else there.
 */
export const recallOwner = (): void => {
  try {
    const key = sessionStorage.getItem(REMEMBERED)
    if (knownOwner() === null && key !== null) ownerKey().setState(key)
  } catch {
    // The owner stays unknown.
  }
}

/** The channel on which an owner who signs out tells the other tabs so. */
export const OWNER_CHANNEL = 'countersign-owner'

/** Calls a listener, for as long as the page lives, when its owner signs out in another tab. */
export const onOwnerGone = (listener: () => void): void =>
  new BroadcastChannel(OWNER_CHANNEL).addEventListener(
    'message',
    ({ data }) => data === knownOwner() && listener(),
  )

/** @returns the owner's key, or null if unknown */
export const knownOwner = (): string | null => ownerKey().getState()

/** @returns the owner's key, as soon as it is known */
export const whenOwnerKnown = (): Promise<string> => whenState(ownerKey(), (key) => key !== null)

/** Calls a listener, for as long as the page lives, whenever another owner follows the first. */
export const onOwnerChange = (listener: () => void): void =>
  void whenOwnerKnown().then(() => ownerKey().subscribe(listener))
