import type { Review } from '../../domain/contract/review.ts'
import type { Choice } from '../../domain/work/decide.ts'
import { decide } from '../../domain/work/decide.ts'
import {
  type Conflict,
  isBetweenRequests,
  type Plan,
  reconcile,
} from '../../domain/work/reconcile.ts'
import { requestOf, type UpdateBody, withoutUnknownFields } from '../../domain/work/request.ts'
import { type Path, toValues, type Value, type Values } from '../../domain/work/values.ts'
import {
  hasForm,
  type SentRequest,
  type Work,
  withOutcome,
  withRequest,
} from '../../domain/work/work.ts'
import { newId } from '../../lib/ids.ts'
import { ARRIVAL_MS, LOOKS_MS, mayStillArrive } from '../once/arrival.ts'
import { ApiError, isRefusal, waitBeforeRepeat } from '../transport/api-error.ts'

/** The ids of a review. */
export interface ReviewKey {
  vendorId: number
  reviewId: number
}

/** The requests of a save. */
export interface ReviewService {
  /** @throws ApiError */
  read: (key: ReviewKey) => Promise<Review>
  /** @throws ApiError */
  update: (key: ReviewKey, body: UpdateBody) => Promise<Review>
}

/** What a save is doing at the moment. */
export type SaveProgress = 'reading' | 'writing' | 'checking'

/** The input of a save. */
export interface SaveRun {
  key: ReviewKey
  work: Work
  /** Whether the service would accept this value at a path. */
  maySend: (path: Path, value: Value) => boolean
  /**
   * Keeps the work at its current state. No request is sent before this resolves.
   * @param review what the service last showed
   */
  keep: (work: Work, review: Review) => Promise<void>
  /** The analyst's choice for a conflict; undefined if it is not the one that was shown. */
  decided?: ((conflict: Conflict) => Choice | undefined) | undefined
  onProgress?: ((progress: SaveProgress) => void) | undefined
}

/** How a save ended, unless it failed. */
export type SaveEnd =
  /** The service holds everything that may be sent. */
  | { kind: 'saved'; work: Work; review: Review }
  /** Everything else is saved; the analyst must decide these. */
  | { kind: 'conflict'; work: Work; review: Review; conflicts: readonly Conflict[] }
  /** The review is completed, so nothing more was written. */
  | { kind: 'completed'; work: Work; review: Review }

/** How often a lost request is sent again before the analyst is asked. */
const MAX_REPEATS = 2
/** The limit of requests in one save. Beyond it, the writes are taking no effect on the service. */
const MAX_REQUESTS = 12
/** The requests of an ordinary save: one that clears, one that adds. */
const USUAL_REQUESTS = 2
/** The longest delay before the first repair. It doubles with each, since the network may be slow. */
const LONGEST_BACKOFF_MS = 2_000
/** Time for somebody else's save to refill a list that it has cleared. */
const REFILL_MS = 1_500
/** The longest delay asked for by the service that a save waits for. */
const LONGEST_WAIT_MS = 10_000

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The time on this page's own clock, which nobody can set: milliseconds since it was opened. */
const now = (): number => performance.now()

const isSettled = (endedAt: number | null): boolean =>
  endedAt !== null && now() - endedAt >= ARRIVAL_MS

/** Milliseconds until the next check for a request that may still arrive. */
const msUntilNextCheck = ({ journal }: Work): number => {
  const ended = journal.flatMap(({ open, endedAt }) =>
    open.length > 0 && endedAt !== null ? [endedAt] : [],
  )
  const since = now() - Math.max(...ended)
  return Math.max(0, (LOOKS_MS.find((ms) => ms > since) ?? ARRIVAL_MS) - since)
}

const unreadable = (): ApiError =>
  new ApiError('getVendorSecurityReview', { status: 200, unreadable: true })

/** A review's values. An answer that lacks the form of the work is unusable. @throws ApiError */
const valuesOf = (work: Work, { title, socReviewForm }: Review): Values => {
  if (hasForm(work) && socReviewForm === undefined) throw unreadable()
  return toValues(title, hasForm(work) ? socReviewForm : undefined)
}

const requestFor = ({ from, to, clears, adds }: Plan): SentRequest => {
  const paths = Object.keys(to)
  return {
    id: newId(),
    outcome: 'unclear',
    endedAt: null,
    from,
    to,
    clears,
    adds,
    open: paths,
    perhaps: [],
  }
}

/** The outcome of a request, and the answer or error. */
type Sent =
  /** @property answer the review, if the answer holds everything that the work is about */
  { outcome: 'taken'; answer: Review | undefined } | { outcome: 'unclear'; error: ApiError }

/** Whether a refusal may be due to fields of items that the app does not know. */
const mayBeUnknownFields = (error: unknown): boolean => isRefusal(error, 400, 422)

/** Whether a refusal may mean that the review was completed in the meantime. */
const isRefusedByState = (error: unknown): boolean => isRefusal(error, 409, 422)

/** Sends a plan. @throws ApiError if the service certainly did not take it */
const send = async (service: ReviewService, { key, work }: SaveRun, plan: Plan): Promise<Sent> => {
  const body = requestOf(plan)
  const plain = withoutUnknownFields(body)
  const update = (sent: UpdateBody): Promise<Review> => service.update(key, sent)
  try {
    const answer = await update(body).catch((error: unknown) => {
      if (plain === undefined || !mayBeUnknownFields(error)) throw error
      return update(plain)
    })
    const isWhole = !hasForm(work) || answer.socReviewForm !== undefined
    return { outcome: 'taken', answer: isWhole ? answer : undefined }
  } catch (error) {
    if (error instanceof ApiError && error.isOutcomeUnclear) return { outcome: 'unclear', error }
    throw error
  }
}

/**
 * Saves a work: reads the service, sends one request, and reads again, until the service holds it.
 * Each request is computed from the last read, and kept before it is sent. Nothing that has arrived
 * is sent again, wherever the page or the network failed.
 *
 * @throws ApiError if the save did not get through; the work that was kept last says how far it
 *   came
 */
export const saveWork = async (service: ReviewService, run: SaveRun): Promise<SaveEnd> => {
  const { key, maySend, onProgress } = run
  let { work, decided } = run
  let [repeats, requests, refusals, repairs] = [0, 0, 0, 0]
  let lastError: ApiError | undefined
  let hasBackedOff = false
  let hasReadTwice = false

  const read = (progress: SaveProgress): Promise<Review> => {
    onProgress?.(progress)
    return service.read(key)
  }
  const keep = async (next: Work, review: Review): Promise<void> => {
    work = next
    await run.keep(next, review)
  }

  let review = await read('reading')
  for (;;) {
    const theirs = valuesOf(work, review)
    if (!hasReadTwice && isBetweenRequests(work, theirs)) {
      hasReadTwice = true
      await sleep(REFILL_MS)
      review = await read('checking')
      continue
    }
    const reconciled = reconcile(work, theirs, { isSettled, maySend })
    const { step } = reconciled
    const isRepair = step.kind === 'send' && step.plan.clears.length > 0
    if (isRepair && requests >= USUAL_REQUESTS && !hasBackedOff) {
      // Two people who repair one list in step would go on forever; a random delay lets one go
      // first. The result is then compared with what was sent, so draw no conclusion before that.
      hasBackedOff = true
      await sleep(Math.random() * LONGEST_BACKOFF_MS * 2 ** repairs++)
      review = await read('checking')
      continue
    }
    await keep(reconciled.work, review)
    if (step.kind === 'done') return { kind: 'saved', work, review }
    if (review.status === 'COMPLETED') return { kind: 'completed', work, review }
    if (step.kind === 'ask') {
      const choices = new Map(step.conflicts.map((conflict) => [conflict, decided?.(conflict)]))
      const settled = step.conflicts.filter((conflict) => choices.get(conflict) !== undefined)
      if (settled.length === 0) return { kind: 'conflict', work, review, conflicts: step.conflicts }
      await keep(
        decide(work, settled, (conflict) => choices.get(conflict) ?? 'both'),
        review,
      )
      // A decision counts once, for what was shown. Write it before anything else is read.
      decided = undefined
      hasBackedOff = true
      continue
    }
    if (step.kind === 'wait') {
      // Do not let the analyst wait any longer; the work records what may still arrive.
      if (lastError && repeats >= MAX_REPEATS) throw lastError
      await sleep(msUntilNextCheck(work))
      review = await read('checking')
      continue
    }

    if (lastError && (lastError.isRefusedOnTheWay || ++repeats > MAX_REPEATS)) throw lastError
    if (++requests > MAX_REQUESTS) throw unreadable()
    hasBackedOff = false
    const request = requestFor(step.plan)
    await keep(withRequest(work, request), review)
    onProgress?.('writing')
    let sent: Sent
    try {
      sent = await send(service, { ...run, work }, step.plan)
    } catch (error) {
      await keep(withOutcome(work, request.id, 'unsent', now()), review)
      const seconds = waitBeforeRepeat(error, false, refusals++)
      if (seconds === null && !isRefusedByState(error)) throw error
      await sleep((seconds ?? 0) * 1_000)
      review = await read('checking')
      // The service was too busy and did not take it. Others may have changed something meanwhile.
      if (seconds !== null) continue
      if (review.status !== 'COMPLETED') throw error
      return { kind: 'completed', work, review }
    }
    lastError = sent.outcome === 'unclear' ? sent.error : undefined
    // If the service itself answered, it has finished with the request.
    const isOver = lastError !== undefined && !mayStillArrive(lastError)
    const endedAt = isOver ? Number.NEGATIVE_INFINITY : now()
    await keep(withOutcome(work, request.id, sent.outcome, endedAt), review)
    review = await readAfter(read, sent, step.plan)
  }
}

/**
 * Gets the state after a request. Between a clear and its addition, the answer to the clear is used
 * instead of a read, so that the list is empty as briefly as possible.
 * @throws ApiError if the state cannot be known
 */
const readAfter = async (
  read: (progress: SaveProgress) => Promise<Review>,
  sent: Sent,
  { clears }: Plan,
): Promise<Review> => {
  if (sent.outcome === 'unclear') {
    const { error } = sent
    const wanted = (error.retryAfter ?? 0) * 1_000
    if (wanted > LONGEST_WAIT_MS) throw error
    await sleep(Math.max(wanted, LOOKS_MS[0]))
    try {
      return await read('checking')
    } catch {
      throw error
    }
  }
  const { answer } = sent
  if (answer && clears.length > 0) return answer
  try {
    return await read('checking')
  } catch (error) {
    if (answer) return answer
    throw error
  }
}

/**
 * Checks how far a work has come, without sending anything. It waits for requests that can still
 * arrive.
 * @throws ApiError if the service cannot be read
 */
export const checkWork = async (
  service: ReviewService,
  { key, work: begun, maySend, keep }: SaveRun,
): Promise<void> => {
  let work = begun
  for (;;) {
    const review = await service.read(key)
    const reconciled = reconcile(work, valuesOf(work, review), { isSettled, maySend })
    work = reconciled.work
    await keep(work, review)
    if (reconciled.step.kind !== 'wait') return
    await sleep(msUntilNextCheck(work))
  }
}
