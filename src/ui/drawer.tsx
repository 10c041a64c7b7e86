import './dialog-styles.ts'
import '@mantine/core/styles/Drawer.css'
import { Drawer as SideSheet } from '@mantine/core'
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { listenToDialogKeys } from '../lib/key-listeners.ts'

interface DrawerProps {
  title: string
  /** Called on Escape, on the cross and on a click beside the drawer. */
  onClose: () => void
  children: ReactNode
}

/**
 * A sheet at the side of a narrow window. It leaves the focus where it is when it closes, since a
 * link in it may have moved the focus on.
 */
const Drawer = ({ title, onClose, children }: DrawerProps) => {
  const body = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)
  useEffect(() => listenToDialogKeys(() => body.current, { Escape: () => close() }), [])
  return (
    <SideSheet
      opened
      onClose={onClose}
      title={title}
      size={320}
      closeOnEscape={false}
      returnFocus={false}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div ref={body}>{children}</div>
    </SideSheet>
  )
}

export default Drawer
