import classes from './filters.module.css'
import { ChevronDown } from './icons.tsx'
import { Popup } from './popup.tsx'

interface FilterMenuProps<T extends string> {
  label: string
  options: readonly { value: T; label: string }[]
  selected: readonly T[]
  onChange: (selected: T[]) => void
}

/** A quiet select for any number of values that shows what is chosen. */
export const FilterMenu = <T extends string>({
  label,
  options,
  selected,
  onChange,
}: FilterMenuProps<T>) => {
  const chosen = options.filter(({ value }) => selected.includes(value))
  const summary = chosen.map((option) => option.label).join(', ')
  return (
    <Popup
      label={summary ? `${label}: ${summary}` : label}
      buttonClassName={classes.filter}
      content={
        <>
          <span>{label}</span>
          {summary && <strong>{summary}</strong>}
          <ChevronDown />
        </>
      }
    >
      <div className={classes.options}>
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
      </div>
    </Popup>
  )
}
