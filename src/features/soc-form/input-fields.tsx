import { type FieldPathByValue, get, useFormState } from 'react-hook-form'
import { LIMITS } from '../../domain/contract/values.ts'
import type { ReviewEditValues } from '../../editing/edit-values.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { useIsMissing } from '../../editing/use-progress.ts'
import { GrowingText } from '../../ui/fields/growing-text.tsx'
import { errorId, Field } from './field.tsx'
import classes from './fields.module.css'

type TextName = FieldPathByValue<ReviewEditValues, string | null | undefined>

interface InputFieldProps {
  name: TextName
  label: string
  /** The path that links and hints know, where it is another than the field's own. */
  place?: string
  remark?: string | undefined
}

const useError = (name: TextName): string | undefined => {
  const { control } = useReviewEditing().form
  const { errors } = useFormState({ control, name, exact: true })
  const error: { message?: string } | undefined = get(errors, name)
  return error?.message
}

/** A calendar date, typed or picked: text all the way, so that no time zone can shift it. */
export const DateField = ({ name, label, place = name.slice('form.'.length) }: InputFieldProps) => {
  const { register } = useReviewEditing().form
  const error = useError(name)
  const id = `${name}-input`
  return (
    <Field path={place} label={label} htmlFor={id} isMissing={useIsMissing(place)} error={error}>
      <input
        type="date"
        id={id}
        max="9999-12-31"
        className={classes.input}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : errorId(place)}
        {...register(name)}
      />
    </Field>
  )
}

/** A text of one line. */
export const LineField = ({ name, label }: InputFieldProps) => {
  const { register } = useReviewEditing().form
  const path = name.slice('form.'.length)
  return (
    <Field path={path} label={label} isMissing={useIsMissing(path)}>
      <GrowingText
        label={label}
        isLabelHidden
        isSingleLine
        limit={LIMITS.shortText}
        error={useError(name)}
        {...register(name)}
      />
    </Field>
  )
}

/** A text that grows with what is written. */
export const LongTextField = ({ name, label, remark }: InputFieldProps) => {
  const { register } = useReviewEditing().form
  const path = name.slice('form.'.length)
  return (
    <Field path={path} label={label} isMissing={useIsMissing(path)} remark={remark}>
      <GrowingText
        label={label}
        isLabelHidden
        limit={LIMITS.longText}
        error={useError(name)}
        {...register(name)}
      />
    </Field>
  )
}
