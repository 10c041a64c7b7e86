import '@mantine/core/styles/Paper.css'
import { Group, Paper } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { QuietButton } from '../layout/quiet-button.tsx'
import classes from './selection.module.css'

interface SelectionBarProps {
  count: number
  onClear: () => void
  /** The actions on the selected rows. */
  children: ReactNode
}

/**
 * The size of the selection and the actions on it. It lies over the lower end of the window, so it
 * appears and disappears without moving the list.
 */
export const SelectionBar = ({ count, onClear, children }: SelectionBarProps) => {
  // If the focus was in the bar when it disappeared, move it to the page's heading, as on a new
  // page.
  useEffect(
    () => () => {
      if (document.activeElement === document.body)
        document.querySelector('h1')?.focus({ preventScroll: true })
    },
    [],
  )
  return (
    <Paper
      component="section"
      aria-label="Selection"
      withBorder
      shadow="md"
      pos="fixed"
      bottom={12}
      left={8}
      right={8}
      w="fit-content"
      mx="auto"
      className={`${classes.bar} screen-only`}
      style={{ zIndex: 6 }}
    >
      <Group gap="4px 16px" px={16} py={8}>
        <strong role="status">{count.toLocaleString('en-GB')} selected</strong>
        {children}
        <QuietButton onClick={onClear}>Clear selection</QuietButton>
      </Group>
    </Paper>
  )
}
