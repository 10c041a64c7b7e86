import type { ReactNode } from 'react'
import classes from './filters.module.css'

interface FilterBarProps {
  /** Takes every filter off; given only when one is set. */
  onClear?: (() => void) | undefined
  children: ReactNode
}

/** The row of quiet selects above a list. */
export const FilterBar = ({ onClear, children }: FilterBarProps) => (
  <div role="search" aria-label="Filters" className={classes.bar}>
    {children}
    {onClear && (
      <button type="button" className={classes.clear} onClick={onClear}>
        Clear
      </button>
    )}
  </div>
)

interface SortSelectProps<T extends string> {
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/** The order of a list. */
export const SortSelect = <T extends string>({ options, value, onChange }: SortSelectProps<T>) => (
  <label className={classes.sort}>
    Sort
    <select value={value} onChange={({ target }) => onChange(target.value as T)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
)
