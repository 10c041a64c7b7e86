import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'

/** What Mantine's components need around them, without transitions. A wrapper for `render`. */
export const WithMantine = ({ children }: { children: ReactNode }) => (
  <MantineProvider env="test">{children}</MantineProvider>
)
