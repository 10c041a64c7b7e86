import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { SourcesAndDismissals } from '../../../api/saving/kept-sources.ts'
import { reviewTitle } from '../../../domain/contract/review.ts'
import type { QuotePart } from '../../../domain/evidence/suggestion.ts'
import type { SocEdit } from '../../../domain/soc/edit.ts'
import type { EditTracker } from '../../../editing/edit-tracker.ts'
import { type ReportReading, reportReading } from '../../../editing/evidence/report-reading.ts'
import { type ReviewSources, reviewSources } from '../../../editing/evidence/review-sources.ts'
import { useReviewEditing } from '../../../editing/review-editing.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'

/** A report that was read. */
export type ReadReport = Extract<ReportReading, { state: 'read' }>

/** The report in front, once it is read; null before. */
export const useReport = (): ReadReport | null => {
  const { subscribe, getState } = reportReading()
  return useSyncExternalStore(subscribe, () => {
    const now = getState()
    return now.state === 'read' ? now : null
  })
}

/** The kept sources and dismissals of this review. */
export const useReviewSources = (): { kept: SourcesAndDismissals; actions: ReviewSources } => {
  const { vendorId, review } = useReviewEditing()
  const title = reviewTitle(review)
  const actions = useMemo(
    () => reviewSources()({ vendorId, reviewId: review.id, reviewTitle: title }),
    [vendorId, review.id, title],
  )
  useEffect(() => void actions.load(), [actions])
  return { kept: useStore(actions), actions }
}

/** Reads something of a form's values, once for each version of them. */
const factReader = <T extends string | boolean>(
  { getState }: Pick<EditTracker, 'getState'>,
  read: (form: SocEdit) => T,
): (() => T) => {
  let known: { of: SocEdit; fact: T } | undefined
  return () => {
    const { form } = getState().values
    if (known?.of !== form) known = { of: form, fact: read(form) }
    return known.fact
  }
}

/**
 * Something about the form's values, a moment after each change. It is a plain value, so that typing
 * renders only what the change concerns.
 * @param read keeps its identity while nothing else changes
 */
export const useFormFact = <T extends string | boolean>(read: (form: SocEdit) => T): T => {
  const { tracker } = useReviewEditing()
  const getFact = useMemo(() => factReader(tracker, read), [tracker, read])
  return useSyncExternalStore(tracker.subscribe, getFact)
}

/** The page of a quote: "12", or "12 (printed 9)" where another number is printed on it. */
export const pageText = ({ page, label }: Pick<QuotePart, 'page' | 'label'>): string =>
  label === null || label === String(page) ? `${page}` : `${page} (printed ${label})`
