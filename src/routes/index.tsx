import { createFileRoute, redirect, stripSearchParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { primeList } from '../api/prime-list.ts'
import { isAcrossVendorsUnknown, securityReviews } from '../api/security-reviews.ts'
import { AllReviews } from '../features/reviews/all-reviews.tsx'
import {
  REVIEW_FILTER_DEFAULTS,
  type ReviewFiltersSearch,
  reviewFiltersSearch,
  toFilters,
} from '../features/reviews/reviews-search.ts'

const AllReviewsPage = () => {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const onSearch = useCallback(
    (change: Partial<ReviewFiltersSearch>) =>
      void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true }),
    [navigate],
  )
  return <AllReviews search={search} onSearch={onSearch} />
}

export const Route = createFileRoute('/')({
  validateSearch: reviewFiltersSearch,
  search: { middlewares: [stripSearchParams(REVIEW_FILTER_DEFAULTS)] },
  loaderDeps: ({ search }) => toFilters(search),
  loader: async ({ context: { queryClient }, deps }) => {
    const error = await primeList(queryClient, securityReviews.acrossVendors(deps))
    if (isAcrossVendorsUnknown(error)) redirect({ to: '/vendors', replace: true, throw: true })
  },
  component: AllReviewsPage,
})
