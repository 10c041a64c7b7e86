import { Group } from '@mantine/core'
import type { ReactNode } from 'react'

interface DialogButtonsProps {
  /** Keeps them in sight below a long list. */
  isSticky?: boolean
  children: ReactNode
}

const STICKY = {
  pos: 'sticky',
  bottom: 0,
  py: 12,
  bg: 'var(--mantine-color-body)',
  style: { zIndex: 1, borderTop: '1px solid var(--cs-line)' },
} as const

/** The buttons at the end of a dialog; the one that does something stands last. */
export const DialogButtons = ({ isSticky = false, children }: DialogButtonsProps) => (
  <Group justify="end" gap={8} {...(isSticky ? STICKY : { mt: 24 })}>
    {children}
  </Group>
)
