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

/** Everything around the work on one review, as the page shows it. Never changed in place. */
export interface WorkState {
  work: Work
  isSaving: boolean
  progress: SaveProgress | null
  /** Why the last save did not get through; null where it did, or nothing was saved. */
  failure: unknown
  /** What the last save found to be decided. */
  conflicts: readonly Conflict[]
  /** Whether the question about {@link conflicts} is to be shown. */
  isAsked: boolean
  /** Whether unsaved work was brought back, and nobody has put the notice away. */
  isRestored: boolean
  /** What was discarded a moment ago, and can be brought back. */
  discarded: Work | null
  /** Words of an earlier page that the form has no room for. */
  displaced: readonly Displaced[]
  /** Whether this browser keeps what is typed. */
  isKept: boolean
  /** What other tabs that are open keep of this review. */
  elsewhere: readonly WorkRecord[]
  /** What tabs have left that are closed, beside what this tab has taken over. */
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

/** Whether a state holds words that are nowhere else. */
export const isWorthKeeping = ({ work, displaced }: WorkState): boolean =>
  isUnsaved(work) || displaced.length > 0

/** How a save ended. */
export type SaveResult = 'saved' | 'failed' | 'conflict' | 'completed'

/** How a save that another tab left unfinished is ended. */
export type Ending = 'finish' | 'undo' | 'leave'

/** Finds the user of a name; undefined where there is none, or more than one. */
export type UserIdOf = (name: string) => number | undefined

/** What the work on a review needs of the world. */
export interface WorkWorld {
  service: ReviewService
  store: WorkStore
  /** Lets one run after the other on a review, across all tabs. */
  lock: <R>(key: ReviewKey, run: () => Promise<R>) => Promise<R>
  /** Hears what a save has learned of a review. The save has ended once this has. */
  learn: (key: ReviewKey, review: Review) => Promise<void>
  /** Tells the other tabs that something was saved, or is over. */
  announce: (key: ReviewKey) => void
  /** The analyst's calendar day. */
  today: () => string
}

/** The work on one review in one tab. It outlives its page: a save goes on when one leaves. */
export interface ReviewWork extends Readable<WorkState> {
  /**
   * Begins with what the page shows of the review, or goes on with what is unsaved.
   * @returns what the form is to hold
   */
  start: (shown: Values, reviewTitle: string) => Values
  /** Connects the form, and brings back what was kept. @returns disconnects it */
  attach: (form: FormPort) => () => void
  /** Takes note of what the form holds. */
  typed: () => void
  save: (options?: { isAuto?: boolean }) => Promise<SaveResult>
  /** Goes back to what the page shows of the review. Not while a save is unfinished. */
  discard: (shown: Values) => void
  undoDiscard: () => void
  /** Puts the notice about restored work away. */
  keepRestored: () => void
  dropDisplaced: () => void
  /** Shows the question about conflicts again. */
  ask: () => void
  decideLater: () => void
  decide: (choiceOf: (path: Path) => Choice) => Promise<SaveResult>
  /** Takes an unfinished save back. */
  undoSave: (userIdOf: UserIdOf) => Promise<SaveResult>
  /** Leaves the review as the service has it, and forgets the work. @throws ApiError */
  leaveSave: () => Promise<void>
  /** Takes over what a closed tab has left. */
  takeOver: (record: WorkRecord) => Promise<void>
  /** Finishes the save of a tab that is open. @throws ApiError */
  finishElsewhere: (record: WorkRecord) => Promise<SaveResult>
  /** Looks again what other tabs keep. */
  lookAround: () => Promise<void>
  /** Another tab has saved: what is unfinished here may be over. */
  lookAgain: () => Promise<void>
}
