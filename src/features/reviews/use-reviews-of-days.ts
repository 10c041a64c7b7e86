import { useMemo } from 'react'
import type { Review } from '../../domain/contract/review.ts'
import type { LoadedList } from '../../ui/lists/list-view.tsx'
import { hasDays, isOnDays, type ReviewFiltersSearch } from './reviews-search.ts'

/**
 * Drops the reviews of a list that the service found on a neighbouring day. The service's count
 * includes them, so the number of reviews is known once all are loaded.
 * @param list all of it is loaded if {@link hasDays}
 * @param search the same object until it changes
 */
export const useReviewsOfDays = (
  list: LoadedList<Review>,
  search: ReviewFiltersSearch,
): LoadedList<Review> => {
  const isNarrowed = hasDays(search)
  const { rows: loaded } = list
  const rows = useMemo(
    () => (isNarrowed ? loaded.filter((review) => isOnDays(review, search)) : loaded),
    [isNarrowed, loaded, search],
  )
  if (!isNarrowed) return list
  const isWhole = !list.isLoadingAll && list.moreError === undefined
  return { ...list, rows, totalCount: isWhole ? rows.length : null }
}
