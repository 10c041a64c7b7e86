import { useEffect } from 'react'
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
    const schedule = (): void => {
      clearTimeout(timer)
      if (!tracker.getState().isDirty) return
      timer = setTimeout(() => {
        // Do not ask again while the question is open.
        if (!work.getState().isAsked) void save({ isAuto: true })
      }, PAUSE_MS)
    }
    schedule()
    const stop = tracker.subscribe(schedule)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [isWanted, tracker, work, save])
}
