import { createContext, useContext } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Review } from '../domain/contract/review.ts'
import type { SocProgress } from '../domain/soc/completeness.ts'
import type { Readable } from '../lib/store.ts'
import { useStore } from '../ui/hooks/use-store.ts'
import type { EditSnapshot, EditTracker } from './edit-tracker.ts'
import type { ReviewEditValues } from './edit-values.ts'
import type { Saving } from './use-saving.ts'
import type { ReviewWork, WorkState } from './work-state.ts'

/** What the parts of a review's page share during editing. */
export interface ReviewEditing {
  vendorId: number
  review: Review
  /** True for a completed review until it is reopened, and always behind a read-only gateway. */
  isReadOnly: boolean
  form: UseFormReturn<ReviewEditValues>
  tracker: EditTracker
  work: ReviewWork
  saving: Saving
  /** What the form still needs; null for a review without a form. */
  progress: Readable<SocProgress> | null
  /** The number of other tabs that have this review open. */
  otherTabs: number
}

const ReviewEditingContext = createContext<ReviewEditing | null>(null)

export const ReviewEditingProvider = ReviewEditingContext.Provider

/** The shared editing state of the page. @throws Error outside a review's page */
export const useReviewEditing = (): ReviewEditing => {
  const editing = useContext(ReviewEditingContext)
  if (editing === null) throw new Error('There is no review to edit here.')
  return editing
}

/** The form's values and state, updated a moment after each change. */
export const useEditSnapshot = (): EditSnapshot => useStore(useReviewEditing().tracker)

/** The state of the work: its saves, its conflicts, and what was restored. */
export const useWorkState = (): WorkState => useStore(useReviewEditing().work)
