import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { afterFailure, type FailedSave, listProgress, listsOf } from '../../domain/merge-edit.ts'
import type { Review } from '../../domain/review.ts'
import { needsFreshRead, nextSaveStep, type SaveIntent, undoOf } from '../../domain/save-plan.ts'
import { isSame, itemsOf, SOC_LISTS, type SocEdit, type SocListId } from '../../domain/soc-edit.ts'
import { withLock } from '../../lib/local-db.ts'
import { readReview, securityReviews } from '../security-reviews.ts'
import { vendors } from '../vendors.ts'
import {
  forgetSave,
  keepSave,
  keptSaves,
  type StoredSave,
  type TitleChange,
} from './save-intents.ts'
import {
  carryOut,
  formFor,
  isTitleOpen,
  openLists,
  type SaveOutcome,
  type SaveProgress,
} from './save-steps.ts'

export type { StoredSave, TitleChange } from './save-intents.ts'
export type { SaveOutcome, SaveProgress } from './save-steps.ts'

/** What is to be saved of a review. */
export interface SaveInput {
  /** The form of a SOC report. */
  intent?: SaveIntent | undefined
  title?: TitleChange | undefined
  onProgress?: ((progress: SaveProgress) => void) | undefined
}

/** What {@link unfinishedSaves} are cached by. */
export const unfinishedKey = (vendorId: number, reviewId: number) =>
  ['unfinished-saves', vendorId, reviewId] as const

interface Place {
  vendorId: number
  reviewId: number
}

const nameOf = ({ vendorId, reviewId }: Place): string => `${vendorId}/${reviewId}`
/** One save of a review at a time, across all tabs. */
const oneAtATime = <R>(place: Place, run: () => Promise<R>): Promise<R> =>
  withLock(`save/${nameOf(place)}`, run)

/**
 * This page's saves that failed half-way, by review. The form that they came from still starts from
 * where it started; the next save of it must not send again what has arrived.
 */
const failures = new Map<string, { id: string; form: FailedSave | undefined }>()

const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`

/**
 * Saves what changed of a review in the fewest requests, so that whatever dies when, nothing is lost
 * and nothing is written twice. A save that failed is repeated by calling this again with what the
 * form holds by then.
 *
 * @throws ApiError where it did not get through: see {@link unfinishedSaves} for what is left of it
 */
export const saveReview = (input: Place & SaveInput): Promise<SaveOutcome> =>
  oneAtATime(input, async () => {
    const { vendorId, reviewId, intent, title, onProgress } = input
    const key = nameOf(input)
    const failed = failures.get(key)
    const isNothing =
      title?.base === title?.target && (!intent || isSame(intent.base, intent.target))
    if (isNothing && !failed) return { kind: 'unchanged' }

    const save: StoredSave = {
      id: failed?.id ?? newId(),
      vendorId,
      reviewId,
      intent,
      title,
      startedAt: new Date().toISOString(),
      isAcknowledged: false,
      isUndo: false,
    }
    let start: Review | undefined
    const startFresh = async (): Promise<Review> => {
      onProgress?.('reading')
      return readReview(vendorId, reviewId)
    }
    if (failed?.form && intent) {
      start = await startFresh()
      const holds = formFor(failed.form, start)
      if (holds) save.intent = afterFailure(failed.form, holds, intent)
    }
    const beside = (await keptSaves()).filter((kept) => nameOf(kept) === key && kept.id !== save.id)
    await keepSave(save)
    const run = { save, mayHaveWritten: failed !== undefined, onProgress }
    try {
      if (!start && (beside.length > 0 || failed || (intent && needsFreshRead(intent))))
        start = await startFresh()
      // From here on this save changes what they would be looked for by.
      if (start) await forgetFinished(beside, start)
    } catch (error) {
      if (!failed) await forgetSave(save)
      throw error
    }
    const remember = (): void => {
      const form = intent && save.intent && { from: intent.base, intent: save.intent }
      if (run.mayHaveWritten) failures.set(key, { id: save.id, form })
      else failures.delete(key)
    }
    try {
      const outcome = await carryOut(run, start)
      if (outcome.kind === 'conflict') remember()
      else failures.delete(key)
      return outcome
    } catch (error) {
      remember()
      throw error
    }
  })

/**
 * The saves of a review that are not known to have ended, the oldest first. Waits for one that is
 * under way in another tab.
 */
export const unfinishedSaves = (vendorId: number, reviewId: number): Promise<StoredSave[]> =>
  oneAtATime({ vendorId, reviewId }, async () =>
    (await keptSaves()).filter((kept) => nameOf(kept) === nameOf({ vendorId, reviewId })),
  )

/** How far an unfinished save has come. */
export type Unfinished =
  /** Everything is there: it may be forgotten without a word. */
  | { kind: 'finished' }
  /** Nothing of it has arrived. */
  | { kind: 'untouched' }
  /**
   * Some of it has arrived.
   * @property emptied lists that it cleared and did not fill again
   * @property conflicts lists that someone else has changed since
   */
  | { kind: 'partial'; emptied: SocListId[]; conflicts: SocListId[] }

/** Whether any field or list that a save changes is as the save wants it. */
const hasArrived = ({ base, target }: SaveIntent, form: SocEdit): boolean =>
  Object.entries(target).some(([id, values]) =>
    Object.entries(values).some(([name, wanted]) => {
      const valueIn = (edit: SocEdit): unknown =>
        (edit as unknown as Record<string, Record<string, unknown>>)[id]?.[name]
      return !isSame(valueIn(base), wanted) && isSame(valueIn(form), wanted)
    }),
  )

/** Says how far an unfinished save has come. @param review a fresh read */
export const describeUnfinished = (save: StoredSave, review: Review): Unfinished => {
  const form = formFor(save, review)
  const { intent } = save
  const isTitleThere = !isTitleOpen(save, review.title ?? '')
  const lists = openLists(save, form)
  const isAllThere =
    isTitleThere && (!intent || !form || nextSaveStep(intent, form).kind === 'done')
  if (isAllThere || (save.isAcknowledged && lists.length === 0)) return { kind: 'finished' }
  if (!intent || !form) return { kind: 'untouched' }
  const conflicts = lists.filter((list) => listProgress(intent, list, form) === 'changed')
  const emptied = lists.filter(
    (list) =>
      !conflicts.includes(list) &&
      itemsOf(form, list).length === 0 &&
      itemsOf(intent.base, list).length > 0,
  )
  const isUntouched =
    conflicts.length + emptied.length === 0 &&
    lists.length === listsOf(intent).length &&
    !hasArrived(intent, form) &&
    (save.title === undefined || !isTitleThere)
  return isUntouched ? { kind: 'untouched' } : { kind: 'partial', emptied, conflicts }
}

/** Forgets those of some unfinished saves that a fresh read shows to have arrived whole. */
const forgetFinished = async (saves: readonly StoredSave[], review: Review): Promise<void> => {
  for (const save of saves)
    if (describeUnfinished(save, review).kind === 'finished') await forgetSave(save)
}

/** Whether another tab has not ended it meanwhile. */
const isStillKept = async (save: StoredSave): Promise<boolean> =>
  (await keptSaves()).some(({ id, isUndo }) => id === save.id && isUndo === save.isUndo)

const settle = async (save: StoredSave, start: Review): Promise<SaveOutcome> => {
  const outcome = await carryOut({ save, mayHaveWritten: true }, start)
  if (outcome.kind === 'saved' && failures.get(nameOf(save))?.id === save.id)
    failures.delete(nameOf(save))
  return outcome
}

/**
 * Finishes an unfinished save; `unchanged` where another tab has ended it meanwhile.
 * @throws ApiError where it did not get through; it stays kept
 */
export const resumeSave = (save: StoredSave): Promise<SaveOutcome> =>
  oneAtATime(save, async () =>
    (await isStillKept(save))
      ? settle(save, await readReview(save.vendorId, save.reviewId))
      : { kind: 'unchanged' },
  )

/** The form's part of an undo: only what has arrived of the save is taken back. */
const undoFrom = (
  intent: SaveIntent,
  form: SocEdit,
  userIdOf: (name: string) => number | undefined,
): SaveIntent => {
  const undo = undoOf(intent, form)
  for (const { section, list } of SOC_LISTS) {
    const isUnwritten =
      listProgress(intent, list, form) === 'open' && itemsOf(form, list).length > 0
    if (isUnwritten) Object.assign(undo.base[section], { [list]: itemsOf(undo.target, list) })
  }
  const target = structuredClone(undo.target)
  const { reviewer, reviewerUserId } = target.reviewerInformation
  if (reviewer !== null && reviewerUserId === undefined)
    target.reviewerInformation.reviewerUserId = userIdOf(reviewer)
  return { base: undo.base, target }
}

/**
 * Takes an unfinished save back: what was there before is there again. It is a save of its own,
 * which takes the place of the other, so that it can be finished, or taken back, like any other.
 *
 * @param userIdOf finds the user of a name: a reviewer is written by id and read back as a name.
 *   One who is not found stays as the save has set them
 * @throws ApiError where it did not get through; it stays kept
 */
export const discardSave = (
  save: StoredSave,
  userIdOf: (name: string) => number | undefined = () => undefined,
): Promise<SaveOutcome> =>
  oneAtATime(save, async () => {
    if (!(await isStillKept(save))) return { kind: 'unchanged' }
    const review = await readReview(save.vendorId, save.reviewId)
    const form = formFor(save, review)
    const undo: StoredSave = {
      ...save,
      intent: save.intent && form && undoFrom(save.intent, form, userIdOf),
      title:
        save.title && !isTitleOpen(save, review.title ?? '')
          ? { base: save.title.target, target: save.title.base ?? '' }
          : undefined,
      isAcknowledged: false,
      isUndo: !save.isUndo,
    }
    await keepSave(undo)
    return settle(undo, review)
  })

/** Leaves the review as it is and forgets an unfinished save. */
export const abandonSave = (save: StoredSave): Promise<void> =>
  oneAtATime(save, () => forgetSave(save))

/** The mutation behind "Save": pending until the page agrees with the service again. */
export const saveReviewMutation = (queryClient: QueryClient, vendorId: number, reviewId: number) =>
  mutationOptions({
    mutationKey: [...securityReviews.all, 'save', vendorId, reviewId],
    mutationFn: (input: SaveInput) => saveReview({ vendorId, reviewId, ...input }),
    onSuccess: (outcome) => takeOver(queryClient, { vendorId, reviewId }, outcome),
  })

/** Puts what a save learned of a review into the cache. */
export const takeOver = async (
  queryClient: QueryClient,
  { vendorId, reviewId }: Place,
  outcome: SaveOutcome,
): Promise<void> => {
  void queryClient.invalidateQueries({ queryKey: unfinishedKey(vendorId, reviewId) })
  if (outcome.kind === 'unchanged') return
  // The answer to a request leaves out the people that a read has.
  queryClient.setQueryData(
    securityReviews.detail(vendorId, reviewId).queryKey,
    (before: Review | undefined): Review => ({ ...before, ...outcome.review }),
  )
  await Promise.all([
    queryClient.invalidateQueries(securityReviews.actions(vendorId, reviewId)),
    queryClient.invalidateQueries({ queryKey: securityReviews.lists }),
    queryClient.invalidateQueries({ queryKey: vendors.all }),
  ])
}
