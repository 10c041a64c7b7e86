import type { UseFormReturn } from 'react-hook-form'
import { reviewService } from '../../api/saving/review-service.ts'
// A read loads this on demand, which takes real time the first time; a story's clock would run on.
import '../../domain/contract/review-with-form.ts'
import { toValues, type Values } from '../../domain/work/values.ts'
import { createEditTracker, type EditTracker } from '../../editing/edit-tracker.ts'
import { type ReviewEditValues, toEditValues } from '../../editing/edit-values.ts'
import { formPort } from '../../editing/form-port.ts'
import { createReviewWork } from '../../editing/review-work.ts'
import type { ReviewWork } from '../../editing/work-state.ts'
import type { BrowserWithLocks } from './browser.ts'
import type { Sender } from './network.ts'

export const KEY = { vendorId: 7, reviewId: 12 }
export const TODAY = '2026-11-22'

/** The parts of react-hook-form that the page uses, without React. */
export class FakeForm {
  values: ReviewEditValues
  private readonly callbacks = new Set<() => void>()

  constructor(values: ReviewEditValues) {
    this.values = structuredClone(values)
  }

  getValues = (() => this.values) as UseFormReturn<ReviewEditValues>['getValues']

  setValue = ((name: string, value: unknown): void => {
    const parts = name.split('.')
    const last = parts.pop() ?? ''
    const holder = parts.reduce<Record<string, unknown>>(
      (part, key) => part[key] as Record<string, unknown>,
      this.values as unknown as Record<string, unknown>,
    )
    holder[last] = value
    this.changed()
  }) as UseFormReturn<ReviewEditValues>['setValue']

  subscribe = (({ callback }: { callback: () => void }) => {
    this.callbacks.add(callback)
    return () => this.callbacks.delete(callback)
  }) as unknown as UseFormReturn<ReviewEditValues>['subscribe']

  private changed(): void {
    for (const callback of this.callbacks) callback()
  }
}

/** One tab of a browser, with the work on one review. */
export interface Tab extends Sender {
  id: string
  browser: BrowserWithLocks
  work: ReviewWork
  /** What the page shows of the review, from the last read passed to it. */
  shown: Values
  isCompleted: boolean
  /** The page of the review; undefined while the tab shows another page. */
  page: { form: FakeForm; tracker: EditTracker; close: () => void } | undefined
}

export const createTab = (browser: BrowserWithLocks, id: string, shown: Values): Tab => {
  browser.openTabs.add(id)
  const tab = {
    isDead: false,
    basis: { revision: 0, held: () => undefined },
    id,
    browser,
    shown,
    isCompleted: false,
    page: undefined,
  } as unknown as Tab
  tab.work = createReviewWork(KEY, {
    service: reviewService,
    store: browser.storeFor(id),
    lock: browser.lockFor(tab),
    cache: async (_, review) => {
      tab.shown = toValues(review.title, review.socReviewForm)
      tab.isCompleted = review.status === 'COMPLETED'
    },
    announce: () => undefined,
    today: () => TODAY,
  })
  return tab
}

/** Opens the review's page in a tab, as src/editing/review-editor.tsx does. */
export const openPage = (tab: Tab): void => {
  const start = tab.work.start(tab.shown, 'Review')
  const form = new FakeForm(toEditValues(start))
  const tracker = createEditTracker(form, tab.work)
  const stopWatch = tracker.watch()
  const detach = tab.work.attach(formPort(form, true))
  tab.page = {
    form,
    tracker,
    close: () => {
      stopWatch()
      detach()
    },
  }
}

export const closePage = (tab: Tab): void => {
  tab.page?.close()
  tab.page = undefined
}
