import type { QueryClient } from '@tanstack/react-query'
import { createReview } from '../../api/once/create-review.ts'
import { securityReviews } from '../../api/security-reviews.ts'
import { vendors } from '../../api/vendors.ts'
import { type PlannedReview, type PlanValues, requestFor } from './plan/plan.ts'
import { createStartQueue, type StartQueue } from './start-queue.ts'

/** What is to be started, and with which version of the API. */
export interface Plan {
  values: PlanValues
  reviews: readonly PlannedReview[]
  apiVersion: 1 | 2
}

/** The queue that carries out a plan. The lists are read again when it rests, not at every review. */
export const createReviewsQueue = (
  queryClient: QueryClient,
  { values, reviews, apiVersion }: Plan,
): StartQueue<PlannedReview> =>
  createStartQueue({
    jobs: reviews,
    start: (planned, createAnyway) =>
      createReview(planned.vendorId, requestFor(values, planned), { apiVersion, createAnyway }),
    onRest: () => {
      void queryClient.invalidateQueries({ queryKey: securityReviews.lists })
      void queryClient.invalidateQueries({ queryKey: vendors.all })
    },
  })
