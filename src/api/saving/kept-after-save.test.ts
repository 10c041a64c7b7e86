import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { emptySocEdit } from '../../domain/soc/edit.ts'
import { FlakyService, VENDOR } from '../../testing/flaky-service.ts'
import { save } from '../../testing/saves.ts'
import { securityReviews } from '../security-reviews.ts'
import { readKept } from '../transport/kept-answers.ts'
import { noteOwner } from '../transport/owner.ts'

const REVIEW = 5000
const ADDRESS = `/api/v2/vendors/${VENDOR}/security-reviews/${REVIEW}?expand%5B%5D=user&expand%5B%5D=requesterUser`

afterEach(() => {
  vi.unstubAllGlobals()
})

it('a page without a network shows the form as it was after a save, not before', async () => {
  noteOwner({ company: 'acme', user: 'ada' })
  const base = emptySocEdit()
  const service = new FlakyService(REVIEW, base)
  const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const detail = securityReviews.detail(VENDOR, REVIEW)
  await client().query(detail)
  await vi.waitFor(async () => expect(await readKept(ADDRESS)).toBeDefined())
  const target = structuredClone(base)
  target.cpaFirm.cpaFirm = 'Pell'
  await save({ vendorId: VENDOR, reviewId: REVIEW }, base, target)
  expect(service.model.get().cpaFirm.cpaFirm).toBe('Pell')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await vi.waitFor(async () => {
    const shown = await client().query(detail)
    expect(shown.socReviewForm?.cpaFirm.cpaFirm).toBe('Pell')
  })
})
