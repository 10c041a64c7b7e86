import {
  createFileRoute,
  type ErrorComponentProps,
  redirect,
  stripSearchParams,
} from '@tanstack/react-router'
import { useCallback } from 'react'
import { securityReviews } from '../api/security-reviews.ts'
import { isRefusal } from '../api/transport/api-error.ts'
import { RouteError } from '../features/page-errors/route-error.tsx'
import { AllReviews, ReviewsFrame } from '../features/reviews/all-reviews.tsx'
import {
  REVIEW_FILTER_DEFAULTS,
  type ReviewFiltersSearch,
  reviewFiltersSearch,
  toFilters,
} from '../features/reviews/reviews-search.ts'

const useSearchState = () => {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const onSearch = useCallback(
    (change: Partial<ReviewFiltersSearch>) =>
      void navigate({ search: (previous) => ({ ...previous, ...change }), replace: true }),
    [navigate],
  )
  return { search, onSearch }
}

const AllReviewsPage = () => <AllReviews {...useSearchState()} />

const AllReviewsError = (props: ErrorComponentProps) => (
  <ReviewsFrame {...useSearchState()}>
    <RouteError {...props} />
  </ReviewsFrame>
)

export const Route = createFileRoute('/')({
  validateSearch: reviewFiltersSearch,
  search: { middlewares: [stripSearchParams(REVIEW_FILTER_DEFAULTS)] },
  loaderDeps: ({ search }) => toFilters(search),
  loader: async ({ context: { queryClient }, deps }) => {
    try {
      await queryClient.infiniteQuery({
        ...securityReviews.acrossVendors(deps),
        staleTime: 'static',
      })
    } catch (error) {
      // A deployment of 2025 has no list of all vendors' reviews: send the user to the vendors
      // instead.
      if (isRefusal(error, 404)) redirect({ to: '/vendors', replace: true, throw: true })
      throw error
    }
  },
  component: AllReviewsPage,
  errorComponent: AllReviewsError,
})
