import { useState } from 'react'
import { isLikelyDay } from '../../lib/dates.ts'
import { isWholeDay } from '../../lib/day-text.ts'
import { DayInput } from '../fields/day-input.tsx'
import { LabelledField, labelIdOf } from '../fields/labelled-field.tsx'
import { useDayText } from '../fields/use-day-text.ts'
import type { DateRange, DateRangeFilterProps } from './date-range-filter.tsx'

interface FilterDayProps {
  label: string
  value: string | undefined
  error: string | undefined
  onChange: (value: string | undefined) => void
}

/**
 * One end of the span. Each change asks for another list, so only a day that no further digit changes
 * counts at once. "2026-03-1" counts when it is left, since it may become the 15th.
 */
const FilterDay = ({ label, value = '', error, onChange }: FilterDayProps) => {
  /** What was typed and is not in the filter yet, on top of which value. */
  const [held, setHeld] = useState<{ text: string; over: string } | null>(null)
  const current = held?.over === value ? held.text : value
  const commit = (next: string): void => {
    if (next !== value && (next === '' || isLikelyDay(next))) onChange(next || undefined)
  }
  const day = useDayText(current, (next, text) => {
    setHeld({ text: next, over: value })
    if (next === '' || isWholeDay(text)) commit(next)
  })
  return (
    <LabelledField label={label} error={day.problem ?? error}>
      {(ids) => (
        <DayInput
          {...ids}
          labelId={labelIdOf(ids.id)}
          field={day}
          onEnter={() => commit(current)}
          onBlur={() => commit(current)}
        />
      )}
    </LabelledField>
  )
}

/** The two ends of a span of days. */
const DateRangeFields = ({ label, value: { from, to }, onChange }: DateRangeFilterProps) => {
  const change = (end: DateRange): void => onChange({ from, to, ...end })
  const isBackwards = from !== undefined && to !== undefined && to < from
  return (
    <>
      <FilterDay
        label={`${label} from`}
        value={from}
        error={undefined}
        onChange={(day) => change({ from: day })}
      />
      <FilterDay
        label={`${label} until`}
        value={to}
        error={isBackwards ? 'This is before the first day.' : undefined}
        onChange={(day) => change({ to: day })}
      />
    </>
  )
}

export default DateRangeFields
