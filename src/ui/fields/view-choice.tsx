import '../form-styles.ts'
import { Group, Radio } from '@mantine/core'
import { RadioChoice } from './radio-choice.tsx'

interface ViewChoiceProps<V extends string> {
  /** The accessible name. */
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange: (value: V) => void
}

/** A choice of what is shown, which is no answer of a form. */
export const ViewChoice = <V extends string>(props: ViewChoiceProps<V>) => {
  const { label, options, value, onChange } = props
  return (
    <Radio.Group
      label={label}
      labelProps={{ className: 'visually-hidden' }}
      value={value}
      onChange={onChange}
    >
      <Group gap={16}>
        {options.map((option) => (
          <RadioChoice key={option.value} value={option.value} label={option.label} />
        ))}
      </Group>
    </Radio.Group>
  )
}
