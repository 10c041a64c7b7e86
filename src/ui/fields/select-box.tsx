import '../form-styles.ts'
import { Input } from '@mantine/core'
import type { ComponentProps } from 'react'
import { ChevronDown } from '../icons.tsx'

interface SelectBoxProps extends Omit<ComponentProps<'select'>, 'size'> {
  options: readonly { value: string; label: string }[]
}

/** A choice among a few answers, in the platform's own list. */
export const SelectBox = ({ options, id, ...control }: SelectBoxProps) => (
  <Input
    component="select"
    // The field around it names its texts; Mantine would drop them, and with them the id.
    withAria={false}
    attributes={{ input: { id } }}
    error={control['aria-invalid'] === true}
    pointer
    rightSection={<ChevronDown />}
    {...control}
  >
    {options.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </Input>
)
