import type { ReactNode } from 'react'
import classes from './state.module.css'

/** Means the same wherever it stands: red, amber, green, or nothing in particular. */
export type Tone = 'negative' | 'warning' | 'positive' | 'neutral'

interface NoticeProps {
  tone?: Tone
  /** An alert is read out at once, a status when there is a pause. */
  role?: 'status' | 'alert'
  /** Its name, where it is looked for by one. */
  label?: string
  children: ReactNode
}

/** A remark on what is on the screen, with what can be done about it. */
export const Notice = ({ tone = 'neutral', role = 'status', label, children }: NoticeProps) => (
  <div role={role} aria-label={label} className={classes.state} data-tone={tone}>
    {children}
  </div>
)

/** What stands in an empty place: what is not there, and what to do next. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={classes.empty}>
    <h2>{title}</h2>
    {children}
  </div>
)
