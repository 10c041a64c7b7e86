import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useListState } from '../../api/list-state.ts'
import { securityReviews } from '../../api/security-reviews.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { SortSelect } from '../../ui/lists/filter-bar.tsx'
import { ListCount } from '../../ui/lists/list-count.tsx'
import { ListFooter } from '../../ui/lists/list-footer.tsx'
import { useShownSearch } from '../../ui/lists/use-shown-search.ts'
import { VirtualTable } from '../../ui/lists/virtual-table.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { useToday } from '../../ui/use-today.ts'
import { NewReviewLink } from './new-review-link.tsx'
import { vendorReviewColumns } from './review-columns.tsx'
import { ReviewFilters } from './review-filters.tsx'
import classes from './reviews.module.css'
import { isFiltered, toFilters, type VendorReviewsSearch } from './reviews-search.ts'

const NOUN = { one: 'review', many: 'reviews' }

const SORT_OPTIONS = [
  { value: 'updatedAt DESC', label: 'Recently updated' },
  { value: 'updatedAt ASC', label: 'Least recently updated' },
  { value: 'createdAt DESC', label: 'Newest' },
  { value: 'createdAt ASC', label: 'Oldest' },
] as const

interface VendorReviewsProps {
  vendorId: number
  search: VendorReviewsSearch
  onSearch: (change: Partial<VendorReviewsSearch>) => void
}

/** One vendor's reviews: filters and order in the address, pages that go on as one scrolls. */
export const VendorReviews = ({ vendorId, search, onSearch }: VendorReviewsProps) => {
  const query = useSuspenseInfiniteQuery(securityReviews.list(vendorId, toFilters(search)))
  const list = useListState(query, false)
  const [shown, change] = useShownSearch(search, onSearch)
  const isNoneYet = list.rows.length === 0 && !isFiltered(search)
  const today = useToday()
  const columns = useMemo(() => vendorReviewColumns(vendorId, today), [vendorId, today])
  return (
    <section aria-labelledby="reviews-heading">
      <div className={classes.heading}>
        <h2 id="reviews-heading">Security reviews</h2>
        <ListCount noun={NOUN} total={list.totalCount} loaded={list.rows.length} />
        {!isNoneYet && <NewReviewLink vendorId={vendorId} />}
      </div>
      <ReviewFilters search={shown} onChange={change}>
        <SortSelect
          options={SORT_OPTIONS}
          value={`${shown.sort} ${shown.dir}`}
          onChange={(value) => {
            const option = value.split(' ') as [
              VendorReviewsSearch['sort'],
              VendorReviewsSearch['dir'],
            ]
            change({ sort: option[0], dir: option[1] })
          }}
        />
      </ReviewFilters>
      {list.staleError !== undefined && (
        <ErrorState
          sentence={`This list may be out of date. ${list.staleError}`}
          onRetry={list.refetch}
        />
      )}
      {list.rows.length > 0 ? (
        <VirtualTable
          label="Security reviews"
          columns={columns}
          rows={list.rows}
          rowKey={(review) => review.id}
          totalCount={list.totalCount}
          onEndReached={list.hasMore && list.moreError === undefined ? list.loadMore : undefined}
        />
      ) : isNoneYet ? (
        <EmptyState title="No security reviews yet">
          <p className={classes.start}>Start the first one: most of it is filled in for you.</p>
          <NewReviewLink vendorId={vendorId} />
        </EmptyState>
      ) : (
        <EmptyState title="No review matches the filters">
          <p>Change the filters or clear them to see all of this vendor’s reviews.</p>
        </EmptyState>
      )}
      <ListFooter
        isFetching={list.isFetchingMore}
        error={list.moreError}
        hasMore={list.hasMore}
        onMore={list.loadMore}
        unreadable={list.unreadable}
      />
    </section>
  )
}
