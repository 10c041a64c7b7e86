import * as z from 'zod/mini'
import { localDb } from '../lib/local-db.ts'

/**
 * Answers of the service, kept in this browser for a day, for pages that are read while there is no
 * connection. Only what is shown is read from here: what decides over a write is always asked.
 */

const LONGEST_MS = 24 * 3_600_000

const keptAnswer = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** As it came. */
  text: z.string(),
})

const db = localDb('answers', keptAnswer)
const owners = localDb('owner', z.string())

let hasSwept = false
/** Deletes what is too old, once a visit and when there is time. */
const sweep = (): void => {
  if (hasSwept) return
  hasSwept = true
  setTimeout(() => {
    void db.entries().then(async (entries) => {
      for (const [key, { at }] of entries) if (Date.now() - at > LONGEST_MS) await db.delete(key)
    })
  }, 10_000)
}

/** Keeps an answer. @param address what was asked */
export const keepAnswer = (address: string, text: string): void => {
  void db.set(address, { at: Date.now(), text })
  sweep()
}

/** The answer that was kept for an address, if it is not older than a day. */
export const readKept = async (
  address: string,
): Promise<z.infer<typeof keptAnswer> | undefined> => {
  const kept = await db.get(address)
  return kept && Math.abs(Date.now() - kept.at) <= LONGEST_MS ? kept : undefined
}

/** Deletes what was kept of a path and of all below it, since a write has made it a thing of the past. */
export const forgetAnswersOf = async (path: string): Promise<void> => {
  for (const [address] of await db.entries())
    if (`${address}/`.replace('?', '/').startsWith(`/api${path}/`)) await db.delete(address)
}

/** Deletes every answer that this browser keeps. */
export const forgetAnswers = (): Promise<void> => db.clear()

/** Sees to it that nobody is shown what another read: a browser may have several users. */
export const keepFor = async (user: string): Promise<void> => {
  const owner = await owners.get('name')
  if (owner === user) return
  if (owner !== undefined) await forgetAnswers()
  await owners.set('name', user)
}
