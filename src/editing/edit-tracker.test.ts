// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptySocEdit } from '../domain/soc/edit.ts'
import { toValues } from '../domain/work/values.ts'
import { createEditTracker } from './edit-tracker.ts'
import type { ReviewEditValues } from './edit-values.ts'
import { formPort } from './form-port.ts'
import { createReviewWork } from './review-work.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A watched form. Its service and storage are never called. */
const watched = () => {
  const start: ReviewEditValues = { title: 'SOC 2', form: emptySocEdit() }
  const { result } = renderHook(() => useForm<ReviewEditValues>({ defaultValues: start }))
  const { current: form } = result
  const nothing = { own: undefined, left: [], elsewhere: [] }
  const work = createReviewWork(
    { vendorId: 1, reviewId: 2 },
    {
      service: {} as never,
      store: {
        read: () => Promise.resolve(nothing),
        write: () => Promise.resolve(true),
        remove: () => Promise.resolve(),
      } as never,
      lock: (_, run) => run(),
      cache: () => Promise.resolve(),
      announce: () => undefined,
      today: () => '2026-11-22',
    },
  )
  work.start(toValues(start.title, start.form), start.title)
  const detach = work.attach(formPort(form, true))
  const tracker = createEditTracker(form, work)
  return { form, work, tracker, detach, stop: tracker.watch() }
}

it('a part of the page that goes does not take the look of the others away', async () => {
  const { form, tracker } = watched()
  const heard = vi.fn<() => void>()
  tracker.subscribe(heard)
  const leave = tracker.subscribe(() => undefined)
  form.setValue('form.complianceScope.certification', 'SOC_1')
  leave()
  await vi.advanceTimersByTimeAsync(300)
  expect(heard).toHaveBeenCalledTimes(1)
  expect(tracker.getState()).toMatchObject({ isDirty: true, isUnsaved: true })
})

it('a choice counts that was made just before the page goes', () => {
  const { form, work, detach, stop } = watched()
  form.setValue('form.findings.hasMaterialImpact', true)
  stop()
  detach()
  expect(work.getState().work.mine['findings.hasMaterialImpact']).toBe(true)
})

it('renders nothing around the form while one types, and once after it', async () => {
  const { form, tracker } = watched()
  const heard = vi.fn<() => void>()
  tracker.subscribe(heard)
  for (const text of ['P', 'Pe', 'Pel', 'Pell']) {
    form.setValue('form.cpaFirm.cpaFirm', text)
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(heard).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(300)
  expect(heard).toHaveBeenCalledTimes(1)
  expect(tracker.getState().values.form.cpaFirm.cpaFirm).toBe('Pell')
})
