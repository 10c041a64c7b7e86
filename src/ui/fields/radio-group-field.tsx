import '../form-styles.ts'
import { Radio, Stack } from '@mantine/core'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { RadioChoice } from './radio-choice.tsx'

interface RadioGroupFieldProps<V extends FieldValues> {
  control: Control<V>
  name: FieldPath<V>
  label: string
  description?: string
  options: readonly { value: string; label: string }[]
}

/** A choice among a few answers, with none preselected. */
export const RadioGroupField = <V extends FieldValues>(props: RadioGroupFieldProps<V>) => {
  const { control, name, label, description, options } = props
  const { field, fieldState } = useController({ control, name })
  return (
    <Radio.Group
      {...field}
      value={field.value ?? null}
      label={label}
      description={description}
      error={fieldState.error?.message}
    >
      <Stack gap={10} pt={8} pb={4}>
        {options.map((option) => (
          <RadioChoice key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
