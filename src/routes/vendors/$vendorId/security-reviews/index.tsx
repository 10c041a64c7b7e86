import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, stripSearchParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { securityReviews } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import { vendorName } from '../../../../domain/contract/vendor.ts'
import { VendorFiles } from '../../../../features/files/vendor-files.tsx'
import {
  toFilters,
  VENDOR_REVIEWS_DEFAULTS,
  type VendorReviewsSearch,
  vendorReviewsSearch,
} from '../../../../features/reviews/reviews-search.ts'
import { VendorReviews } from '../../../../features/reviews/vendor-reviews.tsx'
import { vendorsCrumb } from '../../../../features/vendors/crumbs.tsx'
import { VendorProfile } from '../../../../features/vendors/vendor-profile.tsx'
import { Page } from '../../../../ui/page.tsx'

const VendorReviewsPage = () => {
  const { vendorId } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const onSearch = useCallback(
    (change: Partial<VendorReviewsSearch>) =>
      void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true }),
    [navigate],
  )
  const { data: vendor } = useSuspenseQuery(vendors.detail(vendorId))
  return (
    <Page title={vendorName(vendor)} crumbs={[vendorsCrumb]}>
      <VendorProfile vendor={vendor} />
      <VendorFiles vendorId={vendorId} />
      <VendorReviews vendorId={vendorId} search={search} onSearch={onSearch} />
    </Page>
  )
}

export const Route = createFileRoute('/vendors/$vendorId/security-reviews/')({
  validateSearch: vendorReviewsSearch,
  search: { middlewares: [stripSearchParams(VENDOR_REVIEWS_DEFAULTS)] },
  loaderDeps: ({ search }) => toFilters(search),
  loader: async ({ context: { queryClient }, params: { vendorId }, deps }) => {
    await Promise.all([
      queryClient.query({ ...vendors.detail(vendorId), staleTime: 'static' }),
      queryClient.infiniteQuery({ ...securityReviews.list(vendorId, deps), staleTime: 'static' }),
    ])
  },
  component: VendorReviewsPage,
})
