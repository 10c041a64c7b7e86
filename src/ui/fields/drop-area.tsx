import type { ComponentProps, ReactNode } from 'react'
import classes from './drop-area.module.css'

interface DropAreaProps {
  /** What `useFileDrop` gives for the area. */
  rootProps: ComponentProps<'div'>
  /** What `useFileDrop` gives for the file input. */
  inputProps: ComponentProps<'input'>
  /** The extensions that the file dialog offers. */
  accept: string
  /** Whether files are dragged over the area. */
  isOver: boolean
  /** Whether files are dragged over the page. */
  isDragging?: boolean
  children: ReactNode
}

/**
 * An area to drop, paste or choose files. The file input covers the whole area, so clicks, focus
 * and the keyboard work as the platform does it.
 */
export const DropArea = (props: DropAreaProps) => {
  const { rootProps, inputProps, accept, isOver, isDragging = false, children } = props
  return (
    <div {...rootProps} className={classes.area} data-over={isOver} data-drag={isDragging}>
      <input {...inputProps} accept={accept} />
      {children}
    </div>
  )
}
