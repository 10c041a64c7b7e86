import type { SelectHTMLAttributes } from 'react'
import { type FieldTexts, LabelledField } from './labelled-field.tsx'
import { SelectBox } from './select-box.tsx'

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
      {(ids) => <SelectBox {...control} {...ids} options={options} />}
    </LabelledField>
  )
}
