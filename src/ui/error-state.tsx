import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useOneAtATime } from './hooks/use-one-at-a-time.ts'
import { AlertIcon } from './icons.tsx'
import classes from './state.module.css'

interface ErrorStateProps {
  /** What happened and what to do. */
  sentence: string
  onRetry?: () => Promise<unknown>
  retryLabel?: string
  /** Further actions. */
  children?: ReactNode
}

/** An error, shown where it happened. */
export const ErrorState = ({
  sentence,
  onRetry,
  retryLabel = 'Try again',
  children,
}: ErrorStateProps) => {
  // If it fails again, the caller shows another sentence here.
  const { isBusy, run } = useOneAtATime()
  return (
    <div role="alert" className={classes.state} data-tone="negative">
      <p className={classes.sentence}>
        <AlertIcon /> <span>{sentence}</span>
      </p>
      <div className={classes.ways}>
        {onRetry && (
          <Button size="xs" variant="default" loading={isBusy} onClick={() => void run(onRetry)}>
            {retryLabel}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}
