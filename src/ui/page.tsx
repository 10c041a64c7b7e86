import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  /** The level-1 heading and the title of the window. */
  title: string
  /** What the title of the window says besides the heading, to tell tabs apart. */
  context?: readonly string[]
  /** Links to the pages above this one. */
  crumbs?: ReactNode[]
  /** Rendered beside the heading, such as a count or a state. */
  aside?: ReactNode
  /** Buttons that stay visible while the page scrolls. */
  actions?: ReactNode
  children: ReactNode
}

/** The top of every page: breadcrumbs, heading and actions. */
export const Page = ({ title, context = [], crumbs, aside, actions, children }: PageProps) => (
  <>
    <title>{[title, ...context, 'Countersign'].join(' · ')}</title>
    <div className={classes.head}>
      {crumbs && (
        <nav aria-label="Breadcrumb">
          <ol className={classes.crumbs}>
            {crumbs.map((crumb, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the way to a page does not reorder
              <li key={index}>{crumb}</li>
            ))}
            <li aria-current="page">
              <bdi>{title}</bdi>
            </li>
          </ol>
        </nav>
      )}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
    <div className={classes.title}>
      <h1 tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      {aside}
    </div>
    {children}
  </>
)
