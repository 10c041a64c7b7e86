import { useEffect } from 'react'
import { AUTOSAVE, useSetting } from '../ui/use-setting.ts'
import { useReviewEditing } from './review-editing.ts'

const PAUSE_MS = 3_000

/**
 * Saves by itself a while after the last change, where the analyst has chosen so. What failed is
 * not repeated by itself: the next change or "Retry" does.
 */
export const useAutosave = (): void => {
  const [isOn] = useSetting(AUTOSAVE)
  const { isReadOnly, tracker, saving } = useReviewEditing()
  const { save, conflict } = saving
  const isWanted = isOn && !isReadOnly && conflict === null
  useEffect(() => {
    if (!isWanted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const schedule = (): void => {
      clearTimeout(timer)
      if (tracker.getSnapshot().isDirty) timer = setTimeout(() => void save(), PAUSE_MS)
    }
    schedule()
    const stop = tracker.subscribe(schedule)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [isWanted, tracker, save])
}
