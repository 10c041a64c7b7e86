import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { listedReview } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import { reviewTitle } from '../../../../domain/contract/review.ts'
import { vendorCrumb, vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { PageSkeleton } from '../../../../ui/layout/page-skeleton.tsx'
import { Page } from '../../../../ui/page.tsx'

const route = getRouteApi('/vendors/$vendorId/security-reviews/$reviewId')

/** A review that is still being read: what a list has said about it, if one was read before. */
export const PendingReview = () => {
  const { vendorId, reviewId } = route.useParams()
  const queryClient = useQueryClient()
  const review = listedReview(queryClient, vendorId, reviewId)
  const vendor = queryClient.getQueryData(vendors.detail(vendorId).queryKey) ?? review?.vendor
  if (!review) return <PageSkeleton />
  return (
    <Page
      title={reviewTitle(review)}
      crumbs={[vendorsCrumb, ...(vendor ? [vendorCrumb(vendor)] : [])]}
      actions={<span />}
    >
      <PageSkeleton hasHeading={false} />
    </Page>
  )
}
