import { useEffect, useRef, useState } from 'react'
import { formatDay, isLikelyDay } from '../../lib/dates.ts'
import { dayProblem, heldDay } from '../../lib/day-text.ts'

/** A text field for a calendar day, and what it holds. */
export interface DayText {
  text: string
  /** The day that the text says; undefined if it says none. */
  day: string | undefined
  /** Why the text is no day, in a sentence; undefined while it is being typed. */
  problem: string | undefined
  onText: (text: string) => void
  /** Takes a day that was picked. */
  onPick: (day: string) => void
  onFocus: () => void
  onBlur: () => void
}

/**
 * Calls `onLeft` after a field has lost the focus, and no button of a pointer is down any more. What
 * appears below the field then cannot move a button away from under the click that left the field.
 */
const useLeaving = (onLeft: () => void) => {
  const watch = useRef<AbortController>(null)
  const isPressed = useRef(false)
  const isLeft = useRef(false)
  useEffect(() => () => watch.current?.abort(), [])

  const leave = (): void => {
    watch.current?.abort()
    onLeft()
  }
  const onFocus = (): void => {
    watch.current?.abort()
    watch.current = new AbortController()
    isPressed.current = false
    isLeft.current = false
    const options = { capture: true, signal: watch.current.signal }
    document.addEventListener('pointerdown', () => void (isPressed.current = true), options)
    const release = (): void => {
      isPressed.current = false
      // The click comes after this event, and looks for its target again.
      if (isLeft.current) setTimeout(leave)
    }
    document.addEventListener('pointerup', release, options)
    document.addEventListener('pointercancel', release, options)
  }
  const onBlur = (): void => {
    isLeft.current = true
    if (!isPressed.current) leave()
  }
  return { onFocus, onBlur }
}

/**
 * Shows a held day as a text that can be typed over. The field holds a day, or the text as it was
 * typed if it is none, or an empty text. A text that is no day is never taken for an empty one.
 *
 * @param value what the field holds
 * @param onChange called with what the field holds from now on, and the text
 */
export const useDayText = (
  value: string,
  onChange: (value: string, text: string) => void,
): DayText => {
  /** The text as it was typed, as long as the field holds what it says. */
  const [typed, setTyped] = useState<{ text: string; value: string } | null>(null)
  const [isTyping, setIsTyping] = useState(false)
  const day = isLikelyDay(value) ? value : undefined
  const leaving = useLeaving(() => setIsTyping(false))
  return {
    text: typed?.value === value ? typed.text : formatDay(value),
    day,
    problem: isTyping || day !== undefined ? undefined : dayProblem(value),
    onText: (text) => {
      const next = heldDay(text)
      setTyped({ text, value: next })
      setIsTyping(true)
      onChange(next, text)
    },
    onPick: (picked) => {
      setTyped(null)
      setIsTyping(false)
      onChange(picked, picked)
    },
    onFocus: leaving.onFocus,
    onBlur: () => {
      // A day is shown in words then, which say how it was understood.
      if (day !== undefined || value === '') setTyped(null)
      leaving.onBlur()
    },
  }
}
