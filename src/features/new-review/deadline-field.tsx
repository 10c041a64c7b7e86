import { Button, Group } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import { deadlineChoices, type NewReviewValues } from '../../domain/new-review.ts'
import { formatDay } from '../../lib/dates.ts'
import { DayField } from '../../ui/fields/day-field.tsx'

interface DeadlineFieldProps {
  form: UseFormReturn<NewReviewValues>
  today: string
  remark: string | undefined
  error: string | undefined
}

/** The deadline, with shortcuts for the most common ones. */
export const DeadlineField = ({ form, today, remark, error }: DeadlineFieldProps) => (
  <DayField
    label="Deadline"
    remark={remark}
    error={error}
    control={form.control}
    name="deadline"
    beside={
      <Group role="group" aria-label="Deadlines to choose from" gap={8}>
        {deadlineChoices(today).map(({ label, day }) => (
          <Button
            key={label}
            variant="default"
            size="compact-sm"
            title={formatDay(day)}
            onClick={() =>
              form.setValue('deadline', day, { shouldDirty: true, shouldValidate: true })
            }
          >
            {label}
          </Button>
        ))}
      </Group>
    }
  />
)
