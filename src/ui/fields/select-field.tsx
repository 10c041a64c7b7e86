import type { SelectHTMLAttributes } from 'react'
import classes from './labelled-field.module.css'
import { type FieldTexts, LabelledField } from './labelled-field.tsx'

interface SelectFieldProps
  extends FieldTexts,
    Pick<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'value' | 'onChange' | 'onBlur'> {
  options: readonly { value: string; label: string }[]
  ref?: React.Ref<HTMLSelectElement>
}

/** A choice among a few answers, in the platform's own select. */
export const SelectField = (props: SelectFieldProps) => {
  const { label, hint, remark, error, options, ...control } = props
  return (
    <LabelledField label={label} hint={hint} remark={remark} error={error}>
      {(ids) => (
        <select {...control} {...ids} className={classes.input}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  )
}
