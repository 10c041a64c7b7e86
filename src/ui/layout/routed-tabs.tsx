import { Tabs, Text } from '@mantine/core'
import { Activity, type ReactNode, useState } from 'react'
import '@mantine/core/styles/Tabs.css'
import { onKeys } from '../../lib/keys.ts'
import { usePrinting } from '../hooks/use-printing.ts'
import classes from './routed-tabs.module.css'

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
  const open = (tab: RoutedTab<T> | undefined): void => {
    if (tab && tab.value !== value) onChange(tab.value)
  }
  // Mantine opens the tab that an arrow key leads to, but only focuses the first and the last.
  const onKeyDown = onKeys({ Home: () => open(tabs[0]), End: () => open(tabs.at(-1)) })
  return (
    <Tabs
      value={value}
      onChange={(chosen) => open(tabs.find((tab) => tab.value === chosen))}
      keepMountedMode="display-none"
      color="var(--cs-accent)"
      style={{ '--tab-border-color': 'var(--cs-line)' }}
    >
      <Tabs.List
        aria-label={label}
        className="screen-only"
        style={{ flexWrap: 'nowrap', overflowX: 'auto' }}
      >
        {tabs.map((tab) => (
          <Tabs.Tab
            key={tab.value}
            value={tab.value}
            px={8}
            className={classes.tab}
            style={{ outlineOffset: -2 }}
            onKeyDown={onKeyDown}
          >
            {tab.label}{' '}
            {tab.count !== undefined && (
              <Text span inherit c="var(--cs-text-quiet)">
                {tab.count}
              </Text>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel
          key={tab.value}
          value={tab.value}
          tabIndex={0}
          pt={16}
          className={classes.panel}
        >
          <Activity mode={isPrinting || tab.value === value ? 'visible' : 'hidden'}>
            {contentOf(tab)}
          </Activity>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
