import { type ReactNode, useEffect } from 'react'
import classes from './selection.module.css'

interface SelectionBarProps {
  count: number
  onClear: () => void
  /** What can be done with what is selected. */
  children: ReactNode
}

/**
 * What is selected and what can be done with it, over the lower end of the window: it comes and
 * goes without moving the list.
 */
export const SelectionBar = ({ count, onClear, children }: SelectionBarProps) => {
  // Where the focus was in what is gone, the page's heading takes it, as on a new page.
  useEffect(
    () => () => {
      if (document.activeElement === document.body)
        document.querySelector('h1')?.focus({ preventScroll: true })
    },
    [],
  )
  return (
    <section aria-label="Selection" className={classes.bar}>
      <p role="status">{count.toLocaleString('en-GB')} selected</p>
      {children}
      <button type="button" className={classes.clear} onClick={onClear}>
        Clear selection
      </button>
    </section>
  )
}
