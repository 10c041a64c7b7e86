import type { ReactNode } from 'react'
import classes from './state.module.css'

/** The meaning of a color: red, amber, green or none. */
export type Tone = 'negative' | 'warning' | 'positive' | 'neutral'

interface NoticeProps {
  tone?: Tone
  /** An alert is announced immediately, a status at the next pause. */
  role?: 'status' | 'alert'
  /** The accessible name, if the notice needs one. */
  label?: string
  children: ReactNode
}

/** A notice about the content of the page, with the actions it offers. */
export const Notice = ({ tone = 'neutral', role = 'status', label, children }: NoticeProps) => (
  <div role={role} aria-label={label} className={classes.state} data-tone={tone}>
    {children}
  </div>
)

/** An empty state: what is missing, and what to do next. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={classes.empty}>
    <h2>{title}</h2>
    {children}
  </div>
)
