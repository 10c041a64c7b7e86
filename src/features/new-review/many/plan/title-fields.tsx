import { Group, Stack } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { LIMITS } from '../../../../domain/contract/enums.ts'
import { FieldNote } from '../../../../ui/fields/field-note.tsx'
import { GrowingText } from '../../../../ui/fields/growing-text.tsx'
import { RadioChoice } from '../../../../ui/fields/radio-choice.tsx'
import type { PlanValues } from './plan.ts'

/** Chooses the source of the titles: each vendor's last review, or one pattern for all. */
export const TitleFields = ({ form }: { form: UseFormReturn<PlanValues> }) => {
  const { control, register, formState } = form
  const titleFrom = useWatch({ control, name: 'titleFrom' })
  const error = formState.errors.title?.message
  return (
    <Stack gap={4}>
      <Group component="fieldset" gap="4px 20px">
        <legend>Title</legend>
        <RadioChoice
          label="Based on each vendor’s last review"
          value="last-review"
          {...register('titleFrom')}
        />
        <RadioChoice label="One title for all" value="pattern" {...register('titleFrom')} />
      </Group>
      {titleFrom === 'pattern' ? (
        <div>
          <GrowingText
            label="Title for all"
            isLabelHidden
            isSingleLine
            limit={LIMITS.title}
            error={error}
            {...register('title')}
          />
          <FieldNote kind="hint">
            {'{vendor}'} becomes the vendor’s name, {'{year}'} this year.
          </FieldNote>
        </div>
      ) : (
        <FieldNote kind={error === undefined ? 'hint' : 'error'}>
          {error ??
            'The title of the vendor’s last review of this type, with the next year. Without such a review: the type, the vendor’s name and the year.'}
        </FieldNote>
      )}
    </Stack>
  )
}
