// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TITLE } from '../domain/work/values.ts'
import { newWork } from '../domain/work/work.ts'
import { createStore } from '../lib/store.ts'
import { type ReviewEditing, ReviewEditingProvider } from './review-editing.ts'
import { useAutosave } from './use-autosave.ts'
import { newState, type WorkState } from './work-state.ts'

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.setItem('countersign.setting.autosave', 'true')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  localStorage.clear()
})

const base = { [TITLE]: 'SOC 2' }
const save = vi.fn(() => Promise.resolve())

/** A page with autosave, and what happens on it. */
const openPage = () => {
  save.mockClear()
  const work = createStore<WorkState>(newState(base))
  const tracker = createStore({ isDirty: false })
  const editing = { isReadOnly: false, tracker, work, saving: { save } } as unknown as ReviewEditing
  renderHook(() => useAutosave(), {
    wrapper: ({ children }) => (
      <ReviewEditingProvider value={editing}>{children}</ReviewEditingProvider>
    ),
  })
  const set = (change: Partial<WorkState>): void => {
    work.setState({ ...work.getState(), ...change })
    tracker.setState({ isDirty: true })
  }
  return {
    type: (title: string) => set({ work: { ...newWork(base), mine: { [TITLE]: title } } }),
    begin: () => set({ isSaving: true, failure: null }),
    // A save hands back another object with the same values.
    fail: () =>
      set({
        isSaving: false,
        failure: new Error('No network.'),
        work: { ...work.getState().work, mine: { ...work.getState().work.mine } },
      }),
  }
}

it('saves a while after the last change', () => {
  const { type } = openPage()
  type('SOC 2 2')
  vi.advanceTimersByTime(2_000)
  type('SOC 2 2026')
  vi.advanceTimersByTime(2_000)
  expect(save).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  expect(save).toHaveBeenCalledExactlyOnceWith({ isAuto: true })
})

it('leaves what could not be saved alone until it changes', () => {
  const { type, begin, fail } = openPage()
  type('SOC 2 2026')
  begin()
  fail()
  vi.advanceTimersByTime(60_000)
  expect(save).not.toHaveBeenCalled()
  type('SOC 2 2026, again')
  vi.advanceTimersByTime(3_000)
  expect(save).toHaveBeenCalledOnce()
})
