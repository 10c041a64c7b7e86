import { inOurWords, listProgress, listsOf } from '../../domain/merge-edit.ts'
import type { ReviewUpdateRequest } from '../../domain/requests.ts'
import { type Review, reviewSchema } from '../../domain/review.ts'
import { nextSaveStep } from '../../domain/save-plan.ts'
import {
  itemsOf,
  pickFields,
  SOC_LISTS,
  type SocEdit,
  type SocListId,
  toSocEdit,
} from '../../domain/soc-edit.ts'
import { ApiError } from '../api-error.ts'
import { callApi } from '../http.ts'
import { readReview, reviewPath } from '../security-reviews.ts'
import { forgetSave, keepSave, type StoredSave } from './save-intents.ts'

/** How a save ended that did not fail. */
export type SaveOutcome =
  /** There was nothing to do, and nothing was asked. */
  | { kind: 'unchanged' }
  /**
   * Everything is there.
   * @property review what the service holds now; not confirmed where the service took every request
   *   but could not be read afterwards: then it is the answer to the last request
   */
  | { kind: 'saved'; review: Review; isConfirmed: boolean }
  /** Someone else changed these lists; they, and where it was found first all else, are not saved. */
  | { kind: 'conflict'; lists: SocListId[]; review: Review }

/** What a save is doing. */
export type SaveProgress = 'reading' | 'writing' | 'checking'

/** A save on its way. */
export interface SaveRun {
  save: StoredSave
  /** Whether anything of it may be with the service: then it stays kept when it fails. */
  mayHaveWritten: boolean
  onProgress?: ((progress: SaveProgress) => void) | undefined
}

/** How often a request whose outcome is unclear is repeated without asking, once it was looked up. */
const MAX_REPEATS = 2
/** A request that seems lost may still arrive: it gets this long before the service is read. */
const ARRIVAL_S = 1
const LONGEST_WAIT_S = 10

/** What is known to be with the service. */
interface Known {
  /** The fresh read that it is known from, if it is from one. */
  review?: Review
  form: SocEdit | undefined
  title: string
}

type Step =
  | { kind: 'done' }
  | { kind: 'conflict'; lists: SocListId[] }
  | { kind: 'send'; body: ReviewUpdateRequest; clears: boolean }

const unreadable = (): ApiError =>
  new ApiError('getVendorSecurityReview', { status: 200, unreadable: true })

/** A review's form, as far as a save is concerned with it, in the words of that save. */
export const formFor = (
  { intent }: Pick<StoredSave, 'intent'>,
  { socReviewForm }: Review,
): SocEdit | undefined => {
  if (intent === undefined) return undefined
  if (socReviewForm === undefined) throw unreadable()
  return inOurWords(toSocEdit(socReviewForm), intent)
}

const knownFrom = (save: StoredSave, review: Review): Known => ({
  review,
  form: formFor(save, review),
  title: review.title ?? '',
})

/** Whether a title is still to be set; one that the service trimmed is set. */
export const isTitleOpen = ({ title }: StoredSave, now: string): boolean =>
  title !== undefined &&
  now !== title.target &&
  (now === (title.base ?? '') || now.trim() !== title.target.trim())

const nextStep = (save: StoredSave, { form, title }: Known): Step => {
  const step = save.intent && form ? nextSaveStep(save.intent, form) : ({ kind: 'done' } as const)
  if (step.kind === 'conflict') return step
  const withTitle = isTitleOpen(save, title)
  if (step.kind === 'done' && !withTitle) return step
  return {
    kind: 'send',
    clears: step.kind === 'send' && step.clears,
    body: {
      ...(withTitle && { title: save.title?.target }),
      ...(step.kind === 'send' && { socForm: step.request }),
    },
  }
}

const put = ({ vendorId, reviewId }: StoredSave, body: ReviewUpdateRequest): Promise<Review> =>
  callApi({
    operation: 'updateVendorSecurityReview',
    method: 'PUT',
    path: reviewPath(vendorId, reviewId),
    body,
    schema: reviewSchema,
  })

const read = (run: SaveRun, progress: SaveProgress): Promise<Review> => {
  run.onProgress?.(progress)
  return readReview(run.save.vendorId, run.save.reviewId)
}

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1_000))

/** Looks up what has become of a request. @throws the request's own error where that cannot be told */
const lookUp = async (run: SaveRun, error: ApiError): Promise<Known> => {
  const wanted = error.retryAfter ?? 0
  await pause(wanted > LONGEST_WAIT_S ? ARRIVAL_S : Math.max(ARRIVAL_S, wanted))
  try {
    return knownFrom(run.save, await read(run, 'checking'))
  } catch {
    throw error
  }
}

/**
 * What is known once the service took a request that clears. Fields are set by it, in whatever
 * words it shows them: they are not sent again.
 */
const afterClear = (save: StoredSave, review: Review): Known => {
  const form = formFor(save, review)
  const { intent, title } = save
  if (!intent || !form) return { form, title: title?.target ?? '' }
  const set = pickFields(() => intent.target)
  for (const { section, list } of SOC_LISTS)
    Object.assign(set[section], { [list]: itemsOf(form, list) })
  return { form: set, title: title?.target ?? '' }
}

/** The lists of a save that a fresh read does not show as they were to be. */
export const openLists = (save: StoredSave, form: SocEdit | undefined): SocListId[] => {
  const { intent } = save
  return intent && form
    ? listsOf(intent).filter((list) => listProgress(intent, list, form) !== 'done')
    : []
}

/** Ends a save with a fresh read: only one that shows the end state lets it be forgotten. */
const conclude = async ({ save }: SaveRun, review: Review): Promise<SaveOutcome> => {
  const lists = openLists(save, formFor(save, review))
  if (lists.length > 0) return { kind: 'conflict', lists, review }
  await forgetSave(save)
  return { kind: 'saved', review, isConfirmed: true }
}

/** Everything was sent and taken: nothing of it may be sent again, whatever a read shows. */
const acknowledge = async (run: SaveRun, answer: Review): Promise<SaveOutcome> => {
  run.save = { ...run.save, isAcknowledged: true }
  await keepSave(run.save)
  let review: Review
  try {
    review = await read(run, 'checking')
    formFor(run.save, review)
  } catch {
    return { kind: 'saved', review: answer, isConfirmed: false }
  }
  return conclude(run, review)
}

/**
 * The next request's outcome: what is known after it, or how the save ended with it.
 * @throws ApiError where it was refused, or its outcome cannot be told
 */
const send = async (
  run: SaveRun,
  { body, clears }: Extract<Step, { kind: 'send' }>,
): Promise<{ known: Known; unclear?: ApiError } | { outcome: SaveOutcome }> => {
  run.onProgress?.('writing')
  let answer: Review
  try {
    answer = await put(run.save, body)
  } catch (error) {
    if (!(error instanceof ApiError) || !error.isOutcomeUnclear) throw error
    run.mayHaveWritten = true
    return { known: await lookUp(run, error), unclear: error }
  }
  run.mayHaveWritten = true
  if (!clears) return { outcome: await acknowledge(run, answer) }
  const holds = answer.socReviewForm ? answer : await read(run, 'checking')
  return { known: afterClear(run.save, holds) }
}

const steps = async (run: SaveRun, start: Review | undefined): Promise<SaveOutcome> => {
  let known: Known = start
    ? knownFrom(run.save, start)
    : { form: run.save.intent?.base, title: run.save.title?.base ?? '' }
  let [repeats, clears] = [0, 0]
  for (;;) {
    const step = nextStep(run.save, known)
    if (step.kind === 'conflict')
      return { ...step, review: known.review ?? (await read(run, 'checking')) }
    if (step.kind === 'done') return conclude(run, known.review ?? (await read(run, 'checking')))
    const sent = await send(run, step)
    if ('outcome' in sent) return sent.outcome
    known = sent.known
    const { unclear } = sent
    if (unclear && nextStep(run.save, known).kind === 'send') {
      repeats += 1
      if (repeats > MAX_REPEATS || (unclear.retryAfter ?? 0) > LONGEST_WAIT_S) throw unclear
    }
    // A service that takes a clear and goes on showing the list is not one to be asked for ever.
    if (!unclear && step.clears && ++clears > MAX_REPEATS) throw unreadable()
  }
}

/**
 * Carries a kept save out: one request after the other, each found from what the service has.
 *
 * @param start a fresh read; left out, the save begins from what the analyst started from
 * @throws ApiError where it did not get through. It stays kept if anything of it may be with the
 *   service, and is forgotten where certainly nothing is
 */
export const carryOut = async (run: SaveRun, start?: Review): Promise<SaveOutcome> => {
  try {
    if (run.save.isAcknowledged) return await conclude(run, start ?? (await read(run, 'checking')))
    const outcome = await steps(run, start)
    if (outcome.kind === 'conflict' && !run.mayHaveWritten) await forgetSave(run.save)
    return outcome
  } catch (error) {
    if (!run.mayHaveWritten) await forgetSave(run.save)
    throw error
  }
}
