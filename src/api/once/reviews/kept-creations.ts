import * as z from 'zod/mini'
import { reviewCreateRequest } from '../../../domain/contract/requests.ts'
import { type LocalDb, localDb } from '../../../lib/local-db.ts'
import { knownOwner } from '../../transport/owner.ts'

/**
 * Creations of reviews, kept in this browser from before they are sent until their outcome is known:
 * a page that crashed, or was reloaded, cannot tell what became of them.
 */

const keptCreation = z.object({
  version: z.literal(1),
  id: z.string(),
  vendorId: z.number(),
  request: reviewCreateRequest,
  /** Whether a report went with it. */
  hasFile: z.boolean(),
  /** What was there before; null where it could not be read. */
  before: z.nullable(z.object({ ids: z.array(z.number()), unreadable: z.number() })),
  /** By this computer's clock, which may be wrong: it is shown, and decides nothing. */
  sentAt: z.string(),
  /** The run of reviews that it belongs to; null for a single one. */
  runId: z.nullable(z.string()),
  outcome: z.enum(['done', 'absent', 'unsure']),
  /** The review that it became. */
  reviewId: z.nullable(z.number()),
})

/** A creation as this browser keeps it. */
export type KeptCreation = z.infer<typeof keptCreation>

/** What this browser keeps of the owner's creations. */
export interface CreationStore {
  /** Every creation of the owner's that can be read. */
  all: () => Promise<KeptCreation[]>
  /** @returns whether it is kept */
  keep: (creation: KeptCreation) => Promise<boolean>
  forget: (creation: Pick<KeptCreation, 'id' | 'vendorId'>) => Promise<void>
}

/** Opens the database of creations. */
export const creationsDb = (): LocalDb<KeptCreation> => localDb('creations', keptCreation)

/**
 * Makes the store. Nothing is kept while the owner is not known; reviews are created by pages that
 * have asked the gateway for its configuration, and with it for the owner.
 */
export const createCreationStore = (db: LocalDb<KeptCreation>): CreationStore => {
  const keyOf = ({ id, vendorId }: Pick<KeptCreation, 'id' | 'vendorId'>): string | null => {
    const owner = knownOwner()
    return owner === null ? null : `${owner} ${vendorId} ${id}`
  }
  /** A browser that does not answer is not waited for at every review. */
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
      return !isBroken
    },
    forget: async (creation) => {
      const key = keyOf(creation)
      if (key !== null) await db.delete(key)
    },
  }
}
