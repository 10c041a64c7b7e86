import type { UseFormReturn } from 'react-hook-form'
import { deadlineChoices, type NewReviewValues } from '../../domain/new-review.ts'
import { formatDay } from '../../lib/dates.ts'
import { DayField } from '../../ui/fields/day-field.tsx'
import classes from './new-review-page.module.css'

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
      <div role="group" aria-label="Deadlines to choose from" className={classes.choices}>
        {deadlineChoices(today).map(({ label, day }) => (
          <button
            key={label}
            type="button"
            title={formatDay(day)}
            onClick={() =>
              form.setValue('deadline', day, { shouldDirty: true, shouldValidate: true })
            }
          >
            {label}
          </button>
        ))}
      </div>
    }
  />
)
