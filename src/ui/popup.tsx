import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import classes from './popup.module.css'

interface PopupProps {
  /** The accessible name of the button and of the popup. */
  label: string
  /** What the button shows. */
  content: ReactNode
  buttonClassName?: string | undefined
  align?: 'start' | 'end'
  /** A region is content in its own right; a group belongs to what the button does. */
  role?: 'group' | 'region'
  /** Called each time it opens, before it shows. */
  onOpen?: (() => void) | undefined
  children: ReactNode
}

/**
 * A button that opens a popup beside it. The platform's popover closes it on Escape and on a click
 * outside, and returns the focus.
 */
export const Popup = ({
  label,
  content,
  buttonClassName,
  align = 'start',
  role = 'group',
  onOpen,
  children,
}: PopupProps) => {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <UnstyledButton
        className={buttonClassName}
        popoverTarget={id}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
      >
        {content}
      </UnstyledButton>
      <div
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        className={classes.popup}
        data-align={align}
        onBeforeToggle={({ newState }) => newState === 'open' && onOpen?.()}
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {children}
      </div>
    </>
  )
}
