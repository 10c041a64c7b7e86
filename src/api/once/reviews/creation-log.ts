import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import { newId } from '../../../lib/ids.ts'
import type { Outcome } from '../send-once.ts'
import type { CreationStore, KeptCreation } from './kept-creations.ts'
import { type ReviewsBefore, traitsOf } from './review-lookup.ts'

/** A creation that was sent, with what this page knows of it. */
export interface SentReview {
  kept: KeptCreation
  /** Its request can no longer arrive. */
  isOver: boolean
}

/**
 * The creations that this page sent, and those that earlier pages left unsure. Each is also kept in
 * this browser until its outcome is known.
 */
export interface CreationLog {
  /**
   * Records a creation that is about to be sent, here and in this browser.
   * @returns the record, and whether this browser keeps it
   */
  open: (sending: {
    vendorId: number
    request: ReviewCreateRequest
    hasFile: boolean
    before: ReviewsBefore | null
    runId: string | null
  }) => Promise<{ sent: SentReview; isKept: boolean }>
  /**
   * Records its outcome.
   * @param ending the review that it became, if known, and the run that settles it
   */
  settle: (
    sent: SentReview,
    outcome: Outcome,
    ending: { reviewId: number | null; runId: string | null },
  ) => Promise<void>
  /** The vendor's creations whose outcome is unsure. */
  unsureOf: (vendorId: number) => Promise<SentReview[]>
  /** The creation with the same traits as the request that was last reported absent. */
  absentLike: (vendorId: number, request: ReviewCreateRequest) => SentReview | undefined
  /** Whether a review is already the result of a recorded creation. */
  isTaken: (vendorId: number, reviewId: number) => boolean
}

/** Makes the log of a page. */
export const createCreationLog = (store: CreationStore): CreationLog => {
  let known: readonly SentReview[] = []
  const taken = new Set<string>()
  const ofVendor = (vendorId: number): SentReview[] =>
    known.filter(({ kept }) => kept.vendorId === vendorId)
  const likeOf = (vendorId: number, request: ReviewCreateRequest): SentReview[] =>
    ofVendor(vendorId).filter(({ kept }) => traitsOf(kept.request) === traitsOf(request))

  return {
    open: async ({ vendorId, request, hasFile, before, runId }) => {
      const kept: KeptCreation = {
        version: 1,
        // A run has one record per vendor: another attempt replaces the earlier one.
        id: runId ?? newId(),
        vendorId,
        request,
        hasFile,
        before: before && { ids: [...before.ids], unreadable: before.unreadable },
        sentAt: new Date().toISOString(),
        runId,
        outcome: 'unsure',
        reviewId: null,
      }
      const sent: SentReview = { kept, isOver: false }
      const replaced = likeOf(vendorId, request)
      known = [...known.filter((other) => !replaced.includes(other)), sent]
      return { sent, isKept: await store.keep(kept) }
    },
    settle: async (sent, outcome, { reviewId, runId }) => {
      sent.kept = { ...sent.kept, outcome, reviewId }
      sent.isOver = true
      const { id, vendorId } = sent.kept
      if (reviewId !== null) taken.add(`${vendorId}/${reviewId}`)
      known = known.filter((other) => other !== sent)
      if (outcome !== 'done') known = [...known, sent]
      if (outcome === 'unsure') return
      if (sent.kept.runId !== null && sent.kept.runId !== runId) {
        // The run may have ended in the meantime.
        const now = (await store.all()).find((kept) => kept.id === id && kept.vendorId === vendorId)
        if (now) sent.kept = { ...sent.kept, runId: now.runId }
      }
      // A resumed run reads from these records what is left to do, so keep them until it ends.
      if (sent.kept.runId === null) await store.forget(sent.kept)
      else await store.keep(sent.kept)
    },
    unsureOf: async (vendorId) => {
      const here = ofVendor(vendorId)
      const left = (await store.all()).filter(
        (kept) =>
          kept.vendorId === vendorId &&
          kept.outcome === 'unsure' &&
          here.every((one) => one.kept.id !== kept.id),
      )
      return [
        ...here.filter(({ kept }) => kept.outcome === 'unsure'),
        ...left.map((kept) => ({ kept, isOver: false })),
      ]
    },
    absentLike: (vendorId, request) =>
      likeOf(vendorId, request).find(({ kept }) => kept.outcome === 'absent'),
    isTaken: (vendorId, reviewId) => taken.has(`${vendorId}/${reviewId}`),
  }
}
