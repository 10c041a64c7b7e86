import { type FieldPathByValue, get, useController, useFormState } from 'react-hook-form'
import type { SocField } from '../../domain/soc/form-fields.ts'
import type { ReviewEditValues } from '../../editing/edit-values.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { DayInput } from '../../ui/fields/day-input.tsx'
import { GrowingText } from '../../ui/fields/growing-text.tsx'
import { useDayText } from '../../ui/fields/use-day-text.ts'
import { errorId, Field, helpId, labelId } from './field.tsx'

type TextName = FieldPathByValue<ReviewEditValues, string | null | undefined>

const useError = (name: TextName): string | undefined => {
  const { control } = useReviewEditing().form
  const { errors } = useFormState({ control, name, exact: true })
  const error: { message?: string } | undefined = get(errors, name)
  return error?.message
}

interface DateInputProps {
  name: TextName
  /** The field's path, or the path of one day of a range. */
  path: string
  label: string
  hint?: string
  /** See `Field`. */
  answers?: string
}

/**
 * A calendar date, typed or picked. It stays a text throughout, so no time zone can shift it. What was
 * typed and is no date stays in the form, and is not sent.
 */
const DateInput = ({ name, path, label, hint, ...more }: DateInputProps) => {
  const { control, clearErrors } = useReviewEditing().form
  const { value, onChange, onBlur, ref } = useController({ control, name }).field
  const refusal = useError(name)
  const day = useDayText(value ?? '', (next) => {
    // It was about the text before.
    if (refusal !== undefined) clearErrors(name)
    onChange(next)
  })
  const error = day.problem ?? refusal
  const id = `${name}-input`
  const described = [
    ...(error === undefined ? [] : [errorId(path)]),
    ...(hint === undefined ? [] : [helpId(path)]),
  ]
  return (
    <Field path={path} label={label} hint={hint} htmlFor={id} error={error} {...more}>
      <DayInput
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={described.join(' ') || undefined}
        labelId={labelId(path)}
        field={day}
        name={name}
        onBlur={onBlur}
        ref={ref}
      />
    </Field>
  )
}

export const DateField = ({ field: { path, label, hint } }: { field: SocField<'day'> }) => (
  <DateInput name={`form.${path}`} path={path} label={label} hint={hint} answers={path} />
)

/** Two dates. Links and the hint treat them as one field, which begins with the first. */
export const RangeField = ({ field: { path, label, hint } }: { field: SocField<'range'> }) => (
  <>
    <DateInput name={`form.${path}.start`} path={path} label={`${label} start`} hint={hint} />
    <DateInput
      name={`form.${path}.end`}
      path={`${path}.end`}
      label={`${label} end`}
      answers={path}
    />
  </>
)

interface TextFieldProps {
  field: SocField<'line' | 'text'>
  remark: string | undefined
}

/** A text of one line, or one that grows with its content. */
export const TextField = ({ field, remark }: TextFieldProps) => {
  const { register } = useReviewEditing().form
  const { kind, path, label, hint, limit } = field
  const name = `form.${path}` as const
  return (
    <Field path={path} label={label} hint={hint} remark={remark} answers={path}>
      <GrowingText
        label={label}
        isLabelHidden
        isSingleLine={kind === 'line'}
        limit={limit}
        describedBy={helpId(path)}
        error={useError(name)}
        {...register(name)}
      />
    </Field>
  )
}
