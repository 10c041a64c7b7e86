import { formatInstant, formatInstantDay } from '../lib/dates.ts'
import classes from './deadline-text.module.css'
import type { Tone } from './notice.tsx'

interface DeadlineTextProps {
  /** "Due in 4 days"; empty if the deadline no longer matters. */
  text: string
  tone: Tone
  /** The instant itself. */
  at: string
}

/** A deadline: the relative time, then the day, with the hour in the tooltip. */
export const DeadlineText = ({ text, tone, at }: DeadlineTextProps) => (
  <time dateTime={at} title={formatInstant(at)} className={classes.deadline}>
    {text && (
      <span
        style={{ color: `var(--cs-${tone})`, fontWeight: tone === 'neutral' ? undefined : 600 }}
      >
        {text}
      </span>
    )}
    <span className="quiet">{formatInstantDay(at)}</span>
  </time>
)
