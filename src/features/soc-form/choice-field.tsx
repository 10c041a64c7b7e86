import '@mantine/core/styles/CloseButton.css'
import { CloseButton, Group } from '@mantine/core'
import { useController } from 'react-hook-form'
import type { SocField } from '../../domain/soc/form-fields.ts'
import { useReviewEditing } from '../../editing/review-editing.ts'
import { RadioChoice } from '../../ui/fields/radio-choice.tsx'
import { Field, helpId, labelId } from './field.tsx'
import classes from './fields.module.css'

interface Option {
  value: string | boolean | null
  label: string
}

/** The possible answers. "No answer" is different from yes and no, and may be an option itself. */
const optionsOf = (field: SocField<'choice' | 'yes-no'>): readonly Option[] => [
  ...(field.kind === 'choice'
    ? field.options.map((value) => ({ value, label: field.labels[value] ?? value }))
    : [
        { value: true, label: 'Yes' },
        { value: false, label: 'No' },
      ]),
  ...(field.none === undefined ? [] : [{ value: null, label: field.none }]),
]

/**
 * One of a few answers. A value that the app does not know gets its own option, so that looking at
 * it does not change it. Any answer can be removed, unless "no answer" is an option.
 */
export const ChoiceField = ({ field }: { field: SocField<'choice' | 'yes-no'> }) => {
  const { control } = useReviewEditing().form
  const { path, label, hint, none } = field
  const name = `form.${path}` as const
  const { value, onChange, onBlur } = useController({ control, name }).field
  const options = optionsOf(field)
  const isKnown = options.some((option) => option.value === value)
  const shown: readonly Option[] =
    isKnown || value === null ? options : [...options, { value, label: String(value) }]
  return (
    <Field path={path} label={label} hint={hint} answers={path}>
      <Group
        gap="4px 20px"
        role="radiogroup"
        aria-labelledby={labelId(path)}
        aria-describedby={helpId(path)}
        className={classes.choices}
      >
        {shown.map((option) => (
          <RadioChoice
            key={String(option.value)}
            label={option.label}
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            onBlur={onBlur}
          />
        ))}
        {value !== null && none === undefined && (
          // At one place in every field, however long the answers are.
          <CloseButton
            pos="absolute"
            top={2}
            right={0}
            aria-label={`Clear ${label}`}
            onClick={() => onChange(null)}
          />
        )}
      </Group>
    </Field>
  )
}
