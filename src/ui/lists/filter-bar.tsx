import type { ReactNode } from 'react'
import classes from './filters.module.css'

interface FilterBarProps {
  /** Clears every filter; set only if one is active. */
  onClear?: (() => void) | undefined
  children: ReactNode
}

/** The row of filters above a list. */
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

/** Chooses the sort order of a list. */
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
