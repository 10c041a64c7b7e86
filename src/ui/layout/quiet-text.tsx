import { Text, type TextProps } from '@mantine/core'
import type { ReactNode } from 'react'

/** Words that stand back behind those beside them. */
export const QuietText = (props: TextProps & { children: ReactNode }) => (
  <Text span fz={13} c="dimmed" {...props} />
)
