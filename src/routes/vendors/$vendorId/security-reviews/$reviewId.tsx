import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, notFound, stripSearchParams } from '@tanstack/react-router'
import { primeReview, securityReviews } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import { reviewTitle } from '../../../../domain/review.ts'
import { NO_ID, pathId } from '../../../../domain/search.ts'
import { ReviewActions } from '../../../../features/review/review-actions.tsx'
import { ReviewFacts } from '../../../../features/review/review-facts.tsx'
import { ReviewStateLine } from '../../../../features/review/review-state-line.tsx'
import { EditNotices } from '../../../../features/soc-form/edit-notices.tsx'
import { ReviewEditor } from '../../../../features/soc-form/review-editor.tsx'
import { SaveControls } from '../../../../features/soc-form/save-controls.tsx'
import { reviewSearch } from '../../../../features/soc-form/search.ts'
import { SocForm } from '../../../../features/soc-form/soc-form.tsx'
import { TitleEditor } from '../../../../features/soc-form/title-editor.tsx'
import { vendorCrumb, vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { Page } from '../../../../ui/page.tsx'

const ReviewPage = () => {
  const { vendorId, reviewId } = Route.useParams()
  const { open } = Route.useSearch()
  const { data: vendor } = useSuspenseQuery(vendors.detail(vendorId))
  const { data: review } = useSuspenseQuery(securityReviews.detail(vendorId, reviewId))
  return (
    <ReviewEditor key={reviewId} vendorId={vendorId} review={review}>
      <Page
        title={reviewTitle(review)}
        crumbs={[vendorsCrumb, vendorCrumb(vendor)]}
        aside={<TitleEditor />}
        actions={
          <>
            <SaveControls />
            <ReviewActions vendorId={vendorId} review={review} />
          </>
        }
      >
        <ReviewStateLine review={review} />
        <EditNotices />
        <ReviewFacts review={review} />
        {review.socReviewForm && <SocForm form={review.socReviewForm} open={open} />}
      </Page>
    </ReviewEditor>
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
  loader: ({ context: { queryClient }, params: { vendorId, reviewId } }) =>
    primeReview(queryClient, vendorId, reviewId),
  component: ReviewPage,
})
