import { createFileRoute, stripSearchParams } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { primeList } from '../../../../api/prime-list.ts'
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
  loader: async ({ context: { queryClient }, params: { vendorId }, deps }) => {
    await Promise.all([
      queryClient.query({ ...vendors.detail(vendorId), staleTime: 'static' }),
      primeList(queryClient, securityReviews.list(vendorId, deps)),
    ])
  },
  component: VendorPage,
})
