import { useMemo } from 'react'
import type { SocForm } from '../domain/contract/soc-form.ts'
import { type SocProgress, socProgress } from '../domain/soc/completeness.ts'
import { forecastProgress } from '../domain/soc/forecast.ts'
import { useEditSnapshot, useReviewEditing } from './review-editing.ts'

/**
 * The form's progress: what the service reports, with a forecast for unsaved input. A read-only
 * page does not show unsaved input, so it forecasts nothing.
 */
export const useProgress = (form: SocForm): SocProgress => {
  const { isReadOnly } = useReviewEditing()
  const { base, values } = useEditSnapshot()
  return useMemo(() => {
    const said = socProgress(form)
    return isReadOnly ? said : forecastProgress(said, base.form, values.form)
  }, [form, base, values, isReadOnly])
}

/** Whether a field is missing. */
export const useIsMissing = (path: string): boolean => {
  const { review } = useReviewEditing()
  const { base, values } = useEditSnapshot()
  return useMemo(
    () =>
      review.socReviewForm !== undefined &&
      forecastProgress(socProgress(review.socReviewForm), base.form, values.form).missing.some(
        (field) => field.path === path,
      ),
    [review.socReviewForm, base, values, path],
  )
}
