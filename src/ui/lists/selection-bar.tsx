import { type ReactNode, useEffect } from 'react'
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
    <section aria-label="Selection" className={`${classes.bar} screen-only`}>
      <p role="status">{count.toLocaleString('en-GB')} selected</p>
      {children}
      <button type="button" className={classes.clear} onClick={onClear}>
        Clear selection
      </button>
    </section>
  )
}
