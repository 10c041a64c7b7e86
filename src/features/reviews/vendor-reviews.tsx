import { useMemo } from 'react'
import { securityReviews } from '../../api/security-reviews.ts'
import { useLoadedList } from '../../api/use-loaded-list.ts'
import type { Review } from '../../domain/contract/review.ts'
import { countOpen, sortByDeadline } from '../../domain/review-order.ts'
import { useToday } from '../../ui/hooks/use-today.ts'
import { QuietText } from '../../ui/layout/quiet-text.tsx'
import { SectionTitle } from '../../ui/layout/section-title.tsx'
import { SortSelect } from '../../ui/lists/filter-bar.tsx'
import { ListCount } from '../../ui/lists/list-count.tsx'
import { isNone, ListView, type LoadedList } from '../../ui/lists/list-view.tsx'
import { useShownSearch } from '../../ui/lists/use-shown-search.ts'
import { NoReviews } from './no-reviews.tsx'
import { vendorReviewColumns } from './review-columns.tsx'
import { ReviewFilters } from './review-filters.tsx'
import {
  hasDays,
  isFiltered,
  REVIEW_FILTER_DEFAULTS,
  toFilters,
  type VendorReviewsSearch,
} from './reviews-search.ts'
import { useReviewsOfDays } from './use-reviews-of-days.ts'

const NOUN = { one: 'review', many: 'reviews' }

const SORT_OPTIONS = [
  { value: 'deadline DESC', label: 'Open first, by deadline' },
  { value: 'updatedAt DESC', label: 'Recently updated' },
  { value: 'updatedAt ASC', label: 'Least recently updated' },
  { value: 'createdAt DESC', label: 'Newest' },
  { value: 'createdAt ASC', label: 'Oldest' },
] as const
type SortOption = (typeof SORT_OPTIONS)[number]['value']

const optionOf = ({ sort, dir }: VendorReviewsSearch): SortOption =>
  sort === 'deadline' ? 'deadline DESC' : `${sort} ${dir}`

const sortOf = (option: SortOption): Pick<VendorReviewsSearch, 'sort' | 'dir'> => {
  const [sort, dir] = option.split(' ') as [VendorReviewsSearch['sort'], VendorReviewsSearch['dir']]
  return { sort, dir }
}

/**
 * What the order by deadline shows. The page sorts what is loaded, so the order is right once all of
 * the list is.
 */
const orderWords = ({ rows, isLoadingAll, moreError }: LoadedList<Review>): string | null => {
  if (rows.length === 0 || isLoadingAll) return null
  if (moreError !== undefined) return 'only those that are loaded, by deadline'
  const open = countOpen(rows).toLocaleString('en-GB')
  return open === '0' ? 'none open, the latest first' : `${open} open first, by deadline`
}

interface VendorReviewsProps {
  vendorId: number
  search: VendorReviewsSearch
  onSearch: (change: Partial<VendorReviewsSearch>) => void
}

/**
 * One vendor's reviews. Filters and sort order live in the address. In the order by deadline all are
 * loaded, since the service cannot sort so; in the others more pages load while scrolling.
 */
export const VendorReviews = ({ vendorId, search, onSearch }: VendorReviewsProps) => {
  const isByDeadline = search.sort === 'deadline'
  const found = useLoadedList(
    securityReviews.list(vendorId, toFilters(search)),
    // The reviews of some days are sorted out here, too.
    isByDeadline || hasDays(search),
  )
  const list = useReviewsOfDays(found, search)
  const rows = useMemo(
    () => (isByDeadline ? sortByDeadline(list.rows) : list.rows),
    [isByDeadline, list.rows],
  )
  const [shown, change] = useShownSearch(search, onSearch)
  const today = useToday()
  const columns = useMemo(() => vendorReviewColumns(vendorId, today), [vendorId, today])
  const isNoneYet = isNone(list) && !isFiltered(search)
  const words = isByDeadline ? orderWords(list) : null
  return (
    <section aria-labelledby="reviews-heading">
      <SectionTitle id="reviews-heading" title="Security reviews">
        <ListCount noun={NOUN} list={list} />
        {words !== null && <QuietText>{words}</QuietText>}
      </SectionTitle>
      {/* Nothing can be filtered or sorted yet. */}
      {!isNoneYet && (
        <ReviewFilters search={shown} onChange={change}>
          <SortSelect
            options={SORT_OPTIONS}
            value={optionOf(shown)}
            onChange={(option) => change(sortOf(option))}
          />
        </ReviewFilters>
      )}
      <ListView
        label="Security reviews"
        list={list}
        columns={columns}
        rows={rows}
        empty={
          <NoReviews
            vendorId={vendorId}
            isNoneYet={isNoneYet}
            onShowAll={() => change(REVIEW_FILTER_DEFAULTS)}
          />
        }
      />
    </section>
  )
}
