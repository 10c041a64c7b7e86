import { createFileRoute, notFound, stripSearchParams } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { primeReview } from '../../../../api/security-reviews.ts'
import { NO_ID, pathId } from '../../../../domain/search-schema.ts'
import { reportSearch } from '../../../../features/report/report-search.ts'
import { reviewSearch } from '../../../../features/soc-form/soc-form-search.ts'
import { PendingReview } from './-pending-review.tsx'
import { ReviewPage } from './-review-page.tsx'

export const Route = createFileRoute('/vendors/$vendorId/security-reviews/$reviewId')({
  params: {
    parse: ({ reviewId }) => ({ reviewId: pathId.parse(reviewId) }),
    stringify: ({ reviewId }) => ({ reviewId: String(reviewId) }),
  },
  validateSearch: z.extend(reviewSearch, reportSearch.shape),
  search: { middlewares: [stripSearchParams({ open: [] })] },
  beforeLoad: ({ params }) => {
    if (params.reviewId === NO_ID) notFound({ throw: true })
  },
  loader: ({ context: { queryClient }, params: { vendorId, reviewId } }) =>
    primeReview(queryClient, vendorId, reviewId),
  // A list has said what the heading is, so a click is answered before the review is read.
  pendingMs: 0,
  pendingComponent: PendingReview,
  component: ReviewPage,
})
