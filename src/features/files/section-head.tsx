import type { ReactNode } from 'react'
import classes from './files.module.css'

interface SectionHeadProps {
  /** The id of the heading, for links to it. */
  id: string
  title: string
  count: string | undefined
  children?: ReactNode
}

/** The heading of a list of files, with their count. */
export const SectionHead = ({ id, title, count, children }: SectionHeadProps) => (
  <div className={classes.head}>
    <h2 id={id} tabIndex={-1}>
      {title}
    </h2>
    {count !== undefined && <span className={classes.count}>{count}</span>}
    {children}
  </div>
)
