import * as z from 'zod/mini'
import { reviewCreateRequest } from '../../../domain/contract/requests.ts'
import { askForLastingStorage } from '../../../lib/lasting-storage.ts'
import { type LocalDb, localDb } from '../../../lib/local-db.ts'
import { knownOwner } from '../../transport/owner.ts'

/**
 * Creations of reviews, kept in this browser from before they are sent until their outcome is
 * known. After a crash or a reload, the next page can still find out what happened to them.
 */

const keptCreation = z.object({
  version: z.literal(1),
  id: z.string(),
  vendorId: z.number(),
  request: reviewCreateRequest,
  /** Whether it was sent with a report. */
  hasFile: z.boolean(),
  /** The reviews listed before; null if the list could not be read. */
  before: z.nullable(z.object({ ids: z.array(z.number()), unreadable: z.number() })),
  /** By this computer's clock, which may be wrong: it is only shown, and never decides anything. */
  sentAt: z.string(),
  /** The run that it belongs to; null for a single review. */
  runId: z.nullable(z.string()),
  outcome: z.enum(['done', 'absent', 'unsure']),
  /** The review that was created. */
  reviewId: z.nullable(z.number()),
})

/** A creation as stored in this browser. */
export type KeptCreation = z.infer<typeof keptCreation>

/** The stored creations of the current owner. */
export interface CreationStore {
  /** All readable creations of the owner. */
  all: () => Promise<KeptCreation[]>
  /** @returns whether it was stored */
  keep: (creation: KeptCreation) => Promise<boolean>
  forget: (creation: Pick<KeptCreation, 'id' | 'vendorId'>) => Promise<void>
}

/** Opens the database of creations. */
export const creationsDb = (): LocalDb<KeptCreation> => localDb('creations', keptCreation)

/**
 * Makes the store. Nothing is kept while the owner is unknown. Pages that create reviews have read
 * the gateway's configuration, and with it the owner.
 */
export const createCreationStore = (db: LocalDb<KeptCreation>): CreationStore => {
  const keyOf = ({ id, vendorId }: Pick<KeptCreation, 'id' | 'vendorId'>): string | null => {
    const owner = knownOwner()
    return owner === null ? null : `${owner} ${vendorId} ${id}`
  }
  /** Do not wait again for a browser that once failed to answer. */
  let isBroken = false
  return {
    all: async () => {
      const owner = knownOwner()
      if (owner === null) return []
      const entries = await db.entries()
      return entries.flatMap(([key, kept]) => (key.startsWith(`${owner} `) ? [kept] : []))
    },
    keep: async (creation) => {
      const key = keyOf(creation)
      if (key === null) return false
      const kept = db.set(key, creation)
      if (isBroken) return false
      isBroken = !(await kept)
      if (!isBroken) void askForLastingStorage()
      return !isBroken
    },
    forget: async (creation) => {
      const key = keyOf(creation)
      if (key !== null) await db.delete(key)
    },
  }
}
