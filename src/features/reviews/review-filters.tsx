import { DECISIONS, REVIEW_STATUSES, REVIEW_TYPES } from '../../domain/contract/enums.ts'
import {
  DECISION_LABELS,
  REVIEW_STATUS_LABELS,
  REVIEW_TYPE_LABELS,
} from '../../domain/contract/labels.ts'
import { DateRangeFilter } from '../../ui/lists/date-range-filter.tsx'
import { FilterBar } from '../../ui/lists/filter-bar.tsx'
import { FilterMenu } from '../../ui/lists/filter-menu.tsx'
import { isFiltered, REVIEW_FILTER_DEFAULTS, type ReviewFiltersSearch } from './reviews-search.ts'

const options = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
  values.map((value) => ({ value, label: labels[value] }))

const STATUS_OPTIONS = options(REVIEW_STATUSES, REVIEW_STATUS_LABELS)
const TYPE_OPTIONS = options(REVIEW_TYPES, REVIEW_TYPE_LABELS)
const DECISION_OPTIONS = options(DECISIONS, DECISION_LABELS)

interface ReviewFiltersProps {
  search: ReviewFiltersSearch
  onChange: (change: Partial<ReviewFiltersSearch>) => void
  /** The control for the sort order, on lists that have one. */
  children?: React.ReactNode
}

/** Filters a list of reviews. The filters live in the address. */
export const ReviewFilters = ({ search, onChange, children }: ReviewFiltersProps) => (
  <FilterBar onClear={isFiltered(search) ? () => onChange(REVIEW_FILTER_DEFAULTS) : undefined}>
    <FilterMenu
      label="Status"
      options={STATUS_OPTIONS}
      selected={search.status}
      onChange={(status) => onChange({ status })}
    />
    <FilterMenu
      label="Type"
      options={TYPE_OPTIONS}
      selected={search.type}
      onChange={(type) => onChange({ type })}
    />
    <FilterMenu
      label="Decision"
      options={DECISION_OPTIONS}
      selected={search.decision}
      onChange={(decision) => onChange({ decision })}
    />
    <DateRangeFilter
      label="Created"
      value={{ from: search.createdFrom, to: search.createdTo }}
      onChange={({ from, to }) => onChange({ createdFrom: from, createdTo: to })}
    />
    <DateRangeFilter
      label="Updated"
      value={{ from: search.updatedFrom, to: search.updatedTo }}
      onChange={({ from, to }) => onChange({ updatedFrom: from, updatedTo: to })}
    />
    {children}
  </FilterBar>
)
