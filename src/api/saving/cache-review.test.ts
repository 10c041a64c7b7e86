import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import type { Review } from '../../domain/contract/review.ts'
import { securityReviews } from '../security-reviews.ts'
import { vendors } from '../vendors.ts'
import { cacheReview } from './cache-review.ts'

const KEY = { vendorId: 7, reviewId: 9 }
const review = (more: Partial<Review>): Review => ({ id: 9, ...more }) as Review

it('what a save has learned is shown, and what depends on it is read again', async () => {
  const client = new QueryClient()
  const { queryKey } = securityReviews.detail(7, 9)
  const other = securityReviews.detail(7, 10).queryKey
  const { queryKey: actions } = securityReviews.actions(7, 9)
  const list = [...securityReviews.lists, 'first']
  const vendor = [...vendors.all, 'first']
  for (const key of [queryKey, other, actions, list, vendor])
    client.setQueryData(key as typeof queryKey, review({ title: 'Old', note: 'read' }))
  await cacheReview(client, KEY, review({ title: 'New' }))
  expect(client.getQueryData(queryKey)).toEqual({ id: 9, title: 'New', note: 'read' })
  const stale = [queryKey, other, actions, list, vendor].map(
    (key) => client.getQueryState(key)?.isInvalidated,
  )
  expect(stale).toEqual([false, false, true, true, true])
})

it('a review that was never read is shown as the save has learned it', async () => {
  const client = new QueryClient()
  await cacheReview(client, KEY, review({ title: 'New' }))
  expect(client.getQueryData(securityReviews.detail(7, 9).queryKey)).toEqual({
    id: 9,
    title: 'New',
  })
})
