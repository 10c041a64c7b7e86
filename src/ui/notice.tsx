import { Alert, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { AlertIcon, CheckIcon } from './icons.tsx'
import classes from './notice.module.css'

/** The meaning of a color: red, amber, green or none. */
export type Tone = 'negative' | 'warning' | 'positive' | 'neutral'

interface NoticeProps {
  tone?: Tone
  /** An alert is announced immediately, a status at the next pause. */
  role?: 'status' | 'alert'
  /** The accessible name, if the notice needs one. */
  label?: string | undefined
  /** The sentence, with the actions that it offers. */
  children: ReactNode
}

/** Color is never the only sign. */
const ICONS: Record<Tone, ReactNode> = {
  negative: <AlertIcon />,
  warning: <AlertIcon />,
  positive: <CheckIcon />,
  neutral: null,
}

/** A notice about the content of the page, with the actions it offers. */
export const Notice = ({ tone = 'neutral', role = 'status', label, children }: NoticeProps) => (
  <Alert
    role={role}
    aria-label={label}
    icon={ICONS[tone]}
    className={classes.notice}
    classNames={{ icon: classes.icon, message: classes.content }}
    px={12}
    py={8}
    mb={12}
    vars={() => ({
      root: {
        '--alert-bg': `var(--cs-${tone}-surface)`,
        '--alert-color': `var(--cs-${tone})`,
      },
    })}
  >
    {children}
  </Alert>
)

/** An empty state: what is missing, and what to do next. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <Stack gap={12} maw="60ch" py={48} align="start">
    <Text component="h2" fz={16} fw={700}>
      {title}
    </Text>
    {children}
  </Stack>
)
