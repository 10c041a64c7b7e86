import classes from './progress-bar.module.css'

interface ProgressBarProps {
  /** The accessible name. */
  label: string
  value: number
  /** The value at the end; 100 for percent. */
  max: number
  /** The value in words. */
  text: string
  /** Green, once what it stands for is done. */
  isDone?: boolean
}

/** How far something is. */
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
