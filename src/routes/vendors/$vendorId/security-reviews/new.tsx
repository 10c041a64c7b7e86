import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { configQuery } from '../../../../api/config.ts'
import { securityReviews } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import { vendorName } from '../../../../domain/contract/vendor.ts'
import { NewReview } from '../../../../features/new-review/new-review-page.tsx'
import { vendorCrumb, vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { Page } from '../../../../ui/page.tsx'

const NewReviewPage = () => {
  const { vendorId } = Route.useParams()
  const { data: vendor } = useSuspenseQuery(vendors.detail(vendorId))
  const { data: config } = useSuspenseQuery(configQuery)
  // The last review only fills in proposals, so the page works without it.
  const { data: lastReview } = useQuery({
    ...securityReviews.newest(vendorId),
    retryOnMount: false,
  })
  const router = useRouter()
  // Preload the page that opens after creation.
  useEffect(() => {
    void router.loadRouteChunk(router.routesByPath['/vendors/$vendorId/security-reviews/$reviewId'])
  }, [router])
  return (
    <Page
      title="New review"
      context={[vendorName(vendor)]}
      crumbs={[vendorsCrumb, vendorCrumb(vendor)]}
    >
      <NewReview
        key={vendorId}
        vendor={vendor}
        lastReview={lastReview ?? undefined}
        config={config}
      />
    </Page>
  )
}

export const Route = createFileRoute('/vendors/$vendorId/security-reviews/new')({
  loader: async ({ context: { queryClient }, params: { vendorId } }) => {
    await Promise.all([
      queryClient.query({ ...vendors.detail(vendorId), staleTime: 'static' }),
      queryClient.query(configQuery),
      queryClient.query(securityReviews.newest(vendorId)).catch(() => undefined),
    ])
    // Not awaited, and no part of the first page's code.
    void import('../../../../api/users.ts')
      .then(({ allUsers }) => queryClient.query(allUsers()))
      .catch(() => undefined)
  },
  component: NewReviewPage,
})
