import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { fieldAt } from '../../domain/soc/form-fields.ts'
import type { Path } from '../../domain/work/values.ts'
import { askForLastingStorage } from '../../lib/lasting-storage.ts'
import { type LocalDb, localDb } from '../../lib/local-db.ts'
import { withLock } from '../../lib/locks.ts'
import { service } from '../../lib/services.ts'
import { whenOwnerKnown } from '../transport/owner.ts'
import type { ReviewKey } from './save-work.ts'

/**
 * Which values of a form came from a report, with their quotes, and which suggestions were dismissed.
 * This browser keeps it for each review under the key `version owner vendor/review`, like unsaved work.
 */

/** Increase this when the shape below changes: a version of the app only reads its own records. */
const VERSION = 1

const path = z.string().check(z.refine((text) => fieldAt(text) !== undefined))

/** An item of a list, or a period. (zod's own `record` would enlarge the first page.) */
const texts = z
  .looseObject({})
  .check(
    z.refine((held) =>
      Object.values(held).every((text) => text === null || typeof text === 'string'),
    ),
  ) as unknown as z.ZodMiniType<Record<string, string | null>>

/** A value of a field that a report can answer, or an item of a list. */
const answer = z.nullable(z.union([z.string(), z.boolean(), z.array(z.string()), texts]))

const quotePart = z.object({
  page: z.number(),
  label: z.nullable(z.string()),
  text: z.string(),
  ranges: z.array(z.object({ item: z.number(), start: z.number(), end: z.number() })),
})

const source = z.object({
  path,
  /** The value that was used; of a list, one item. */
  value: answer,
  /** What the field held before; null for an item, and for a field without an answer. */
  before: answer,
  quote: z.array(quotePart),
  fileName: z.string(),
  sha256: z.string(),
  /** By this computer's clock. */
  usedAt: z.string(),
})
/** Where a value of the form came from. */
export type Source = z.infer<typeof source>

const dismissal = z.object({ sha256: z.string(), path, value: answer })
/** A suggestion that is not wanted, by its file. */
export type Dismissal = z.infer<typeof dismissal>

const keptSources = z.object({
  version: z.literal(VERSION),
  vendorId: z.number(),
  reviewId: z.number(),
  reviewTitle: z.string(),
  sources: z.array(source),
  dismissals: z.array(dismissal),
})
/** What is kept with one review. */
export type KeptSources = z.infer<typeof keptSources>

/** The part of a record that changes. */
export type SourcesAndDismissals = Pick<KeptSources, 'sources' | 'dismissals'>

export const NO_SOURCES: SourcesAndDismissals = { sources: [], dismissals: [] }

export interface SourceStore {
  read: (key: ReviewKey) => Promise<SourcesAndDismissals>
  /**
   * Changes what is kept with a review. Other tabs may change it too, so it is read anew.
   * @returns what is kept now; null if this browser did not keep it
   */
  change: (
    review: ReviewKey & { reviewTitle: string },
    edit: (held: SourcesAndDismissals) => SourcesAndDismissals,
  ) => Promise<SourcesAndDismissals | null>
  /** All reviews of this owner with something kept, by title. */
  list: () => Promise<KeptSources[]>
  /** Deletes everything that {@link list} returns. */
  wipe: () => Promise<void>
  /** Calls a listener, for as long as the page lives, when this page has wiped the sources. */
  onWipe: (listener: () => void) => void
}

/** Opens the database of sources. */
export const sourcesDb = (): LocalDb<KeptSources> => localDb('sources', keptSources)

/** @param owner resolves once the owner is known */
export const createSourceStore = (
  db: LocalDb<KeptSources>,
  owner: () => Promise<string>,
): SourceStore => {
  const prefix = (of: string): string => `${VERSION} ${of} `
  const keyOf = async ({ vendorId, reviewId }: ReviewKey): Promise<string> =>
    `${prefix(await owner())}${vendorId}/${reviewId}`
  const ofOwner = async (): Promise<[key: string, kept: KeptSources][]> => {
    const start = prefix(await owner())
    return (await db.entries()).filter(([key]) => key.startsWith(start))
  }
  const listeners: (() => void)[] = []
  return {
    read: async (review) => (await db.get(await keyOf(review))) ?? NO_SOURCES,
    change: async ({ vendorId, reviewId, reviewTitle }, edit) => {
      const key = await keyOf({ vendorId, reviewId })
      return withLock(`sources/${vendorId}/${reviewId}`, async () => {
        const { sources, dismissals } = edit((await db.get(key)) ?? NO_SOURCES)
        if (sources.length + dismissals.length === 0) {
          await db.delete(key)
          return NO_SOURCES
        }
        const next = { vendorId, reviewId, reviewTitle, sources, dismissals }
        const isKept = await db.set(key, { version: VERSION, ...next })
        if (isKept) void askForLastingStorage()
        return isKept ? next : null
      })
    },
    list: async () =>
      (await ofOwner())
        .map(([, kept]) => kept)
        .toSorted((one, other) => one.reviewTitle.localeCompare(other.reviewTitle)),
    wipe: async () => {
      for (const [key] of await ofOwner()) await db.delete(key)
      for (const listener of listeners) listener()
    },
    onWipe: (listener) => void listeners.push(listener),
  }
}

/** The store of sources of this page's owner. */
export const sourceStore = service(() => createSourceStore(sourcesDb(), whenOwnerKnown))

/**
 * The reviews with sources of this owner, read anew each time they are shown.
 * @param user the signed-in user's name; empty in deployments without sign-in
 */
export const keptSourcesQuery = (user: string) =>
  queryOptions({
    queryKey: ['kept-sources', user] as const,
    queryFn: () => sourceStore().list(),
    staleTime: 0,
  })

/** The sources of one field, newest last. */
export const sourcesAt = (path: Path, { sources }: SourcesAndDismissals): readonly Source[] =>
  sources.filter((one) => one.path === path)
