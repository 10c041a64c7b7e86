import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LANDMARKS } from '../../../mocks/seed/landmarks.ts'
import { openTestPage } from '../../../mocks/testing.ts'
import { type SocEdit, toSocEdit } from '../../domain/soc/edit.ts'
import { answer, serve } from '../../testing/answers.ts'
import { save } from '../../testing/saves.ts'
import { readReview } from '../security-reviews.ts'

const { northwind, nearlyFinished } = LANDMARKS
const key = { vendorId: northwind.id, reviewId: nearlyFinished.id }

/** Runs while the service is too busy for the first write. */
let whileBusy: () => unknown
let isBusy: boolean

beforeEach(() => {
  const { askAt } = openTestPage()
  isBusy = false
  whileBusy = () => undefined
  serve(async ({ method, url, body }) => {
    if (method !== 'PUT' || !isBusy)
      return askAt(url.pathname + url.search, method, body ?? undefined)
    isBusy = false
    await whileBusy()
    return answer({ message: 'Busy' }, 429, { 'retry-after': '0' })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const formNow = async (): Promise<SocEdit> => {
  const { socReviewForm } = await readReview(key.vendorId, key.reviewId)
  if (!socReviewForm) throw new Error('The review has no form.')
  return toSocEdit(socReviewForm)
}

const withFirm = (form: SocEdit, cpaFirm: string): SocEdit => ({
  ...form,
  cpaFirm: { ...form.cpaFirm, cpaFirm },
})

it('a write that a busy service did not take is sent after a new read', async () => {
  const base = await formNow()
  isBusy = true
  const end = await save(key, base, withFirm(base, 'mine'), nearlyFinished.title)
  expect(end.kind).toBe('saved')
  expect((await formNow()).cpaFirm.cpaFirm).toBe('mine')
})

it('what a colleague wrote while the service was busy is not written over', async () => {
  const base = await formNow()
  whileBusy = () => save(key, base, withFirm(base, 'theirs'), nearlyFinished.title)
  isBusy = true
  const end = await save(key, base, withFirm(base, 'mine'), nearlyFinished.title)
  expect(end).toMatchObject({ kind: 'conflict', conflicts: [{ mine: 'mine', theirs: 'theirs' }] })
  expect((await formNow()).cpaFirm.cpaFirm).toBe('theirs')
})
