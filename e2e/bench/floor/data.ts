import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { Review } from '../../../src/domain/contract/review.ts'

export const queryClient = new QueryClient()

/** Answers are taken as they come: reading them against schemas is part of the app, not of a floor. */
const ask = async <T>(path: string): Promise<T> =>
  (await (await fetch(`/api/v2${path}`)).json()) as T

/** What names a review in an address. */
export interface ReviewIds {
  vendorId: string
  reviewId: string
}

/** The same answer as the app's list asks for. */
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
