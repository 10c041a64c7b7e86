import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useListState } from '../../api/list-state.ts'
import { securityReviews } from '../../api/security-reviews.ts'
import { byDeadline } from '../../domain/review-order.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { ListCount } from '../../ui/lists/list-count.tsx'
import { ListFooter } from '../../ui/lists/list-footer.tsx'
import { useShownSearch } from '../../ui/lists/use-shown-search.ts'
import { VirtualTable } from '../../ui/lists/virtual-table.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useToday } from '../../ui/use-today.ts'
import { allReviewColumns } from './review-columns.tsx'
import { ReviewFilters } from './review-filters.tsx'
import { isFiltered, type ReviewFiltersSearch, toFilters } from './reviews-search.ts'

const NOUN = { one: 'review', many: 'reviews' }

interface AllReviewsProps {
  search: ReviewFiltersSearch
  onSearch: (change: Partial<ReviewFiltersSearch>) => void
}

/**
 * Every vendor's reviews by deadline. The service orders by creation or change only, so all pages
 * are brought in and ordered here.
 */
export const AllReviews = ({ search, onSearch }: AllReviewsProps) => {
  const query = useSuspenseInfiniteQuery(securityReviews.acrossVendors(toFilters(search)))
  const list = useListState(query, true)
  const [shown, change] = useShownSearch(search, onSearch)
  const today = useToday()
  const columns = useMemo(() => allReviewColumns(today), [today])
  const rows = useMemo(() => list.rows.toSorted(byDeadline), [list.rows])
  return (
    <Page
      title="Reviews"
      aside={
        <ListCount
          noun={NOUN}
          total={list.totalCount}
          loaded={rows.length}
          isLoadingAll={list.hasMore && list.moreError === undefined}
        />
      }
    >
      <ReviewFilters search={shown} onChange={change} />
      {list.staleError !== undefined && (
        <ErrorState
          sentence={`This list may be out of date. ${list.staleError}`}
          onRetry={list.refetch}
        />
      )}
      {rows.length > 0 ? (
        <VirtualTable
          label="Reviews"
          columns={columns}
          rows={rows}
          rowKey={(review) => review.id}
          totalCount={list.totalCount}
        />
      ) : isFiltered(search) ? (
        <EmptyState title="No review matches the filters">
          <p>Change the filters or clear them to see every vendor’s reviews.</p>
        </EmptyState>
      ) : (
        <EmptyState title="No security reviews yet">
          <p>Start a vendor’s first review in Drata, and it appears here by its deadline.</p>
        </EmptyState>
      )}
      <ListFooter
        isFetching={list.isFetchingMore}
        error={list.moreError}
        hasMore={list.moreError !== undefined}
        onMore={list.loadMore}
        unreadable={list.unreadable}
      />
    </Page>
  )
}
