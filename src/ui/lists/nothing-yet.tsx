import type { ReactNode } from 'react'
import { EmptyState } from '../notice.tsx'

/**
 * Stands in place of a list over all vendors that has nothing, though nothing narrows it. A
 * restricted key lists its own vendors alone, and the answer does not say so (contract, point 22).
 */
export const NothingYet = ({ title, children }: { title: string; children: ReactNode }) => (
  <EmptyState title={title}>
    {children}
    <p>
      A restricted API key shows only its own vendors. Ask your Drata administrator if some are
      missing.
    </p>
  </EmptyState>
)
