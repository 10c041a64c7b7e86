import '../form-styles.ts'
import { Textarea } from '@mantine/core'
import {
  type Control,
  type FieldPathByValue,
  type FieldValues,
  useController,
} from 'react-hook-form'
import { CharacterCount } from './field-note.tsx'

interface TextAreaFieldProps<V extends FieldValues> {
  control: Control<V>
  name: FieldPathByValue<V, string>
  label: string
  description?: string
  /** The service's limit in characters. The text is counted, not cut. */
  limit: number
}

/** A multi-line text that shows how much of its limit is used. */
export const TextAreaField = <V extends FieldValues>(props: TextAreaFieldProps<V>) => {
  const { control, name, label, description, limit } = props
  const { field, fieldState } = useController({ control, name })
  const length = String(field.value).length
  return (
    <div>
      <Textarea
        {...field}
        label={label}
        description={description}
        error={fieldState.error?.message}
        autosize
        minRows={3}
        maxRows={10}
        dir="auto"
      />
      <CharacterCount length={length} limit={limit} />
    </div>
  )
}
