import type { ReviewKey, ReviewService, SaveProgress } from '../api/saving/save-work.ts'
import type { WorkRecord, WorkStore } from '../api/saving/work-store.ts'
import type { Review } from '../domain/contract/review.ts'
import type { Displaced } from '../domain/work/carry.ts'
import type { Choice } from '../domain/work/decide.ts'
import type { Conflict } from '../domain/work/reconcile.ts'
import type { Path, Values } from '../domain/work/values.ts'
import { isUnsaved, newWork, type Work } from '../domain/work/work.ts'
import type { Readable } from '../lib/store.ts'
import type { FormPort } from './form-port.ts'

/** The state of the work on one review, as the page shows it. Never changed in place. */
export interface WorkState {
  work: Work
  isSaving: boolean
  progress: SaveProgress | null
  /** The error of the last save; null if it succeeded, or there was none. */
  failure: unknown
  /** The conflicts that the last save found. */
  conflicts: readonly Conflict[]
  /** Whether to show the question about {@link conflicts}. */
  isAsked: boolean
  /** Whether unsaved work was restored, and the notice is still open. */
  isRestored: boolean
  /** Work that was just discarded and can be restored. */
  discarded: Work | null
  /** Words of an earlier page, displaced by newer ones in the form. */
  displaced: readonly Displaced[]
  /** Whether this browser stores what is typed. */
  isKept: boolean
  /** Unsaved work on this review in other open tabs. */
  elsewhere: readonly WorkRecord[]
  /** Unsaved work of closed tabs, except for what this tab has taken over. */
  left: readonly WorkRecord[]
}

export const newState = (values: Values): WorkState => ({
  work: newWork(values),
  isSaving: false,
  progress: null,
  failure: null,
  conflicts: [],
  isAsked: false,
  isRestored: false,
  discarded: null,
  displaced: [],
  isKept: true,
  elsewhere: [],
  left: [],
})

/** Whether a state holds words that exist nowhere else. */
export const isWorthKeeping = ({ work, displaced }: WorkState): boolean =>
  isUnsaved(work) || displaced.length > 0

/** The outcome of a save. */
export type SaveResult = 'saved' | 'failed' | 'conflict' | 'completed'

/** How to end a save that another tab left unfinished. */
export type Ending = 'finish' | 'undo' | 'leave'

/** Finds the user of a name; undefined if there is none, or more than one. */
export type UserIdOf = (name: string) => number | undefined

/** What the work on a review needs from outside. */
export interface WorkWorld {
  service: ReviewService
  store: WorkStore
  /** Runs one task at a time for a review, across all tabs. */
  lock: <R>(key: ReviewKey, run: () => Promise<R>) => Promise<R>
  /** Passes on the review that a save has read or received. The save ends once this resolves. */
  cache: (key: ReviewKey, review: Review) => Promise<void>
  /** Tells the other tabs that something was saved, or that a save is over. */
  announce: (key: ReviewKey) => void
  /** Today in the analyst's time zone. */
  today: () => string
}

/** The work on one review in one tab. It outlives its page: a save continues when that is left. */
export interface ReviewWork extends Readable<WorkState> {
  /**
   * Starts with what the page shows of the review, or continues unsaved work.
   * @returns the values for the form
   */
  start: (shown: Values, reviewTitle: string) => Values
  /** Connects the form, and restores kept work. @returns a function that disconnects it */
  attach: (form: FormPort) => () => void
  /** Takes over the form's current values. */
  typed: () => void
  /** Keeps unsaved work once more, since the browser may have deleted its record. */
  keep: () => Promise<void>
  save: (options?: { isAuto?: boolean }) => Promise<SaveResult>
  /** Goes back to what the page shows of the review. Does nothing while a save is unfinished. */
  discard: (shown: Values) => void
  undoDiscard: () => void
  /** Closes the notice about restored work. */
  keepRestored: () => void
  dropDisplaced: () => void
  /** Shows the question about conflicts again. */
  ask: () => void
  decideLater: () => void
  decide: (choiceOf: (path: Path) => Choice) => Promise<SaveResult>
  /** Undoes an unfinished save. */
  undoSave: (userIdOf: UserIdOf) => Promise<SaveResult>
  /** Leaves the review as the service has it, and drops the work. @throws ApiError */
  leaveSave: () => Promise<void>
  /** Takes over the work of a closed tab. */
  takeOver: (record: WorkRecord) => Promise<void>
  /** Finishes the save of another open tab. @throws ApiError */
  finishElsewhere: (record: WorkRecord) => Promise<SaveResult>
  /** Reads again what other tabs keep. */
  refreshOtherTabs: () => Promise<void>
  /** Checks an unfinished save again, after another tab has saved. */
  checkAgain: () => Promise<void>
}
