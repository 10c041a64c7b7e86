import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  type Control,
  type FieldPathByValue,
  type FieldValues,
  useController,
} from 'react-hook-form'
import { DayInput } from './day-input.tsx'
import { type FieldTexts, LabelledField, labelIdOf } from './labelled-field.tsx'
import { useDayText } from './use-day-text.ts'

interface DayFieldProps<V extends FieldValues, N extends FieldPathByValue<V, string>>
  extends FieldTexts {
  control: Control<V>
  name: N
  /** Rendered beside the field: shortcuts that fill it in. */
  beside?: ReactNode
}

/**
 * A calendar day of a form, typed or picked. It stays text throughout, so no time zone can shift it.
 * The form holds a day, or what was typed if it is none.
 */
export const DayField = <V extends FieldValues, N extends FieldPathByValue<V, string>>({
  control,
  name,
  label,
  hint,
  remark,
  error,
  beside,
}: DayFieldProps<V, N>) => {
  const { value, onChange, onBlur, ref } = useController({ control, name }).field
  const day = useDayText(value, onChange)
  return (
    <LabelledField label={label} hint={hint} remark={remark} error={day.problem ?? error}>
      {(ids) => (
        <Group gap="4px 16px">
          <DayInput
            {...ids}
            labelId={labelIdOf(ids.id)}
            field={day}
            name={name}
            onBlur={onBlur}
            ref={ref}
          />
          {beside}
        </Group>
      )}
    </LabelledField>
  )
}
