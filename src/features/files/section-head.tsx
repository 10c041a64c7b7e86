import type { ReactNode } from 'react'
import { QuietText } from '../../ui/layout/quiet-text.tsx'
import { SectionTitle } from '../../ui/layout/section-title.tsx'

interface SectionHeadProps {
  /** The id of the heading, for links to it. */
  id: string
  title: string
  count: string | undefined
  /** A remark beside the heading. */
  children?: ReactNode
}

/** The heading of a list of files, with their count. */
export const SectionHead = ({ id, title, count, children }: SectionHeadProps) => (
  <SectionTitle id={id} title={title}>
    {count !== undefined && <QuietText>{count}</QuietText>}
    {children && <QuietText>{children}</QuietText>}
  </SectionTitle>
)
