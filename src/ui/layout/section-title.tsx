import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import '@mantine/core/styles/Title.css'

interface SectionTitleProps {
  /** The id of the heading, for labels and for links to it. */
  id: string
  title: string
  /** Rendered beside the heading, such as a count. */
  children?: ReactNode
}

/** The level-2 heading of a part of a page. */
export const SectionTitle = ({ id, title, children }: SectionTitleProps) => (
  <Group gap="4px 12px" align="baseline" mb={8}>
    <Title order={2} id={id} tabIndex={-1} fz={16} fw={600}>
      {title}
    </Title>
    {children}
  </Group>
)
