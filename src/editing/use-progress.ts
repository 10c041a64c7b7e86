import { useSyncExternalStore } from 'react'
import type { SocForm } from '../domain/contract/soc-form.ts'
import { isSameProgress, type SocProgress, socProgress } from '../domain/soc/completeness.ts'
import { forecastProgress } from '../domain/soc/forecast.ts'
import type { Readable } from '../lib/store.ts'
import { useStore } from '../ui/hooks/use-store.ts'
import type { EditTracker } from './edit-tracker.ts'
import { useReviewEditing } from './review-editing.ts'

/**
 * The progress of a form: what the service reports, with a forecast for unsaved input. It is computed
 * once for all parts of the page, and stays the same object while typing changes nothing in it.
 * @param isReadOnly a page that shows no unsaved input forecasts nothing
 */
export const watchProgress = (
  form: SocForm,
  tracker: Pick<EditTracker, 'getState' | 'subscribe'>,
  isReadOnly: boolean,
): Readable<SocProgress> => {
  const said = socProgress(form)
  let progress = said
  let seen: unknown
  return {
    subscribe: tracker.subscribe,
    getState: () => {
      const snapshot = tracker.getState()
      if (isReadOnly || snapshot === seen) return progress
      seen = snapshot
      const next = forecastProgress(said, snapshot.base.form, snapshot.values.form)
      if (!isSameProgress(next, progress)) progress = next
      return progress
    },
  }
}

/** The form's progress. @throws Error for a review without a form */
export const useProgress = (): SocProgress => {
  const { progress } = useReviewEditing()
  if (progress === null) throw new Error('This review has no form.')
  return useStore(progress)
}

const nothing = (): (() => void) => () => undefined

/** Whether a field is missing. */
export const useIsMissing = (path: string): boolean => {
  const { progress } = useReviewEditing()
  return useSyncExternalStore(
    progress?.subscribe ?? nothing,
    () => progress?.getState().missing.some((field) => field.path === path) ?? false,
  )
}
