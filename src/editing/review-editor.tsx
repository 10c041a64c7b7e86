import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useMay } from '../api/config.ts'
import { watchReview } from '../api/saving/watch-review.ts'
import { type Review, reviewTitle } from '../domain/contract/review.ts'
import { emptySocEdit, toSocEdit } from '../domain/soc/edit.ts'
import { isSameValues, toValues } from '../domain/work/values.ts'
import { createEditTracker } from './edit-tracker.ts'
import { type ReviewEditValues, toEditValues } from './edit-values.ts'
import { formPort } from './form-port.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { ReviewEditingProvider } from './review-editing.ts'
import { watchProgress } from './use-progress.ts'
import { useSaving } from './use-saving.ts'
import { works } from './works.ts'

interface ReviewEditorProps {
  vendorId: number
  review: Review
  children: ReactNode
}

/**
 * Holds the edited values of a review. The form starts with what the page shows, or with unsaved
 * work. Newer values of the service come in with a save, never with a refetch.
 */
export const ReviewEditor = ({ vendorId, review, children }: ReviewEditorProps) => {
  const hasForm = review.socReviewForm !== undefined
  const [work] = useState(() => works().of({ vendorId, reviewId: review.id }))
  const [defaultValues] = useState((): ReviewEditValues => {
    const { title, socReviewForm } = review
    const shown = toValues(title, socReviewForm)
    const start = work.start(shown, reviewTitle(review))
    // Without unsaved work, the form shows the service's own values, including blank items.
    return isSameValues(start, shown)
      ? { title: title ?? '', form: socReviewForm ? toSocEdit(socReviewForm) : emptySocEdit() }
      : structuredClone(toEditValues(start))
  })
  const form = useForm<ReviewEditValues>({ defaultValues })
  const [tracker] = useState(() => createEditTracker(form, work))
  const saving = useSaving(form, tracker, work, hasForm)
  const [otherTabs, setOtherTabs] = useState(0)
  const mayEdit = useMay('edit')
  const isReadOnly = !mayEdit || review.status === 'COMPLETED'

  useEffect(() => {
    const stop = tracker.watch()
    const detach = work.attach(formPort(form, hasForm))
    // The last chance to keep what was just typed.
    const look = (): void => void tracker.refresh()
    window.addEventListener('pagehide', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('pagehide', look)
      document.removeEventListener('visibilitychange', look)
      stop()
      detach()
    }
  }, [tracker, work, form, hasForm])

  useEffect(
    () =>
      watchReview(
        { vendorId, reviewId: review.id },
        works().tabs,
        setOtherTabs,
        () => void work.checkAgain(),
      ),
    [vendorId, review.id, work],
  )

  const { socReviewForm } = review
  const progress = useMemo(
    () => (socReviewForm ? watchProgress(socReviewForm, tracker, isReadOnly) : null),
    [socReviewForm, tracker, isReadOnly],
  )
  const editing = useMemo(
    () => ({ vendorId, review, isReadOnly, form, tracker, work, saving, progress, otherTabs }),
    [vendorId, review, isReadOnly, form, tracker, work, saving, progress, otherTabs],
  )
  return (
    <ReviewEditingProvider value={editing}>
      {children}
      <LeaveGuard />
    </ReviewEditingProvider>
  )
}
