import { Button } from '@mantine/core'
import { Link, Navigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { isAcrossVendorsUnknown, securityReviews } from '../../api/security-reviews.ts'
import { useLoadedList } from '../../api/use-loaded-list.ts'
import { sortByDeadline } from '../../domain/review-order.ts'
import { useToday } from '../../ui/hooks/use-today.ts'
import { ListCount } from '../../ui/lists/list-count.tsx'
import { isNone, ListView } from '../../ui/lists/list-view.tsx'
import { NothingYet } from '../../ui/lists/nothing-yet.tsx'
import { useShownSearch } from '../../ui/lists/use-shown-search.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { allReviewColumns } from './review-columns.tsx'
import { ReviewFilters } from './review-filters.tsx'
import { isFiltered, type ReviewFiltersSearch, toFilters } from './reviews-search.ts'
import { useReviewsOfDays } from './use-reviews-of-days.ts'

const NOUN = { one: 'review', many: 'reviews' }

interface AllReviewsProps {
  search: ReviewFiltersSearch
  onSearch: (change: Partial<ReviewFiltersSearch>) => void
}

/**
 * Every vendor's reviews by deadline. The service sorts only by creation or change, so all pages
 * are loaded and sorted here.
 */
export const AllReviews = ({ search, onSearch }: AllReviewsProps) => {
  const found = useLoadedList(securityReviews.acrossVendors(toFilters(search)), true)
  const list = useReviewsOfDays(found, search)
  const [shown, change] = useShownSearch(search, onSearch)
  const today = useToday()
  const columns = useMemo(() => allReviewColumns(today), [today])
  const rows = useMemo(() => sortByDeadline(list.rows), [list.rows])
  if (isAcrossVendorsUnknown(found.error)) return <Navigate to="/vendors" replace />
  const isNoneYet = isNone(list) && !isFiltered(search)
  return (
    <Page title="Reviews" aside={<ListCount noun={NOUN} list={list} />}>
      {!isNoneYet && <ReviewFilters search={shown} onChange={change} />}
      <ListView
        label="Reviews"
        list={list}
        columns={columns}
        rows={rows}
        waysOn={<Link to="/vendors">Go to Vendors</Link>}
        empty={
          isNoneYet ? (
            <NothingYet title="No security reviews yet">
              <p>Choose a vendor and start its first review. It appears here by its deadline.</p>
              <Button size="xs" renderRoot={(root) => <Link {...root} to="/vendors" />}>
                Choose a vendor
              </Button>
            </NothingYet>
          ) : (
            <EmptyState title="No review matches the filters">
              <p>Change the filters or clear them to see every vendor’s reviews.</p>
            </EmptyState>
          )
        }
      />
    </Page>
  )
}
