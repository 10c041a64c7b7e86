import { useMemo } from 'react'
import { securityReviews } from '../../api/security-reviews.ts'
import { useLoadedList } from '../../api/use-loaded-list.ts'
import { useToday } from '../../ui/hooks/use-today.ts'
import { SortSelect } from '../../ui/lists/filter-bar.tsx'
import { ListCount } from '../../ui/lists/list-count.tsx'
import { isNone, ListView } from '../../ui/lists/list-view.tsx'
import { useShownSearch } from '../../ui/lists/use-shown-search.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { NewReviewLink } from './new-review-link.tsx'
import { vendorReviewColumns } from './review-columns.tsx'
import { ReviewFilters } from './review-filters.tsx'
import classes from './reviews.module.css'
import { hasDays, isFiltered, toFilters, type VendorReviewsSearch } from './reviews-search.ts'
import { useReviewsOfDays } from './use-reviews-of-days.ts'

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

/**
 * One vendor's reviews. Filters and sort order live in the address; more pages load while
 * scrolling.
 */
export const VendorReviews = ({ vendorId, search, onSearch }: VendorReviewsProps) => {
  const found = useLoadedList(
    securityReviews.list(vendorId, toFilters(search)),
    // The reviews of some days are sorted out here.
    hasDays(search),
  )
  const list = useReviewsOfDays(found, search)
  const [shown, change] = useShownSearch(search, onSearch)
  const isNoneYet = isNone(list) && !isFiltered(search)
  const today = useToday()
  const columns = useMemo(() => vendorReviewColumns(vendorId, today), [vendorId, today])
  return (
    <section aria-labelledby="reviews-heading">
      <div className={classes.heading}>
        <h2 id="reviews-heading">Security reviews</h2>
        <ListCount noun={NOUN} list={list} />
        {!isNoneYet && <NewReviewLink vendorId={vendorId} />}
      </div>
      {/* Nothing can be filtered or sorted yet. */}
      {!isNoneYet && (
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
      )}
      <ListView
        label="Security reviews"
        list={list}
        columns={columns}
        empty={
          isNoneYet ? (
            <EmptyState title="No security reviews yet">
              <p className={classes.start}>Start the first one: most of it is filled in for you.</p>
              <NewReviewLink vendorId={vendorId} />
            </EmptyState>
          ) : (
            <EmptyState title="No review matches the filters">
              <p>Change the filters or clear them to see all of this vendor’s reviews.</p>
            </EmptyState>
          )
        }
      />
    </section>
  )
}
