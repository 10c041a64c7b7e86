import type { UseFormReturn } from 'react-hook-form'
import type { Values } from '../domain/work/values.ts'
import { isEdited, isUnsaved } from '../domain/work/work.ts'
import { createStore, type Readable } from '../lib/store.ts'
import { type ReviewEditValues, toEditValues } from './edit-values.ts'
import type { ReviewWork } from './work-state.ts'

/** The form's values and state, updated a moment after each change. */
export interface EditSnapshot {
  /** The values that the edits are based on. */
  base: ReviewEditValues
  values: ReviewEditValues
  /** Whether anything was typed that the service does not have. */
  isDirty: boolean
  /** Whether leaving would lose anything: unsaved edits, or a save that may not have ended. */
  isUnsaved: boolean
}

/**
 * Watches a form from outside, so that a keystroke renders only the field itself. Everything that
 * counts, compares or keeps the values reads them from here, after a short pause.
 */
export interface EditTracker extends Readable<EditSnapshot> {
  /** Reads the values now. */
  refresh: () => EditSnapshot
  /** Starts watching. @returns a function that stops, after a last read */
  watch: () => () => void
}

const PAUSE_MS = 250

export const createEditTracker = (
  form: Pick<UseFormReturn<ReviewEditValues>, 'subscribe'>,
  work: Pick<ReviewWork, 'getState' | 'subscribe' | 'typed'>,
): EditTracker => {
  const nested = new WeakMap<Values, ReviewEditValues>()
  const toNested = (values: Values): ReviewEditValues => {
    const known = nested.get(values) ?? toEditValues(values)
    nested.set(values, known)
    return known
  }
  const look = (): EditSnapshot => {
    const { work: now } = work.getState()
    return {
      base: toNested(now.base),
      values: toNested(now.mine),
      isDirty: isEdited(now),
      isUnsaved: isUnsaved(now),
    }
  }

  let seen = work.getState().work
  const { getState, setState, subscribe } = createStore(look())
  let timer: ReturnType<typeof setTimeout> | undefined

  const update = (): void => {
    if (work.getState().work === seen) return
    seen = work.getState().work
    setState(look())
  }
  const refresh = (): EditSnapshot => {
    clearTimeout(timer)
    work.typed()
    update()
    return getState()
  }

  return {
    getState,
    subscribe,
    refresh,
    // All listeners share one watch, and a component that unmounts must not stop it for the others.
    watch: () => {
      const stopWork = work.subscribe(update)
      const stopForm = form.subscribe({
        formState: { values: true },
        callback: () => {
          clearTimeout(timer)
          timer = setTimeout(refresh, PAUSE_MS)
        },
      })
      return () => {
        stopForm()
        refresh()
        stopWork()
      }
    },
  }
}
