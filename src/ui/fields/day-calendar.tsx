import '@mantine/dates/styles.css'
import { DatePicker } from '@mantine/dates'
import { useEffect, useRef, useState } from 'react'
import { FIRST_DAY, LAST_DAY } from '../../lib/dates.ts'
import { readerOfDays } from '../../lib/day-text.ts'
import { onKeys } from '../../lib/keys.ts'
import { useToday } from '../hooks/use-today.ts'
import { firstDayOfWeek, MOVING_KEYS, otherMonth } from './calendar-steps.ts'
import classes from './day-calendar.module.css'

interface DayCalendarProps {
  /** The chosen day; undefined if there is none. */
  day: string | undefined
  onChoose: (day: string) => void
}

const LABELS = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Previous ten years',
  nextDecade: 'Next ten years',
}

/**
 * Mantine's calendar, opened at the chosen day or today, which gets the focus. Arrow keys and Page Up
 * and Page Down also lead into other months.
 */
const DayCalendar = ({ day, onChoose }: DayCalendarProps) => {
  const today = useToday()
  const [shown, setShown] = useState(day ?? today)
  /** The day to focus; another object each time, so that the same day can be focused again. */
  const [target, setTarget] = useState({ day: shown })
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    root.current?.querySelector<HTMLElement>(`[data-day="${target.day}"]`)?.focus()
  }, [target])

  const move = (from: string, key: string): false | void => {
    const next = otherMonth(from, key)
    if (next === undefined) return false
    setShown(next)
    setTarget({ day: next })
  }
  const onKeyDown = (from: string) =>
    onKeys(Object.fromEntries(MOVING_KEYS.map((key) => [key, () => move(from, key)])), {
      repeats: true,
    })
  return (
    <DatePicker
      ref={root}
      value={day ?? null}
      onChange={(chosen) => chosen !== null && onChoose(chosen)}
      date={shown}
      onDateChange={setShown}
      minDate={FIRST_DAY}
      maxDate={LAST_DAY}
      firstDayOfWeek={firstDayOfWeek(readerOfDays().locale)}
      hideOutsideDates
      highlightToday
      ariaLabels={LABELS}
      classNames={classes}
      getDayProps={(date) => ({
        'data-day': date,
        'aria-pressed': date === day,
        'aria-current': date === today ? 'date' : undefined,
        onKeyDown: onKeyDown(date),
      })}
      // On Escape, the popup closes, and not the dialog that it stands in.
      __stopPropagation
    />
  )
}

export default DayCalendar
