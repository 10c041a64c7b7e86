import { Flex, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  /** The level-1 heading and the title of the window. */
  title: string
  /** What the title of the window says besides the heading, to tell tabs apart. */
  context?: readonly string[]
  /** Links to the pages above this one. */
  crumbs?: ReactNode[]
  /** Rendered beside the heading, such as a count. */
  aside?: ReactNode
  /** The state of what the page shows. */
  state?: ReactNode
  /** Buttons that stay visible while the page scrolls; such a page has the whole window's width. */
  actions?: ReactNode
  children: ReactNode
}

/**
 * The top of every page: breadcrumbs above the heading, and in one bar with them the state and the
 * actions. The heading stands at the same height on all pages.
 */
export const Page = (props: PageProps) => {
  const { title, context = [], crumbs, aside, state, actions, children } = props
  return (
    <>
      <title>{[title, ...context, 'Countersign'].join(' · ')}</title>
      <div className={actions ? classes.sticky : classes.head}>
        <div className={classes.way}>
          {crumbs && (
            <nav aria-label="Breadcrumb">
              <Flex component="ol" mt={-20} fz={12} lh="20px" c="dimmed" className={classes.crumbs}>
                {crumbs.map((crumb, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the way to a page does not reorder
                  <li key={index} className="cut">
                    {crumb}
                  </li>
                ))}
                <li aria-current="page" className="visually-hidden">
                  {title}
                </li>
              </Flex>
            </nav>
          )}
          <Group gap="4px 12px" wrap={actions ? 'nowrap' : 'wrap'} mih={28}>
            <h1 tabIndex={-1} title={title} {...(actions && { className: 'cut' })}>
              <bdi>{title}</bdi>
            </h1>
            {aside}
          </Group>
        </div>
        {state && <Group gap="0 12px">{state}</Group>}
        {actions && (
          <Group gap={12} wrap="nowrap" flex="none" className={classes.bar}>
            {actions}
          </Group>
        )}
      </div>
      {children}
    </>
  )
}
