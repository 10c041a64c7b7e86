import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { ReviewService } from '../api/saving/save-work.ts'
import { type Review } from '../domain/contract/review.ts'
import { reviewSchema } from '../domain/contract/review-with-form.ts'
import { type Path, TITLE, type Value, type Values } from '../domain/work/values.ts'
import { newWork } from '../domain/work/work.ts'
import { KEY, recordOf, testBrowser } from '../testing/work-stores.ts'
import { createReviewWork } from './review-work.ts'

/** A page with a review that has only a title. Colleagues write to `held.title`. */
const openPage = (browser = testBrowser()) => {
  const held = { title: 'SOC 2', beforeRead: (): void => undefined }
  const review = (): Review => reviewSchema.parse({ id: KEY.reviewId, title: held.title })
  const service: ReviewService = {
    read: () => {
      held.beforeRead()
      return Promise.resolve(review())
    },
    update: (_, { title = held.title }) => {
      held.title = title
      return Promise.resolve(review())
    },
  }
  const form: Record<Path, Value> = { [TITLE]: 'SOC 2' }
  const work = createReviewWork(KEY, {
    service,
    store: browser.storeOf('tab'),
    lock: (_, run) => run(),
    cache: () => Promise.resolve(),
    announce: () => undefined,
    today: () => '2026-11-27',
  })
  work.start({ [TITLE]: 'SOC 2' }, 'SOC 2')
  work.attach({
    read: (): Values => ({ ...form }),
    write: (changed) => {
      Object.assign(form, changed)
    },
  })
  const type = (title: string): void => {
    form[TITLE] = title
    work.typed()
  }
  return { held, form, work, type }
}

/** A page with a conflict about a title, after the analyst took back their own change of it. */
const askedForNothing = async () => {
  const page = openPage()
  page.type('mine')
  page.held.title = 'theirs'
  expect(await page.work.save()).toBe('conflict')
  page.type('SOC 2')
  return page
}

it('ends a question by theirs where nothing of ours is left to save', async () => {
  const { held, form, work } = await askedForNothing()
  expect(await work.decide(() => 'theirs')).toBe('saved')
  expect(work.getState()).toMatchObject({ conflicts: [], isAsked: false })
  expect(held.title).toBe('theirs')
  expect(form[TITLE]).toBe('theirs')
})

it('ends a question by ours where nothing of ours is left to save', async () => {
  const { held, form, work } = await askedForNothing()
  expect(await work.decide(() => 'mine')).toBe('saved')
  expect(work.getState()).toMatchObject({ conflicts: [], isAsked: false })
  expect(form[TITLE]).toBe('mine')
  expect(held.title).toBe('mine')
})

it('leaves what a closed tab kept where it is while the storage is full, until it is saved', async () => {
  const browser = testBrowser()
  const shown = { [TITLE]: 'SOC 2' }
  const left = { ...newWork(shown), mine: { [TITLE]: 'typed in a tab that was closed' } }
  await browser.storeOf('closed').write(recordOf('left', { work: left, displaced: [] }))
  browser.open = new Set(['tab'])
  browser.db = { ...browser.db, set: () => Promise.resolve(false) }
  const kept = async (): Promise<Value[]> =>
    (await browser.storeOf('tab').list()).map(({ work }) => work.mine[TITLE])

  const { held, form, work } = openPage(browser)
  await expect.poll(() => form[TITLE]).toBe('typed in a tab that was closed')
  await expect.poll(() => work.getState().isKept).toBe(false)
  expect(await kept()).toEqual(['typed in a tab that was closed'])

  expect(await work.save()).toBe('saved')
  expect(held.title).toBe('typed in a tab that was closed')
  await expect.poll(kept).toEqual([])
})

it('keeps what was typed while a save was being left, also where the leaving is undone', async () => {
  const { held, form, work, type } = openPage()
  type('mine')
  held.title = 'theirs'
  held.beforeRead = () => type('mine, and typed since')
  await work.leaveSave()
  expect(form[TITLE]).toBe('mine, and typed since')
  work.undoDiscard()
  expect(form[TITLE]).toBe('mine, and typed since')
  expect(work.getState().displaced).toEqual([{ path: TITLE, value: 'mine' }])
})

it('keeps once more what the browser has deleted, and nothing where there is nothing to keep', async () => {
  const browser = testBrowser()
  const { work, type } = openPage(browser)
  const kept = () => browser.storeOf('tab').list()
  await work.keep()
  expect(await kept()).toEqual([])
  type('mine')
  await expect.poll(kept).toHaveLength(1)
  await browser.db.clear()
  await work.keep()
  expect(await kept()).toMatchObject([{ work: { mine: { [TITLE]: 'mine' } } }])
})
