import type { FieldPathByValue } from 'react-hook-form'
import { useController } from 'react-hook-form'
import type { ReviewEditValues } from '../../editing/edit-values.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { useIsMissing } from '../../editing/use-progress.ts'
import { Field, labelId } from './field.tsx'
import classes from './fields.module.css'

type Value = string | boolean | null

/** Yes and no; unanswered is neither. */
export const YES_NO = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
] as const

interface ChoiceFieldProps {
  name: FieldPathByValue<ReviewEditValues, Value>
  label: string
  options: readonly { value: Value; label: string }[]
}

/**
 * One of a few answers. A value that the app does not know is an answer of its own, so that looking
 * at it does not change it; any answer can be taken back, unless having none is an answer.
 */
export const ChoiceField = ({ name, label, options }: ChoiceFieldProps) => {
  const { control } = useReviewEditing().form
  const { field } = useController({ control, name })
  const value: Value = field.value
  const path = name.slice('form.'.length)
  const isKnown = options.some((option) => option.value === value)
  const shown = isKnown || value === null ? options : [...options, { value, label: String(value) }]
  return (
    <Field path={path} label={label} isMissing={useIsMissing(path)}>
      <div role="radiogroup" aria-labelledby={labelId(path)} className={classes.choices}>
        {shown.map((option) => (
          <label key={String(option.value)}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => field.onChange(option.value)}
              onBlur={field.onBlur}
            />
            {option.label}
          </label>
        ))}
        {value !== null && !options.some((option) => option.value === null) && (
          <button
            type="button"
            className={classes.clear}
            aria-label={`Clear ${label}`}
            onClick={() => field.onChange(null)}
          >
            Clear
          </button>
        )}
      </div>
    </Field>
  )
}
