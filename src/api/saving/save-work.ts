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
import { ApiError, waitBeforeRepeat } from '../transport/api-error.ts'

/** Which review. */
export interface ReviewKey {
  vendorId: number
  reviewId: number
}

/** What a save asks of the service. */
export interface ReviewService {
  /** @throws ApiError */
  read: (key: ReviewKey) => Promise<Review>
  /** @throws ApiError */
  update: (key: ReviewKey, body: UpdateBody) => Promise<Review>
}

/** What a save is doing. */
export type SaveProgress = 'reading' | 'writing' | 'checking'

/** A save that is to be carried out. */
export interface SaveRun {
  key: ReviewKey
  work: Work
  /** Whether the service would take this value at a path. */
  maySend: (path: Path, value: Value) => boolean
  /**
   * Keeps the work as far as it has come. No request goes out before this has ended.
   * @param review what the service was last seen to hold
   */
  keep: (work: Work, review: Review) => Promise<void>
  /** What the analyst has decided: a choice, where the question is still the one that was shown. */
  decided?: ((conflict: Conflict) => Choice | undefined) | undefined
  onProgress?: ((progress: SaveProgress) => void) | undefined
}

/** How a save ended that did not fail. */
export type SaveEnd =
  /** The service holds all that may be sent. */
  | { kind: 'saved'; work: Work; review: Review }
  /** All else is saved; these are to be decided. */
  | { kind: 'conflict'; work: Work; review: Review; conflicts: readonly Conflict[] }
  /** The review is completed: nothing more was written. */
  | { kind: 'completed'; work: Work; review: Review }

/** How often a request that did not arrive is sent again without asking. */
const MAX_REPEATS = 2
/** How many requests one save sends at most: more would mean that the service does not do them. */
const MAX_REQUESTS = 12
/** What a save takes where nobody else writes the same list: one request that clears, one that adds. */
const USUAL_REQUESTS = 2
const LONGEST_STEP_BACK_MS = 2_000
/** After this a list that somebody is replacing is there again, unless their save broke off. */
const REFILL_MS = 1_500
/** A service that asks for more time than this is not waited for. */
const LONGEST_WAIT_MS = 10_000

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** A moment of this page's clock, which nobody sets: milliseconds since it was opened. */
const now = (): number => performance.now()

const isSettled = (endedAt: number | null): boolean =>
  endedAt !== null && now() - endedAt >= ARRIVAL_MS

/** Milliseconds until the next look for what may still arrive. */
const untilNextLook = ({ journal }: Work): number => {
  const ended = journal.flatMap(({ open, endedAt }) =>
    open.length > 0 && endedAt !== null ? [endedAt] : [],
  )
  const since = now() - Math.max(...ended)
  return Math.max(0, (LOOKS_MS.find((ms) => ms > since) ?? ARRIVAL_MS) - since)
}

const unreadable = (): ApiError =>
  new ApiError('getVendorSecurityReview', { status: 200, unreadable: true })

/**
 * A review's values. An answer without the form that the work is about tells nothing.
 * @throws ApiError
 */
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

/** What became of a request, and what was seen of it. */
type Sent =
  /** @property answer the review, if the answer holds all that the work is about */
  { outcome: 'taken'; answer: Review | undefined } | { outcome: 'unclear'; error: ApiError }

/** A refusal that may be about fields of items that the app does not know. */
const mayBeUnknownFields = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 400 || error.status === 422)

/** A refusal that may mean that the review was completed meanwhile. */
const isRefusedByState = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 422 || error.status === 409)

/** Sends a plan. @throws ApiError where the service certainly did not take it */
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
 * Carries a work out: reads the service, sends one request, reads again, until the service holds it.
 * Each request is found from the last read, and kept before it goes out. What is there already is
 * not sent again, wherever the page or the network broke off.
 *
 * @throws ApiError where it did not get through; the work that was kept last says how far it came
 */
export const saveWork = async (service: ReviewService, run: SaveRun): Promise<SaveEnd> => {
  const { key, maySend, onProgress } = run
  let { work, decided } = run
  let [repeats, requests, refusals] = [0, 0, 0]
  let lastError: ApiError | undefined
  let hasStoodBack = false
  let hasLookedTwice = false

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
    if (!hasLookedTwice && isBetweenRequests(work, theirs)) {
      hasLookedTwice = true
      await sleep(REFILL_MS)
      review = await read('checking')
      continue
    }
    const reconciled = reconcile(work, theirs, { isSettled, maySend })
    const { step } = reconciled
    const isRepair = step.kind === 'send' && step.plan.clears.length > 0
    if (isRepair && requests >= USUAL_REQUESTS && !hasStoodBack) {
      // Two who mend one list in step would go on for ever: one of them comes first by chance. What
      // they left then is held against what was sent, so nothing is concluded before that.
      hasStoodBack = true
      await sleep(Math.random() * LONGEST_STEP_BACK_MS)
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
      // A decision holds for what was shown, once, and is written before anything else is read.
      decided = undefined
      hasStoodBack = true
      continue
    }
    if (step.kind === 'wait') {
      // After so many repeats the analyst is not left waiting; the work knows what may arrive.
      if (lastError && repeats >= MAX_REPEATS) throw lastError
      await sleep(untilNextLook(work))
      review = await read('checking')
      continue
    }

    if (lastError && ++repeats > MAX_REPEATS) throw lastError
    if (++requests > MAX_REQUESTS) throw unreadable()
    hasStoodBack = false
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
      // A busy service did not take it; by now it may stand on what somebody has changed.
      if (seconds !== null) continue
      if (review.status !== 'COMPLETED') throw error
      return { kind: 'completed', work, review }
    }
    lastError = sent.outcome === 'unclear' ? sent.error : undefined
    // Where the service itself answered, it has done with the request.
    const isOver = lastError !== undefined && !mayStillArrive(lastError)
    const endedAt = isOver ? Number.NEGATIVE_INFINITY : now()
    await keep(withOutcome(work, request.id, sent.outcome, endedAt), review)
    review = await readAfter(read, sent, step.plan)
  }
}

/**
 * Reads the service after a request. Between a clear and its addition the answer itself will do, so
 * that the list is empty for the shortest time.
 * @throws ApiError where nothing can be known
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
 * Looks how far a work has come, and sends nothing: what arrived after all is done, and what can
 * still arrive is waited for.
 * @throws ApiError where the service cannot be read
 */
export const lookAtWork = async (
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
    await sleep(untilNextLook(work))
  }
}
