import { Stack } from '@mantine/core'
import { memo, type ReactElement } from 'react'
import { useWatch } from 'react-hook-form'
import type { SocSectionId } from '../../domain/contract/enums.ts'
import { isAskedFor } from '../../domain/soc/completeness.ts'
import type { Answers } from '../../domain/soc/field-kinds.ts'
import { fieldsIn, SOC_FIELDS, type SocField } from '../../domain/soc/form-fields.ts'
import { useEditSnapshot, useReviewEditing } from '../../editing/review-editing.ts'
import { ChoiceField } from './choice-field.tsx'
import { DateField, RangeField, TextField } from './input-fields.tsx'
import { ListField } from './list-editor/list-field.tsx'
import { ReviewerField } from './reviewer-field.tsx'
import { SetField } from './set-field.tsx'

interface KindOfFieldProps {
  field: SocField
  remark: string | undefined
}

/** The control for a field, by its kind. */
const PlainField = ({ field, remark }: KindOfFieldProps): ReactElement => {
  switch (field.kind) {
    case 'person':
      return <ReviewerField field={field} />
    case 'day':
      return <DateField field={field} />
    case 'range':
      return <RangeField field={field} />
    case 'choice':
    case 'yes-no':
      return <ChoiceField field={field} />
    case 'set':
      return <SetField field={field} />
    case 'line':
    case 'text':
      return <TextField field={field} remark={remark} />
    case 'list':
      return <ListField field={field} />
  }
}

/** A section renders a moment after the typing, but a field only when it changes. */
const KindOfField = memo(PlainField)

/** These change with a click, never with a keystroke, so watching them is cheap. */
const CHOICES = SOC_FIELDS.filter((field) => field.kind === 'choice')

/** A section's answers: choices immediately, the rest a moment after the typing. */
const useAnswers = (id: SocSectionId): Answers => {
  const { values } = useEditSnapshot()
  const { control } = useReviewEditing().form
  const chosen = useWatch({ control, name: CHOICES.map(({ path }) => `form.${path}` as const) })
  const ofSection = CHOICES.map(({ section, name }, index) => ({ section, name, index }))
  return {
    ...values.form[id],
    ...Object.fromEntries(
      ofSection
        .filter(({ section }) => section === id)
        .map(({ name, index }) => [name, chosen[index]]),
    ),
  }
}

/** The form of one section, with the fields that apply to the answers so far. */
export const SectionFields = ({ id }: { id: SocSectionId }) => {
  const answers = useAnswers(id)
  return (
    <Stack gap="var(--cs-field-gap)">
      {fieldsIn(id)
        .filter((field) => isAskedFor(field, answers))
        .map((field) => {
          const { path, remark } = field
          const text = remark?.when(answers) ? remark.text : undefined
          return <KindOfField key={path} field={field} remark={text} />
        })}
    </Stack>
  )
}
