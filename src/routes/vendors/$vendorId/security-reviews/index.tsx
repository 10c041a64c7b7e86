import { createFileRoute, stripSearchParams } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { securityReviews } from '../../../../api/security-reviews.ts'
import { vendors } from '../../../../api/vendors.ts'
import {
  toFilters,
  VENDOR_REVIEWS_DEFAULTS,
  vendorReviewsSearch,
} from '../../../../features/reviews/reviews-search.ts'
import { VENDOR_TAB_DEFAULT, vendorTabSearch } from '../../../../features/vendors/vendor-tabs.ts'
import { VendorPage } from './-vendor-page.tsx'

export const Route = createFileRoute('/vendors/$vendorId/security-reviews/')({
  validateSearch: z.object({ ...vendorReviewsSearch.shape, ...vendorTabSearch }),
  search: {
    middlewares: [stripSearchParams({ ...VENDOR_REVIEWS_DEFAULTS, ...VENDOR_TAB_DEFAULT })],
  },
  loaderDeps: ({ search }) => toFilters(search),
  loader: async ({ context: { queryClient }, params: { vendorId }, deps, cause }) => {
    // The panel says what went wrong with its list.
    const reviews = queryClient
      .infiniteQuery({ ...securityReviews.list(vendorId, deps), staleTime: 'static' })
      .catch(() => undefined)
    await queryClient.query({ ...vendors.detail(vendorId), staleTime: 'static' })
    // Under new filters the old rows stay until the new ones are there.
    if (cause === 'stay') await reviews
  },
  component: VendorPage,
})
