import '@mantine/core/styles/SimpleGrid.css'
import { SimpleGrid } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import { LIMITS, REVIEW_STATUSES, REVIEW_TYPES } from '../../../../domain/contract/enums.ts'
import { REVIEW_STATUS_LABELS, REVIEW_TYPE_LABELS } from '../../../../domain/contract/labels.ts'
import { dayRemarks } from '../../../../domain/new-review.ts'
import { useDialogInput } from '../../../../ui/dialog-input.ts'
import { DayField } from '../../../../ui/fields/day-field.tsx'
import { GrowingText } from '../../../../ui/fields/growing-text.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { DeadlineChoices } from './deadline-choices.tsx'
import type { PlanValues } from './plan.ts'
import { TitleFields } from './title-fields.tsx'

const TYPES = REVIEW_TYPES.map((value) => ({ value, label: REVIEW_TYPE_LABELS[value] }))
const STATUSES = REVIEW_STATUSES.map((value) => ({ value, label: REVIEW_STATUS_LABELS[value] }))

interface PlanFieldsProps {
  form: UseFormReturn<PlanValues>
  /** The current values of the form. */
  values: PlanValues
  today: string
  /** Version 1 does not accept a note. */
  apiVersion: 1 | 2
}

/** The fields that all reviews share. */
export const PlanFields = ({ form, values, today, apiVersion }: PlanFieldsProps) => {
  const { control, register, setValue, formState } = form
  const { errors, isSubmitted } = formState
  const remarks = dayRemarks(values, today)
  const noteInput = useDialogInput()
  return (
    <>
      <TitleFields form={form} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={24} verticalSpacing={16}>
        <SelectField
          label="Type"
          options={TYPES}
          error={errors.type?.message}
          {...register('type')}
        />
        <SelectField
          label="Status"
          options={STATUSES}
          error={errors.status?.message}
          {...register('status')}
        />
        <div>
          <DayField
            label="Deadline"
            remark={remarks.deadline}
            error={errors.deadline?.message}
            control={control}
            name="deadline"
          />
          <DeadlineChoices
            today={today}
            onChoose={(day) => {
              noteInput()
              setValue('deadline', day, { shouldValidate: isSubmitted })
            }}
          />
        </div>
        <DayField
          label="Requested on"
          remark={remarks.requestedOn}
          error={errors.requestedOn?.message}
          control={control}
          name="requestedOn"
        />
      </SimpleGrid>
      {apiVersion === 2 && (
        <div>
          <GrowingText
            label="Note"
            limit={LIMITS.note}
            error={errors.note?.message}
            {...register('note')}
          />
        </div>
      )}
    </>
  )
}
