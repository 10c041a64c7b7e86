import type { ComponentProps } from 'react'
import classes from './quiet-button.module.css'

/** A button that stands back: words in the accent colour, without an edge. */
export const QuietButton = (props: ComponentProps<'button'>) => (
  <button type="button" className={classes.button} {...props} />
)
