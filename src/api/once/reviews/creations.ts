import type { ReviewCreateRequest } from '../../../domain/contract/requests.ts'
import type { Review } from '../../../domain/contract/review.ts'
import { ApiError, NO_CONNECTION } from '../../transport/api-error.ts'
import { LOOKS_MS } from '../arrival.ts'
import { type Lookup, lookFor, type Phase, sendOnce } from '../send-once.ts'
import { createCreationLog, type SentReview } from './creation-log.ts'
import type { CreationStore, KeptCreation } from './kept-creations.ts'
import { beforeOf, isLike, judgeCreation, type ReviewsBefore, traitsOf } from './review-lookup.ts'
import type {
  CreatedReview,
  newestReviews,
  ReviewListing,
  SendReviewOptions,
  sendNewReview,
} from './review-requests.ts'

export interface CreateOptions extends SendReviewOptions {
  /** The analyst knows that the review may already exist, and wants this one anyway. */
  createAnyway?: boolean | undefined
  /** The run that the review belongs to. */
  runId?: string | null | undefined
  onPhase?: ((phase: Phase) => void) | undefined
  /** Called and awaited before sending if this browser cannot keep the record. */
  onUnkept?: (() => Promise<void>) | undefined
}

/** The outcome of a creation. */
export type Creation =
  /** The service confirmed it, or a lookup found it. */
  | ({ outcome: 'done' } & CreatedReview)
  | { outcome: 'absent'; error: unknown }
  /** It may be one of the candidates. There are none if the lookup failed. */
  | {
      outcome: 'unsure'
      candidates: readonly Review[]
      error: ApiError
      /** Set if the question is about an earlier creation, not this one. */
      earlier?: { title: string | null; sentAt: string } | undefined
    }

export interface Creations {
  /**
   * Creates a review, with its report if there is one, and never twice. First looks for earlier
   * creations of the vendor whose outcome is unsure, including those of earlier pages.
   * @throws Error for a report if version 1 creates the review
   */
  create: (
    vendorId: number,
    request: ReviewCreateRequest,
    options: CreateOptions,
  ) => Promise<Creation>
  /** Settles the vendor's unsure creations: the analyst has seen which review it is. */
  accept: (vendorId: number, reviewId: number) => Promise<void>
}

/** What creating needs from the service and the browser. */
export interface CreationPorts {
  list: typeof newestReviews
  send: typeof sendNewReview
  store: CreationStore
  /** Runs the tasks of one name one after the other, across all tabs. */
  lock: <R>(name: string, run: () => Promise<R>) => Promise<R>
  /** Takes a named lock. @returns the function that releases it; null if it is held already */
  holdLock: (name: string) => Promise<(() => void) | null>
  /** The names of all locks that any tab holds. */
  heldLocks: () => Promise<ReadonlySet<string>>
}

const operationOf = ({ apiVersion, file }: CreateOptions) => {
  if (apiVersion === 1) return 'createVendorSecurityReviewV1'
  return file ? 'createVendorSecurityReviewWithFile' : 'createVendorSecurityReview'
}

const lockOf = (vendorId: number): string => `create/${vendorId}`

/**
 * Whether an earlier creation is exactly the requested one. One that differs, even only in a note
 * or a report, must not replace it, or the difference would be lost.
 */
const isSame = (
  { request: sent, hasFile }: KeptCreation,
  asked: ReviewCreateRequest,
  { file }: CreateOptions,
): boolean =>
  traitsOf(sent) === traitsOf(asked) &&
  (sent.note ?? null) === (asked.note ?? null) &&
  (sent.requesterUserId ?? null) === (asked.requesterUserId ?? null) &&
  sent.securityReviewStatus === asked.securityReviewStatus &&
  hasFile === (file !== undefined)

/** Makes the {@link Creations} of a page. */
export const createCreations = (ports: CreationPorts): Creations => {
  const { list, send, store, lock, holdLock, heldLocks } = ports
  const log = createCreationLog(store)

  const lookupOf = (
    vendorId: number,
    request: ReviewCreateRequest,
  ): Lookup<ReviewsBefore, Creation> => ({
    look: async (before, error) => {
      const listing = await list(vendorId)
      const isTaken = (id: number): boolean => log.isTaken(vendorId, id)
      const found = judgeCreation(request, before, listing, isTaken)
      return found.outcome === 'done' ? found : { ...found, error }
    },
    isDone: ({ outcome }) => outcome === 'done',
    unseen: (unseen) =>
      unseen.outcome === 'absent'
        ? unseen
        : { outcome: 'unsure', candidates: [], error: unseen.error },
  })

  /**
   * Looks for an earlier creation whose outcome is unsure.
   * @returns what to report instead of creating; undefined where nothing stands in the way
   */
  const lookForEarlier = async (
    sent: SentReview,
    request: ReviewCreateRequest,
    options: CreateOptions,
  ): Promise<Creation | undefined> => {
    const { onPhase, runId = null } = options
    const { vendorId, request: asked, before, sentAt } = sent.kept
    const error = new ApiError('createVendorSecurityReview', { status: NO_CONNECTION })
    // A page that has just ended may have sent it a moment ago.
    const moments = sent.isOver ? [0] : [0, ...LOOKS_MS]
    const found = await lookFor(lookupOf(vendorId, asked), before, error, { moments, onPhase })
    if (found.outcome === 'absent') {
      await log.settle(sent, 'absent', { reviewId: null, runId })
      return undefined
    }
    const isTheSame = isSame(sent.kept, request, options)
    if (found.outcome === 'done' && isTheSame) {
      await log.settle(sent, 'done', { reviewId: found.review.id, runId })
      return found
    }
    await log.settle(sent, 'unsure', { reviewId: null, runId })
    return {
      outcome: 'unsure',
      candidates: found.outcome === 'done' ? [found.review] : found.candidates,
      error,
      earlier: isTheSame ? undefined : { title: asked.title ?? null, sentAt },
    }
  }

  /** Finds a creation with the same traits that was reported absent but has arrived since. */
  const lateOf = (
    vendorId: number,
    request: ReviewCreateRequest,
    options: CreateOptions,
    { data }: ReviewListing,
  ): Creation | undefined => {
    const kept = log.absentLike(vendorId, request)?.kept
    const review = data.find(
      ({ id, ...rest }) =>
        kept?.before &&
        !kept.before.ids.includes(id) &&
        !log.isTaken(vendorId, id) &&
        isLike({ id, ...rest }, request),
    )
    if (!kept || !review) return undefined
    if (isSame(kept, request, options)) return { outcome: 'done', review }
    const error = new ApiError(operationOf(options), { status: NO_CONNECTION })
    return { outcome: 'unsure', candidates: [review], error }
  }

  const sendNew = async (
    vendorId: number,
    request: ReviewCreateRequest,
    options: CreateOptions,
  ): Promise<Creation> => {
    const { createAnyway, runId = null, signal, onPhase, onUnkept } = options
    let sent: SentReview | undefined
    let late: Creation | undefined
    const created = await sendOnce<ReviewsBefore, Creation>(
      {
        ...lookupOf(vendorId, request),
        operation: operationOf(options),
        before: async () => {
          const listing = await list(vendorId, signal)
          late = createAnyway ? undefined : lateOf(vendorId, request, options, listing)
          return beforeOf(listing)
        },
        alreadyThere: () => late,
        send: async () => ({ outcome: 'done', ...(await send(vendorId, request, options)) }),
      },
      {
        signal,
        onPhase,
        onSending: async (before) => {
          const hasFile = options.file !== undefined
          const opened = await log.open({ vendorId, request, hasFile, before, runId })
          sent = opened.sent
          if (!opened.isKept) await onUnkept?.()
        },
      },
    )
    sent ??= log.absentLike(vendorId, request)
    const reviewId = created.outcome === 'done' ? created.review.id : null
    if (sent) await log.settle(sent, created.outcome, { reviewId, runId })
    return created
  }

  const create: Creations['create'] = async (vendorId, request, options) => {
    const { createAnyway, runId = null } = options
    for (const sent of await log.unsureOf(vendorId)) {
      // The analyst wants another review, whatever happened to the earlier one.
      if (createAnyway) await log.settle(sent, 'done', { reviewId: null, runId })
      else {
        const found = await lookForEarlier(sent, request, options)
        if (found) return found
      }
    }
    return sendNew(vendorId, request, options)
  }

  /**
   * Waits for another tab that is creating for the same vendor, then creates. That tab's review may
   * be the one requested here, since two tabs of one analyst often show the same form.
   */
  const createBehind: Creations['create'] = async (vendorId, request, options) => {
    const error = new ApiError(operationOf(options), { status: NO_CONNECTION })
    /**
     * The ids listed before the other tab sent anything: those it recorded, else those listed now,
     * unless it has finished by then.
     * @throws ApiError if they are unknown
     */
    const idsBefore = async (): Promise<readonly number[]> => {
      const [sentBefore, seen] = [await log.unsureOf(vendorId), list(vendorId)]
      const { ids } = beforeOf(await seen)
      const sent = [...sentBefore, ...(await log.unsureOf(vendorId))]
      if (sent.length === 0 && !(await heldLocks()).has(lockOf(vendorId))) throw error
      return ids.filter((id) => sent.every(({ kept }) => kept.before?.ids.includes(id) ?? true))
    }
    const addedMeanwhile = async (before: Promise<readonly number[]>): Promise<Review[]> => {
      const ids = await before
      const { data } = await list(vendorId)
      return data.filter(
        (review) =>
          !log.isTaken(vendorId, review.id) &&
          (!ids.includes(review.id) || isLike(review, request)),
      )
    }
    const before = idsBefore()
    await before.catch(() => undefined)
    return lock(lockOf(vendorId), async () => {
      try {
        const candidates = options.createAnyway ? [] : await addedMeanwhile(before)
        if (candidates.length > 0) return { outcome: 'unsure', candidates, error }
      } catch {
        return { outcome: 'unsure', candidates: [], error }
      }
      return create(vendorId, request, options)
    })
  }

  return {
    create: async (vendorId, request, options) => {
      if (options.apiVersion === 1 && options.file)
        throw new Error('Version 1 of the API takes no file.')
      const letGo = await holdLock(lockOf(vendorId))
      if (!letGo) return createBehind(vendorId, request, options)
      try {
        return await create(vendorId, request, options)
      } finally {
        letGo()
      }
    },
    accept: async (vendorId, reviewId) => {
      for (const sent of await log.unsureOf(vendorId))
        await log.settle(sent, 'done', { reviewId, runId: null })
    },
  }
}
