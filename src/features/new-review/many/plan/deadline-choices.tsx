import { deadlineChoices } from '../../../../domain/new-review.ts'
import { formatDay } from '../../../../lib/dates.ts'
import classes from './plan-form.module.css'

interface DeadlineChoicesProps {
  today: string
  onChoose: (day: string) => void
}

/** Shortcuts for the most common deadlines. */
export const DeadlineChoices = ({ today, onChoose }: DeadlineChoicesProps) => (
  <div role="group" aria-label="Deadlines to choose from" className={classes.choices}>
    {deadlineChoices(today).map(({ label, day }) => (
      <button key={label} type="button" title={formatDay(day)} onClick={() => onChoose(day)}>
        {label}
      </button>
    ))}
  </div>
)
