import { useCallback, useEffect, useMemo, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { deleteDraft, readDraft, watchReview, writeDraft } from '../api/saving/drafts.ts'
import { type Review, reviewTitle } from '../domain/review.ts'
import { rebase } from '../domain/soc-edit.ts'
import type { EditTracker } from './edit-tracker.ts'
import { type ReviewEditValues, toEditValues } from './edit-values.ts'
import { applyToForm } from './use-saving.ts'

/** What was typed earlier and is kept in this browser. */
export interface Draft {
  /** Whether unsaved work was brought back when the page opened. */
  isRestored: boolean
  /** Goes back to what the service has. */
  discard: () => void
  /** Brings back what was just discarded; absent when there is nothing to bring back. */
  undoDiscard: (() => void) | undefined
  /** Puts the notice away and keeps the changes. */
  keep: () => void
  /** How many other tabs have this review open. */
  otherTabs: number
}

/**
 * Keeps what is typed in this browser within a second, and brings it back when the review is opened
 * again.
 */
export const useDraft = (
  vendorId: number,
  review: Review,
  form: UseFormReturn<ReviewEditValues>,
  tracker: EditTracker,
): Draft => {
  const [isRestored, setIsRestored] = useState(false)
  const [otherTabs, setOtherTabs] = useState(0)
  const [discarded, setDiscarded] = useState<ReviewEditValues>()
  const title = reviewTitle(review)
  const isReadOnly = review.status === 'COMPLETED'

  useEffect(() => watchReview(vendorId, review.id, setOtherTabs), [vendorId, review.id])

  useEffect(() => {
    if (isReadOnly) return
    let isGone = false
    const restore = async (): Promise<void> => {
      const draft = await readDraft(vendorId, review.id)
      // Whoever typed faster than the browser read keeps what is typed.
      if (isGone || draft === undefined || tracker.refresh().isDirty) return
      const { base: now } = tracker.getSnapshot()
      const { base, edit } = rebase(draft.base, draft.edit, now.form)
      const isTitleEdited = draft.title !== draft.baseTitle
      applyToForm(form, now.form, edit)
      if (isTitleEdited) form.setValue('title', draft.title)
      tracker.rebase({ title: now.title, form: base })
      setIsRestored(tracker.getSnapshot().isDirty)
    }
    void restore()
    return () => {
      isGone = true
    }
  }, [vendorId, review.id, isReadOnly, form, tracker])

  useEffect(
    () =>
      tracker.subscribe(() => {
        const { base, values, isDirty } = tracker.getSnapshot()
        // Whoever types on has no more use for what was discarded.
        if (isDirty) setDiscarded(undefined)
        if (isDirty)
          void writeDraft({
            vendorId,
            reviewId: review.id,
            reviewTitle: title,
            base: base.form,
            edit: values.form,
            baseTitle: base.title,
            title: values.title,
          })
        else {
          setIsRestored(false)
          void deleteDraft(vendorId, review.id)
        }
      }),
    [vendorId, review.id, title, tracker],
  )

  const discard = useCallback(() => {
    const fresh = toEditValues(review)
    const { values } = tracker.refresh()
    applyToForm(form, values.form, fresh.form)
    form.setValue('title', fresh.title)
    form.clearErrors()
    tracker.rebase(fresh)
    setIsRestored(false)
    setDiscarded(values)
  }, [review, form, tracker])

  const undoDiscard = useCallback(() => {
    if (discarded === undefined) return
    applyToForm(form, tracker.refresh().values.form, discarded.form)
    form.setValue('title', discarded.title)
    tracker.refresh()
    setDiscarded(undefined)
  }, [discarded, form, tracker])

  return useMemo(
    () => ({
      isRestored,
      otherTabs,
      discard,
      undoDiscard: discarded && undoDiscard,
      keep: () => setIsRestored(false),
    }),
    [isRestored, otherTabs, discard, discarded, undoDiscard],
  )
}
