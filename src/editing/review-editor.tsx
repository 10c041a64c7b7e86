import { type ReactNode, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useIsReadOnly } from '../api/config.ts'
import type { Review } from '../domain/review.ts'
import { createEditTracker } from './edit-tracker.ts'
import { type ReviewEditValues, toEditValues } from './edit-values.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { ReviewEditingProvider } from './review-editing.ts'
import { useDraft } from './use-draft.ts'
import { useSaving } from './use-saving.ts'

interface ReviewEditorProps {
  vendorId: number
  review: Review
  children: ReactNode
}

/**
 * Holds what is edited of a review. The values are taken from the review once: a background refetch
 * never eats an edit. What the service has newer is seen by the save, which reads before it clears.
 */
export const ReviewEditor = ({ vendorId, review, children }: ReviewEditorProps) => {
  const [start] = useState(() => toEditValues(review))
  const form = useForm<ReviewEditValues>({ defaultValues: start })
  const [tracker] = useState(() => createEditTracker(form, start))
  const saving = useSaving(vendorId, review, form, tracker)
  const draft = useDraft(vendorId, review, form, tracker)
  const isGatewayReadOnly = useIsReadOnly()
  const isReadOnly = isGatewayReadOnly || review.status === 'COMPLETED'
  const editing = useMemo(
    () => ({ vendorId, review, isReadOnly, form, tracker, saving, draft }),
    [vendorId, review, isReadOnly, form, tracker, saving, draft],
  )
  return (
    <ReviewEditingProvider value={editing}>
      {children}
      <LeaveGuard />
    </ReviewEditingProvider>
  )
}
