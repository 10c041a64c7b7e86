import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useOneAtATime } from './hooks/use-one-at-a-time.ts'
import { RequestId } from './layout/request-id.tsx'
import { Notice } from './notice.tsx'

interface ErrorStateProps {
  /** Names the error, where it stands for a page or a list. */
  title?: string
  /** What happened and what to do. */
  sentence: string
  /** The gateway's name for the request that failed. */
  requestId?: string | null | undefined
  onRetry?: () => Promise<unknown>
  retryLabel?: string
  /** Further actions. */
  children?: ReactNode
}

/** An error, shown where it happened. */
export const ErrorState = ({
  title,
  sentence,
  requestId,
  onRetry,
  retryLabel = 'Try again',
  children,
}: ErrorStateProps) => {
  // If it fails again, the caller shows another sentence here.
  const { isBusy, run } = useOneAtATime()
  return (
    <Notice role="alert" tone="negative">
      {title !== undefined && <h2>{title}</h2>}
      <p>
        {sentence} <RequestId id={requestId} />
      </p>
      {onRetry && (
        <Button size="xs" variant="default" loading={isBusy} onClick={() => void run(onRetry)}>
          {retryLabel}
        </Button>
      )}
      {children}
    </Notice>
  )
}
