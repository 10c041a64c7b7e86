import { Group } from '@mantine/core'
import type { ReactNode } from 'react'

/** The buttons at the end of a dialog; the one that does something stands last. */
export const DialogButtons = ({ children }: { children: ReactNode }) => (
  <Group justify="end" gap={8} mt={24}>
    {children}
  </Group>
)
