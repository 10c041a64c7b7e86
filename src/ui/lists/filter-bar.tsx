import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { QuietButton } from '../layout/quiet-button.tsx'

interface FilterBarProps {
  /** Clears every filter; set only if one is active. */
  onClear?: (() => void) | undefined
  children: ReactNode
}

/** The row of filters above a list. */
export const FilterBar = ({ onClear, children }: FilterBarProps) => (
  <Group role="search" aria-label="Filters" gap={8} mb={12}>
    {children}
    {onClear && <QuietButton onClick={onClear}>Clear</QuietButton>}
  </Group>
)

interface SortSelectProps<T extends string> {
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}

/** Chooses the sort order of a list. */
export const SortSelect = <T extends string>({ options, value, onChange }: SortSelectProps<T>) => (
  <Group component="label" gap={8} fz={13} className="quiet">
    Sort
    <select value={value} onChange={({ target }) => onChange(target.value as T)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Group>
)
