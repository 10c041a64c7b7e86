import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useMediaQuery } from '../../ui/hooks/use-media-query.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { openReports } from './open-reports.ts'
import { CHOOSE, type ReportKey } from './report-search.ts'

/** Up to this width, the form and the report take turns. */
const ONE_AT_A_TIME = '(max-width: 1023.98px)'

/** What a press of the button changes in the address. */
export interface ReportChange {
  report?: ReportKey | typeof CHOOSE | undefined
  front?: 'form' | undefined
}

/** What the button brings to the front, where a phone has no room for the verb. */
const NOUNS = { report: 'Report', form: 'Form' }

interface ReportButtonProps {
  vendorId: number
  reviewId: number
  report: ReportKey | typeof CHOOSE | undefined
  front: 'form' | undefined
  onChange: (change: ReportChange) => void
}

/** Opens a report beside the form, and brings the one or the other to the front. */
export const ReportButton = (props: ReportButtonProps) => {
  const { vendorId, reviewId, report, front, onChange } = props
  const reports = useStore(useMemo(() => openReports(vendorId, reviewId), [vendorId, reviewId]))
  const isOneAtATime = useMediaQuery(ONE_AT_A_TIME)
  const last = reports.at(-1)
  const [verb, noun, change]: [string, 'report' | 'form', ReportChange] =
    report === undefined
      ? [last ? 'Show' : 'Open', 'report', { report: last?.key ?? CHOOSE, front: undefined }]
      : !isOneAtATime
        ? ['Hide', 'report', { report: undefined }]
        : front === 'form'
          ? ['Show', 'report', { front: undefined }]
          : ['Show', 'form', { front: 'form' }]
  return (
    <Button
      size="xs"
      flex="none"
      variant="default"
      aria-label={`${verb} ${noun}`}
      onClick={() => onChange(change)}
    >
      {isOneAtATime ? NOUNS[noun] : `${verb} ${noun}`}
    </Button>
  )
}
