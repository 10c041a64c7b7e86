import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { Review } from '../../../src/domain/contract/review.ts'

export const queryClient = new QueryClient()

/** Answers are not validated: checking them against schemas is part of the app, not of a floor. */
const ask = async <T>(path: string): Promise<T> =>
  (await (await fetch(`/api/v2${path}`)).json()) as T

/** The ids in the address of a review. */
export interface ReviewIds {
  vendorId: string
  reviewId: string
}

/** The same request as that of the app's list. */
export const listQuery = queryOptions({
  queryKey: ['list'],
  queryFn: () =>
    ask<{ data: Review[] }>(
      '/vendor-security-reviews?size=500&expand[]=user&expand[]=vendor&includeTotalCount=true',
    ),
})

export const reviewQuery = ({ vendorId, reviewId }: ReviewIds) =>
  queryOptions({
    queryKey: ['review', vendorId, reviewId],
    queryFn: () => ask<Review>(`/vendors/${vendorId}/security-reviews/${reviewId}`),
  })
