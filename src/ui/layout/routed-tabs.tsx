import { Text } from '@mantine/core'
import { Activity, type ReactNode, useState } from 'react'
import { usePrinting } from '../hooks/use-printing.ts'
import classes from './tab-frame.module.css'
import { TabFrame, TabPanel } from './tab-frame.tsx'

/** One tab and its panel. */
export interface RoutedTab<T extends string> {
  value: T
  label: string
  /** How many things the panel holds, once that is known. */
  count?: string | undefined
  /** Whether the panel's data is there. Without it, paper says that the tab was not opened. */
  isLoaded: boolean
  panel: ReactNode
}

interface RoutedTabsProps<T extends string> {
  /** The accessible name of the list of tabs. */
  label: string
  tabs: readonly RoutedTab<T>[]
  /** The open tab, which lives in the address. */
  value: T
  onChange: (value: T) => void
}

/** The panels that were open once. */
const useOpened = <T extends string>(value: T): ReadonlySet<T> => {
  const [opened, setOpened] = useState<ReadonlySet<T>>(new Set([value]))
  if (opened.has(value)) return opened
  const more = new Set([...opened, value])
  setOpened(more)
  return more
}

/**
 * Tabs whose choice lives in the address. A panel is mounted when it is first opened, and keeps what
 * was typed or refused in it from then on. Paper has no tabs: all panels are printed.
 */
export const RoutedTabs = <T extends string>(props: RoutedTabsProps<T>) => {
  const { label, tabs, value, onChange } = props
  const opened = useOpened(value)
  const isPrinting = usePrinting()
  const contentOf = ({ value: own, label: title, isLoaded, panel }: RoutedTab<T>): ReactNode => {
    if (opened.has(own) || (isPrinting && isLoaded)) return panel
    return isPrinting && <p>{title}: not loaded. Open this tab before you print.</p>
  }
  return (
    <TabFrame
      label={label}
      tabs={tabs.map(({ value: own, label: title, count }) => ({
        value: own,
        title: (
          <>
            {title}{' '}
            {count !== undefined && (
              <Text span inherit c="var(--cs-text-quiet)">
                {count}
              </Text>
            )}
          </>
        ),
      }))}
      value={value}
      onChange={onChange}
      keepMountedMode="display-none"
    >
      {tabs.map((tab) => (
        <TabPanel key={tab.value} value={tab.value} tabIndex={0} pt={16} className={classes.panel}>
          <Activity mode={isPrinting || tab.value === value ? 'visible' : 'hidden'}>
            {contentOf(tab)}
          </Activity>
        </TabPanel>
      ))}
    </TabFrame>
  )
}
