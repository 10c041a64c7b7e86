import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, serve } from '../testing/answers.ts'
import { listedReview, securityReviews } from './security-reviews.ts'

const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } })

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the actions of a review', () => {
  const list = () => client().query(securityReviews.actions(7, 12))

  it('are those that the service lists, known or not', async () => {
    serve(() => answer({ data: [{ action: 'finalize' }, { action: 'archive' }] }))
    await expect(list()).resolves.toEqual(['finalize', 'archive'])
  })

  it('are none where a deployment of 2025 answers 422', async () => {
    serve(() => answer({ message: 'Only SOC reports have actions' }, 422))
    await expect(list()).resolves.toEqual([])
  })

  it.each([400, 403, 404, 500])('cannot be told after %i', async (status) => {
    serve(() => answer({}, status))
    await expect(list()).rejects.toMatchObject({ status, operation: 'listSecurityReviewActions' })
  })
})

describe('a review of a list', () => {
  const row = (id: number, vendorId?: number) => ({ id, type: 'SOC_REPORT', vendorId })
  const page = (...data: object[]) => answer({ data, pagination: { cursor: null } })

  it('is found by its vendor and its id, in a list of its vendor or of all', async () => {
    const known = client()
    expect(listedReview(known, 7, 1)).toBeUndefined()
    serve(() => page(row(1), row(2)))
    await known.infiniteQuery(securityReviews.list(7, {}))
    serve(() => page(row(1, 8), row(3, 8)))
    await known.infiniteQuery(securityReviews.acrossVendors({}))
    known.setQueryData(securityReviews.newest(7).queryKey, null)
    expect(listedReview(known, 7, 2)).toMatchObject({ id: 2 })
    expect(listedReview(known, 8, 1)).toMatchObject({ id: 1, vendorId: 8 })
    expect(listedReview(known, 8, 3)).toMatchObject({ id: 3 })
    expect(listedReview(known, 8, 2)).toBeUndefined()
    expect(listedReview(known, 7, 3)).toBeUndefined()
  })
})
