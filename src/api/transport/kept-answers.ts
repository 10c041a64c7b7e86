import * as z from 'zod/mini'
import { localDb } from '../../lib/local-db.ts'
import { service } from '../../lib/services.ts'
import { createStore } from '../../lib/store.ts'
import { connection } from './connection.ts'
import { knownOwner, whenOwnerKnown } from './owner.ts'

/**
 * Answers of the service, kept in this browser for a day, for reading without a connection. They
 * are only displayed: anything that a write depends on is always read from the service.
 */

const LONGEST_MS = 24 * 3_600_000
const SWEEP_AFTER_MS = 10_000

const keptAnswer = z.object({
  /** When it arrived, in milliseconds since 1970 by the gateway's clock. */
  at: z.number(),
  /** The answer, unparsed. */
  text: z.string(),
})

const answers = service(() => localDb('answers', keptAnswer))

const keyOf = (owner: string, address: string): string => `${owner} ${address}`
const addressOf = (key: string): string => key.slice(key.indexOf(' ') + 1)

/**
 * The time by the gateway's clock, which comes with every answer. This computer's clock may be
 * wrong.
 */
const now = (): number => Date.now() + connection().getState().clockSkew

/** Deletes answers that are too old or belong to another owner, once per visit. */
const sweep = async (): Promise<void> => {
  const owner = await whenOwnerKnown()
  for (const [key, { at }] of await answers().entries())
    if (now() - at > LONGEST_MS || !key.startsWith(keyOf(owner, ''))) await answers().delete(key)
}
/** A service, so that each visit sweeps once. */
const sweeping = service(() => setTimeout(() => void sweep(), SWEEP_AFTER_MS))

/**
 * The number of writes begun or ended. It shows whether a write overtook an answer, which is then
 * not kept.
 */
const writes = service(() => createStore(0))

/**
 * @returns a function that stores the answer to a read that begins now, unless a write came in
 *   between
 */
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

/** The stored answer for an address, if it belongs to the same owner and is at most a day old. */
export const readKept = async (
  address: string,
): Promise<z.infer<typeof keptAnswer> | undefined> => {
  const owner = knownOwner()
  const kept = owner === null ? undefined : await answers().get(keyOf(owner, address))
  return kept && Math.abs(now() - kept.at) <= LONGEST_MS ? kept : undefined
}

/** The lists that contain reviews of all vendors. */
const ACROSS_VENDORS = ['/api/v2/vendors?', '/api/v2/vendor-security-reviews?']

/**
 * Deletes the answers that a write makes out of date: all of its vendor, and the lists across
 * vendors. Called before the write is sent and after it has ended, since its outcome may stay
 * unclear.
 * @param path the path of the write, below `/api`
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

/** Deletes every answer that this browser keeps. @returns whether nothing is left */
export const forgetAnswers = (): Promise<boolean> => answers().clear()
