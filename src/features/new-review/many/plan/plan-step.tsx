import { useQuery } from '@tanstack/react-query'
import { configQuery, readOnlySentence } from '../../../../api/config.ts'
import type { RunJob } from '../../../../api/once/reviews/kept-runs.ts'
import { explainError } from '../../../../api/transport/explain-error.ts'
import type { Vendor } from '../../../../domain/contract/vendor.ts'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { jobFor } from './plan.ts'
import { PlanForm } from './plan-form.tsx'

interface PlanStepProps {
  vendors: readonly Vendor[]
  onStart: (jobs: readonly RunJob[], apiVersion: 1 | 2) => void
  onCancel: () => void
}

/** The form for the reviews to start, if the gateway allows creating reviews. */
export const PlanStep = ({ vendors, onStart, onCancel }: PlanStepProps) => {
  const { data: config, error, refetch } = useQuery(configQuery)
  if (!config) {
    const { sentence, requestId } = explainError(error)
    return error && <ErrorState sentence={sentence} requestId={requestId} onRetry={refetch} />
  }
  const { apiVersion } = config
  const readOnly = readOnlySentence(config)
  if (readOnly !== undefined) return <Notice tone="warning">{readOnly} Start them in Drata.</Notice>
  return (
    <PlanForm
      vendors={vendors}
      apiVersion={apiVersion}
      onStart={(values, plan) =>
        onStart(
          plan.map((planned) => jobFor(values, planned)),
          apiVersion,
        )
      }
      onCancel={onCancel}
    />
  )
}
