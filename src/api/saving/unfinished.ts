import { queryOptions } from '@tanstack/react-query'
import { readReview } from '../security-reviews.ts'
import {
  abandonSave,
  describeUnfinished,
  type StoredSave,
  type Unfinished,
  unfinishedKey,
  unfinishedSaves,
} from './save-review.ts'

/** A save that has to be finished or taken back, and how far it has come. */
export interface UnfinishedSave {
  save: StoredSave
  progress: Exclude<Unfinished, { kind: 'finished' }>
}

/**
 * The saves of a review that an earlier page left behind. Each is held against a fresh read; one
 * that has arrived whole after all is forgotten without a word.
 */
export const unfinishedQuery = (vendorId: number, reviewId: number) =>
  queryOptions({
    queryKey: unfinishedKey(vendorId, reviewId),
    queryFn: async ({ signal }): Promise<UnfinishedSave[]> => {
      const saves = await unfinishedSaves(vendorId, reviewId)
      if (saves.length === 0) return []
      const review = await readReview(vendorId, reviewId, signal)
      const described = saves.map((save) => ({ save, progress: describeUnfinished(save, review) }))
      const left = await Promise.all(
        described.map(async ({ save, progress }): Promise<UnfinishedSave[]> => {
          if (progress.kind !== 'finished') return [{ save, progress }]
          await abandonSave(save)
          return []
        }),
      )
      return left.flat()
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
