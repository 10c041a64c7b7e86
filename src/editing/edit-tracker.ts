import type { UseFormReturn } from 'react-hook-form'
import { isSameEdit, type ReviewEditValues, spelledValues } from './edit-values.ts'

/** What the form holds, as everything around it sees it: a moment after the typing. */
export interface EditSnapshot {
  /** What the values were edited from. */
  base: ReviewEditValues
  values: ReviewEditValues
  isDirty: boolean
}

/**
 * Watches a form from outside, so that a keystroke renders its own field only: what counts,
 * compares and keeps the values looks at them after a short pause.
 */
export interface EditTracker {
  getSnapshot: () => EditSnapshot
  subscribe: (onChange: () => void) => () => void
  /** Looks at the values now. */
  refresh: () => EditSnapshot
  /** Takes another starting point: after a save, or with a restored draft. */
  rebase: (base: ReviewEditValues) => void
}

const PAUSE_MS = 250

export const createEditTracker = (
  form: Pick<UseFormReturn<ReviewEditValues>, 'getValues' | 'subscribe'>,
  start: ReviewEditValues,
): EditTracker => {
  let base = start
  let snapshot: EditSnapshot = { base, values: start, isDirty: false }
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const refresh = (): EditSnapshot => {
    clearTimeout(timer)
    const values = spelledValues(form.getValues())
    if (base !== snapshot.base || !isSameEdit(values, snapshot.values)) {
      snapshot = { base, values, isDirty: !isSameEdit(values, base) }
      for (const listener of listeners) listener()
    }
    return snapshot
  }

  return {
    getSnapshot: () => snapshot,
    refresh,
    rebase: (next) => {
      base = next
      refresh()
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      const stop = form.subscribe({
        formState: { values: true },
        callback: () => {
          clearTimeout(timer)
          timer = setTimeout(refresh, PAUSE_MS)
        },
      })
      return () => {
        stop()
        clearTimeout(timer)
        listeners.delete(onChange)
      }
    },
  }
}
