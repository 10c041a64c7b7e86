import { createContext, useContext } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Review } from '../domain/contract/review.ts'
import { useStore } from '../ui/use-store.ts'
import type { EditSnapshot, EditTracker } from './edit-tracker.ts'
import type { ReviewEditValues } from './edit-values.ts'
import type { Saving } from './use-saving.ts'
import type { ReviewWork, WorkState } from './work-state.ts'

/** What the parts of a review's page share while it is edited. */
export interface ReviewEditing {
  vendorId: number
  review: Review
  /** A completed review is read-only until it is reopened; so is everything behind some gateways. */
  isReadOnly: boolean
  form: UseFormReturn<ReviewEditValues>
  tracker: EditTracker
  work: ReviewWork
  saving: Saving
  /** How many other tabs have this review open. */
  otherTabs: number
}

const ReviewEditingContext = createContext<ReviewEditing | null>(null)

export const ReviewEditingProvider = ReviewEditingContext.Provider

/** @throws Error outside a review's page */
export const useReviewEditing = (): ReviewEditing => {
  const editing = useContext(ReviewEditingContext)
  if (editing === null) throw new Error('There is no review to edit here.')
  return editing
}

/** What the form holds, a moment after the typing. */
export const useEditSnapshot = (): EditSnapshot => useStore(useReviewEditing().tracker)

/** Everything around the work: its saves, its conflicts, what was restored. */
export const useWorkState = (): WorkState => useStore(useReviewEditing().work)
