import { Group } from '@mantine/core'
import { useController } from 'react-hook-form'
import { labelOf } from '../../domain/contract/labels.ts'
import type { SocField } from '../../domain/soc/form-fields.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { CheckBox } from '../../ui/fields/check-box.tsx'
import { Field, helpId, labelId } from './field.tsx'
import classes from './fields.module.css'

/** Any number of a few values. A value that the app does not know can be kept or removed. */
export const SetField = ({ field }: { field: SocField<'set'> }) => {
  const { control } = useReviewEditing().form
  const { path, label, hint, options, labels } = field
  const { value, onChange, onBlur } = useController({ control, name: `form.${path}` }).field
  const chosen: readonly string[] = value ?? []
  const shown = [...new Set([...options, ...chosen])]
  return (
    <Field path={path} label={label} hint={hint} answers={path}>
      <Group
        gap="4px 20px"
        role="group"
        aria-labelledby={labelId(path)}
        aria-describedby={helpId(path)}
        className={classes.choices}
      >
        {shown.map((option) => (
          <CheckBox
            key={option}
            label={labelOf(labels, option)}
            checked={chosen.includes(option)}
            onBlur={onBlur}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...chosen, option] : chosen.filter((other) => other !== option),
              )
            }
          />
        ))}
      </Group>
    </Field>
  )
}
