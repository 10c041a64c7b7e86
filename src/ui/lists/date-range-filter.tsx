import { formatDay } from '../../lib/dates.ts'
import { FilterPopup } from './filter-popup.tsx'
import classes from './filters.module.css'

/** A span of calendar days; either end may be open. */
export interface DateRange {
  from?: string | undefined
  to?: string | undefined
}

interface DateRangeFilterProps {
  label: string
  value: DateRange
  onChange: (value: DateRange) => void
}

const summaryOf = ({ from, to }: DateRange): string => {
  if (from && to) return `${formatDay(from)} – ${formatDay(to)}`
  if (from) return `from ${formatDay(from)}`
  return to ? `until ${formatDay(to)}` : ''
}

/** A filter for a span of days, which shows the chosen span. */
export const DateRangeFilter = ({ label, value, onChange }: DateRangeFilterProps) => {
  const summary = summaryOf(value)
  return (
    <FilterPopup label={label} summary={summary}>
      <label className={classes.date}>
        {label} from
        <input
          type="date"
          value={value.from ?? ''}
          max={value.to}
          onChange={({ target }) => onChange({ ...value, from: target.value || undefined })}
        />
      </label>
      <label className={classes.date}>
        {label} until
        <input
          type="date"
          value={value.to ?? ''}
          min={value.from}
          onChange={({ target }) => onChange({ ...value, to: target.value || undefined })}
        />
      </label>
    </FilterPopup>
  )
}
