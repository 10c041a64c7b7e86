import { type ReactNode, useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { type Review } from '../../domain/contract/review.ts'
import { reviewSchema } from '../../domain/contract/review-with-form.ts'
import { toSocEdit } from '../../domain/soc/edit.ts'
import { toValues } from '../../domain/work/values.ts'
import { createEditTracker } from '../../editing/edit-tracker.ts'
import type { ReviewEditValues } from '../../editing/edit-values.ts'
import { formPort } from '../../editing/form-port.ts'
import { type ReviewEditing, ReviewEditingProvider } from '../../editing/review-editing.ts'
import { works } from '../../editing/works.ts'

/** The editing of one review, as its page sets it up, without its router. */
export interface FormPage {
  editing: () => ReviewEditing
  Page: (props: { children: ReactNode }) => ReactNode
}

/**
 * @param reviewId another one in each test, as a page that is left still keeps what was typed on it
 * @param form the answers that the service sent, by section
 */
export const formPage = (reviewId: number, form: object = {}): FormPage => {
  const review: Review = reviewSchema.parse({
    id: reviewId,
    title: 'SOC 2 2026',
    socReviewForm: form,
  })
  let shown: ReviewEditing | undefined
  const Page = ({ children }: { children: ReactNode }) => {
    const [work] = useState(() => works().of({ vendorId: 7, reviewId: review.id }))
    const methods = useForm<ReviewEditValues>({
      defaultValues: {
        title: 'SOC 2 2026',
        form: toSocEdit(review.socReviewForm ?? ({} as never)),
      },
    })
    const [tracker] = useState(() => {
      work.start(toValues(review.title, review.socReviewForm), 'SOC 2 2026')
      return createEditTracker(methods, work)
    })
    useEffect(() => {
      const stop = tracker.watch()
      const detach = work.attach(formPort(methods, true))
      return () => {
        stop()
        detach()
      }
    }, [tracker, work, methods])
    const editing: ReviewEditing = {
      vendorId: 7,
      review,
      isReadOnly: false,
      form: methods,
      tracker,
      work,
      // What saves has tests of its own. Nothing here may save.
      saving: {} as never,
      progress: null,
      otherTabs: 0,
    }
    useEffect(() => {
      shown = editing
    })
    return <ReviewEditingProvider value={editing}>{children}</ReviewEditingProvider>
  }
  return {
    Page,
    editing: () => {
      if (!shown) throw new Error('The page is not rendered.')
      return shown
    },
  }
}
