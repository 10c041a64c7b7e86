import { Text } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { QuietButton } from '../ui/layout/quiet-button.tsx'

interface MenuTitleProps {
  component?: 'legend' | 'p' | 'summary'
  children: ReactNode
}

/** What a group of the user menu is about. */
export const MenuTitle = ({ component = 'p', children }: MenuTitleProps) => (
  <Text component={component} fz={13} mb={4} c="dimmed">
    {children}
  </Text>
)

/** A button of the user menu that deletes something. */
export const MenuAction = (props: ComponentProps<'button'>) => (
  <QuietButton {...props} style={{ color: 'var(--cs-negative)', marginInlineStart: -8 }} />
)
