import * as z from 'zod/mini'
import { localDb } from '../../lib/local-db.ts'
import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'
import { connection } from './connection.ts'
import { knownOwner, whenOwnerKnown } from './owner.ts'

/**
 * Answers of the service, kept in this browser for a day, for pages that are read while there is no
 * connection. They are only shown: whatever decides over a write is always asked.
 */

const LONGEST_MS = 24 * 3_600_000
const SWEEP_AFTER_MS = 10_000

const keptAnswer = z.object({
  /** When it came, in milliseconds since 1970 by the gateway's clock. */
  at: z.number(),
  /** As it came. */
  text: z.string(),
})

const answers = service(() => localDb('answers', keptAnswer))

const keyOf = (owner: string, address: string): string => `${owner} ${address}`
const addressOf = (key: string): string => key.slice(key.indexOf(' ') + 1)

/** This computer's clock may be wrong; the gateway's is told with every answer. */
const now = (): number => Date.now() + connection().getState().clockSkew

/** Deletes what is too old and what belongs to another owner. */
const sweep = async (): Promise<void> => {
  const owner = await whenOwnerKnown()
  for (const [key, { at }] of await answers().entries())
    if (now() - at > LONGEST_MS || !key.startsWith(keyOf(owner, ''))) await answers().delete(key)
}
/** A service, since a visit sweeps once. */
const sweeping = service(() => setTimeout(() => void sweep(), SWEEP_AFTER_MS))

/** How many writes have begun or ended: an answer that a write overtook is not kept. */
const writes = service(() => createStore(0))

/** @returns keeps the answer to a read that begins now, unless a write came between */
export const keeperOf = (address: string): ((text: string) => void) => {
  const { getState } = writes()
  const begun = getState()
  return (text) => {
    void whenOwnerKnown().then((owner) => {
      if (getState() !== begun) return
      sweeping()
      return answers().set(keyOf(owner, address), { at: now(), text })
    })
  }
}

/** The answer that was kept for an address by the same owner, if it is not older than a day. */
export const readKept = async (
  address: string,
): Promise<z.infer<typeof keptAnswer> | undefined> => {
  const owner = knownOwner()
  const kept = owner === null ? undefined : await answers().get(keyOf(owner, address))
  return kept && Math.abs(now() - kept.at) <= LONGEST_MS ? kept : undefined
}

/** Lists that reviews of every vendor stand in. */
const ACROSS_VENDORS = ['/api/v2/vendors?', '/api/v2/vendor-security-reviews?']

/**
 * Deletes what a write makes out of date: everything of its vendor, and the lists over vendors.
 * Called before the write goes out and when it has ended, since its outcome may stay unclear.
 * @param path the write's, below `/api`
 */
export const forgetAnswersBefore = async (path: string): Promise<void> => {
  const { getState, setState } = writes()
  setState(getState() + 1)
  const vendor = /^\/v\d+(\/vendors\/\d+)\//.exec(path)?.[1]
  if (vendor === undefined) return
  const isTouched = (address: string): boolean =>
    `${address}/`.replace('?', '/').startsWith(`/api/v2${vendor}/`) ||
    ACROSS_VENDORS.some((list) => `${address}?`.startsWith(list))
  for (const key of await answers().keys())
    if (isTouched(addressOf(key))) await answers().delete(key)
}

/** Deletes every answer that this browser keeps. */
export const forgetAnswers = (): Promise<void> => answers().clear()
