import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, notFound, stripSearchParams } from '@tanstack/react-router'
import { securityReviews } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import { reviewTitle } from '../../../../domain/review.ts'
import { NO_ID, pathId } from '../../../../domain/search.ts'
import { ReviewActions } from '../../../../features/review/review-actions.tsx'
import { ReviewFacts } from '../../../../features/review/review-facts.tsx'
import { ReviewStateLine } from '../../../../features/review/review-state-line.tsx'
import { reviewSearch } from '../../../../features/soc-form/search.ts'
import { SocForm } from '../../../../features/soc-form/soc-form.tsx'
import { vendorCrumb, vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { Page } from '../../../../ui/page.tsx'

const ReviewPage = () => {
  const { vendorId, reviewId } = Route.useParams()
  const { open } = Route.useSearch()
  const { data: vendor } = useSuspenseQuery(vendors.detail(vendorId))
  const { data: review } = useSuspenseQuery(securityReviews.detail(vendorId, reviewId))
  return (
    <Page
      title={reviewTitle(review)}
      crumbs={[vendorsCrumb, vendorCrumb(vendor)]}
      actions={<ReviewActions vendorId={vendorId} review={review} />}
    >
      <ReviewStateLine review={review} />
      <ReviewFacts review={review} />
      {review.socReviewForm && (
        <SocForm
          form={review.socReviewForm}
          open={open}
          isCompleted={review.status === 'COMPLETED'}
        />
      )}
    </Page>
  )
}

export const Route = createFileRoute('/vendors/$vendorId/security-reviews/$reviewId')({
  params: {
    parse: ({ reviewId }) => ({ reviewId: pathId.parse(reviewId) }),
    stringify: ({ reviewId }) => ({ reviewId: String(reviewId) }),
  },
  validateSearch: reviewSearch,
  search: { middlewares: [stripSearchParams({ open: [] })] },
  beforeLoad: ({ params }) => {
    if (params.reviewId === NO_ID) notFound({ throw: true })
  },
  loader: async ({ context: { queryClient }, params: { vendorId, reviewId } }) => {
    // The buttons may come a moment later; the review and the vendor's name may not.
    queryClient.query(securityReviews.actions(vendorId, reviewId)).catch(() => undefined)
    await Promise.all([
      queryClient.query({ ...vendors.detail(vendorId), staleTime: 'static' }),
      queryClient.query({ ...securityReviews.detail(vendorId, reviewId), staleTime: 'static' }),
    ])
  },
  component: ReviewPage,
})
