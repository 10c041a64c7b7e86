import { Tabs, type TabsProps } from '@mantine/core'
import type { ReactNode } from 'react'
import '@mantine/core/styles/Tabs.css'
import { onKeys } from '../../lib/keys.ts'
import classes from './tab-frame.module.css'

interface TabFrameProps<T extends string>
  extends Pick<TabsProps, 'keepMounted' | 'keepMountedMode' | 'className'> {
  /** The accessible name of the list of tabs. */
  label: string
  tabs: readonly { value: T; title: ReactNode; tooltip?: string }[]
  /** The tab in front; null for none. */
  value: T | null
  onChange: (value: T) => void
  /** Stands on the line of the tabs, at its end. */
  beside?: ReactNode
  /** The panels. */
  children: ReactNode
}

/** The panel of one tab. */
export const TabPanel = Tabs.Panel

/** Tabs on one line, which open by click and by the arrow keys, Home and End. */
export const TabFrame = <T extends string>(props: TabFrameProps<T>) => {
  const { label, tabs, value, onChange, beside, children, ...frame } = props
  const open = (tab: T | null | undefined): void => {
    if (tab !== undefined && tab !== null && tab !== value) onChange(tab)
  }
  // Mantine opens the tab that an arrow key leads to, but only focuses the first and the last.
  const onKeyDown = onKeys({
    Home: () => open(tabs[0]?.value),
    End: () => open(tabs.at(-1)?.value),
  })
  return (
    <Tabs
      {...frame}
      value={value}
      onChange={(chosen) => open(chosen as T | null)}
      color="var(--cs-accent)"
    >
      <div className={`${classes.line} screen-only`}>
        <Tabs.List aria-label={label} className={classes.list}>
          {tabs.map((tab) => (
            <Tabs.Tab
              key={tab.value}
              value={tab.value}
              px={8}
              title={tab.tooltip}
              className={classes.tab}
              onKeyDown={onKeyDown}
            >
              {tab.title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {beside}
      </div>
      {children}
    </Tabs>
  )
}
