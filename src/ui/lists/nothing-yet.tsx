import type { ReactNode } from 'react'
import { EmptyState } from '../notice.tsx'

/**
 * Replaces an empty list of all vendors that no filter narrows. A restricted key lists only its own
 * vendors, and the answer does not say so (contract, point 22).
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
