import { Button, Stack } from '@mantine/core'
import { useMemo } from 'react'
import { type FieldErrors, type Resolver, useForm, useWatch } from 'react-hook-form'
import type { Vendor } from '../../../../domain/contract/vendor.ts'
import { useToday } from '../../../../ui/hooks/use-today.ts'
import { DialogButtons } from '../../../../ui/layout/dialog-buttons.tsx'
import {
  checkPlan,
  type PlannedReview,
  type PlanValues,
  planDefaults,
  planReviews,
} from './plan.ts'
import { PlanFields } from './plan-fields.tsx'
import { PlanPreview } from './plan-preview.tsx'

interface PlanFormProps {
  vendors: readonly Vendor[]
  apiVersion: 1 | 2
  onStart: (values: PlanValues, plan: readonly PlannedReview[]) => void
  onCancel: () => void
}

/** The form for all reviews of a run, with a preview for each vendor. */
export const PlanForm = ({ vendors, apiVersion, onStart, onCancel }: PlanFormProps) => {
  const today = useToday()
  const resolver: Resolver<PlanValues> = (values) => {
    const found = checkPlan(values, planReviews(values, vendors, today), apiVersion)
    const errors: FieldErrors<PlanValues> = {}
    for (const [name, message] of Object.entries(found))
      errors[name as keyof PlanValues] = { type: 'validate', message }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} }
  }
  const form = useForm({ defaultValues: planDefaults(today), resolver })
  const values = useWatch({ control: form.control, compute: (watched: PlanValues) => watched })
  const plan = useMemo(() => planReviews(values, vendors, today), [values, vendors, today])
  const count = plan.filter(({ isSkipped }) => !isSkipped).length
  return (
    <form
      onSubmit={form.handleSubmit((checked) =>
        onStart(checked, planReviews(checked, vendors, today)),
      )}
      noValidate
    >
      <Stack gap={16}>
        <PlanFields form={form} values={values} today={today} apiVersion={apiVersion} />
        <PlanPreview plan={plan} skipsOpen={form.register('skipsOpen')} />
        <DialogButtons isSticky>
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" disabled={count === 0}>
            {count === 1 ? 'Start 1 review' : `Start ${count} reviews`}
          </Button>
        </DialogButtons>
      </Stack>
    </form>
  )
}
