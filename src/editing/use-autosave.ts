import { useEffect } from 'react'
import { isSameValues, type Values } from '../domain/work/values.ts'
import { AUTOSAVE, useSetting } from '../ui/hooks/use-setting.ts'
import { useReviewEditing } from './review-editing.ts'

const PAUSE_MS = 3_000

/**
 * Saves a while after the last change, if the analyst has turned this on. A failed save is repeated
 * only after the next change or "Retry".
 */
export const useAutosave = (): void => {
  const [isOn] = useSetting(AUTOSAVE)
  const { isReadOnly, tracker, work, saving } = useReviewEditing()
  const { save } = saving
  const isWanted = isOn && !isReadOnly
  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    /** What the last save was about. */
    let tried: Values | undefined
    const note = (): void => {
      const { isSaving, work: now } = work.getState()
      if (isSaving) tried = now.mine
    }
    const hasFailed = (): boolean => {
      const { failure, work: now } = work.getState()
      return failure !== null && tried !== undefined && isSameValues(now.mine, tried)
    }
    const schedule = (): void => {
      clearTimeout(timer)
      if (!tracker.getState().isDirty) return
      timer = setTimeout(() => {
        // Do not ask again while the question is open.
        if (!work.getState().isAsked && !hasFailed()) void save({ isAuto: true })
      }, PAUSE_MS)
    }
    schedule()
    const stops = [tracker.subscribe(schedule), work.subscribe(note)]
    return () => {
      for (const stop of stops) stop()
      clearTimeout(timer)
    }
  }, [isWanted, tracker, work, save])
}
