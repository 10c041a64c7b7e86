import { FilterPopup } from './filter-popup.tsx'

interface FilterMenuProps<T extends string> {
  label: string
  options: readonly { value: T; label: string }[]
  selected: readonly T[]
  onChange: (selected: T[]) => void
}

/** A filter with any number of values, which shows those chosen. */
export const FilterMenu = <T extends string>({
  label,
  options,
  selected,
  onChange,
}: FilterMenuProps<T>) => {
  const chosen = options.filter(({ value }) => selected.includes(value))
  const summary = chosen.map((option) => option.label).join(', ')
  return (
    <FilterPopup label={label} summary={summary}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={selected.includes(option.value)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...selected, option.value]
                  : selected.filter((value) => value !== option.value),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </FilterPopup>
  )
}
