import { Group, Stack } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { LIMITS, REVIEW_STATUSES, REVIEW_TYPES } from '../../domain/contract/enums.ts'
import { REVIEW_STATUS_LABELS, REVIEW_TYPE_LABELS } from '../../domain/contract/labels.ts'
import { dayRemarks, type NewReviewValues } from '../../domain/new-review.ts'
import { DayField } from '../../ui/fields/day-field.tsx'
import { GrowingText } from '../../ui/fields/growing-text.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { useToday } from '../../ui/hooks/use-today.ts'
import { DeadlineField } from './deadline-field.tsx'
import classes from './new-review-page.module.css'
import type { FieldName } from './refusals.ts'
import { ReportField } from './report-field.tsx'
import { RequesterField } from './requester-field.tsx'
import type { ReportFile } from './use-report-file.ts'

const options = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
  values.map((value) => ({ value, label: labels[value] }))

interface NewReviewFieldsProps {
  form: UseFormReturn<NewReviewValues>
  report: ReportFile
  /** Version 1 accepts neither a report nor a note. */
  apiVersion: 1 | 2
  /** Set while the review is being created. */
  isDisabled: boolean
  /** The service's error messages by field. */
  refusals: Partial<Record<FieldName, string>>
}

/** All fields of a new review. */
export const NewReviewFields = (props: NewReviewFieldsProps) => {
  const { form, report, apiVersion, isDisabled, refusals } = props
  const today = useToday()
  const [deadline, requestedOn] = useWatch({
    control: form.control,
    name: ['deadline', 'requestedOn'],
  })
  const remarks = dayRemarks({ deadline, requestedOn }, today)
  const { errors } = form.formState
  const errorOf = (name: keyof NewReviewValues): string | undefined =>
    errors[name]?.message ?? refusals[name]
  return (
    <fieldset
      disabled={isDisabled}
      className={classes.fields}
      style={{ opacity: isDisabled ? 0.7 : 1 }}
    >
      <Stack gap={20}>
        <div>
          <GrowingText
            label="Title"
            isSingleLine
            limit={report.chosen ? LIMITS.titleWithFile : LIMITS.title}
            error={errorOf('title')}
            {...form.register('title')}
          />
        </div>
        <Group grow gap={24} align="start">
          <SelectField
            label="Type"
            options={options(REVIEW_TYPES, REVIEW_TYPE_LABELS)}
            error={errorOf('type')}
            {...form.register('type')}
          />
          <SelectField
            label="Status"
            options={options(REVIEW_STATUSES, REVIEW_STATUS_LABELS)}
            error={errorOf('status')}
            {...form.register('status')}
          />
        </Group>
        <DeadlineField
          form={form}
          today={today}
          remark={remarks.deadline}
          error={errorOf('deadline')}
        />
        <DayField
          label="Requested on"
          remark={remarks.requestedOn}
          error={errorOf('requestedOn')}
          control={form.control}
          name="requestedOn"
        />
        <RequesterField control={form.control} error={errorOf('requesterUserId')} />
      </Stack>
      {apiVersion === 2 && (
        <Stack gap={20}>
          <ReportField report={report} isDisabled={isDisabled} error={refusals.file} />
          <div className={classes.note}>
            <GrowingText
              label="Note"
              limit={LIMITS.note}
              error={errorOf('note')}
              {...form.register('note')}
            />
          </div>
        </Stack>
      )}
    </fieldset>
  )
}
