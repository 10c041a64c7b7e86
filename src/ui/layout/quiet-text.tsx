import { Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** Words that stand back behind those beside them. */
export const QuietText = ({ children }: { children: ReactNode }) => (
  <Text span fz={13} c="var(--cs-text-quiet)">
    {children}
  </Text>
)
