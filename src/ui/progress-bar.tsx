import classes from './progress-bar.module.css'

interface ProgressBarProps {
  /** The accessible name. */
  label: string
  value: number
  /** The value at the end; 100 for percent. */
  max: number
  /** The value as text, for screen readers. */
  text: string
  /** Turns the bar green. */
  isDone?: boolean
}

/** A progress bar. */
export const ProgressBar = ({ label, value, max, text, isDone = false }: ProgressBarProps) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={max}
    aria-valuenow={value}
    aria-valuetext={text}
    className={classes.track}
    data-done={isDone}
  >
    <div style={{ width: `${max > 0 ? (value / max) * 100 : 0}%` }} />
  </div>
)
