import { Stack } from '@mantine/core'
import { Suspense, useState } from 'react'
import { formatDay } from '../../lib/dates.ts'
import { lazyPart } from '../lazy-part.tsx'
import { FilterPopup } from './filter-popup.tsx'

const DateRangeFields = lazyPart(() => import('./date-range-fields.tsx'))

/** A span of calendar days; either end may be open. */
export interface DateRange {
  from?: string | undefined
  to?: string | undefined
}

export interface DateRangeFilterProps {
  label: string
  value: DateRange
  onChange: (value: DateRange) => void
}

const summaryOf = ({ from, to }: DateRange): string => {
  if (from && to) return `${formatDay(from)} – ${formatDay(to)}`
  if (from) return `from ${formatDay(from)}`
  return to ? `until ${formatDay(to)}` : ''
}

/** A filter for a span of days, which shows the chosen span. Its fields load when it opens. */
export const DateRangeFilter = (props: DateRangeFilterProps) => {
  const [wasOpened, setWasOpened] = useState(false)
  return (
    <FilterPopup
      label={props.label}
      summary={summaryOf(props.value)}
      onOpen={() => setWasOpened(true)}
    >
      {/* As high as the two fields that load when the popup opens. */}
      <Stack gap={12} w={232} mih={126}>
        {wasOpened && (
          <Suspense>
            <DateRangeFields {...props} />
          </Suspense>
        )}
      </Stack>
    </FilterPopup>
  )
}
