import '@mantine/core/styles/ActionIcon.css'
import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'

interface ReaderButtonProps {
  /** The accessible name, which is also the tooltip. */
  label: string
  icon: ReactNode
  onClick: () => void
  isDisabled?: boolean
  /** Whether what it opens is open; undefined for a button that opens nothing. */
  isOpen?: boolean
}

/** A button of the reader's bar. One that has nothing to do keeps the focus. */
export const ReaderButton = (props: ReaderButtonProps) => {
  const { label, icon, onClick, isDisabled = false, isOpen } = props
  return (
    <ActionIcon
      variant={isOpen ? 'light' : 'subtle'}
      color={isOpen ? 'indigo' : 'gray'}
      c={isOpen ? undefined : isDisabled ? 'dimmed' : 'var(--cs-text)'}
      // Mantine gives a disabled button a ground, which stands out more than the others.
      {...(isDisabled && { bg: 'transparent' })}
      size={28}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      aria-disabled={isDisabled || undefined}
      data-disabled={isDisabled || undefined}
      onClick={isDisabled ? undefined : onClick}
    >
      {icon}
    </ActionIcon>
  )
}
