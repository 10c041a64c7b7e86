import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { AlertIcon } from './icons.tsx'
import classes from './state.module.css'

interface ErrorStateProps {
  /** What happened and what to do. */
  sentence: string
  onRetry?: () => Promise<unknown>
  retryLabel?: string
  /** Further ways on. */
  children?: ReactNode
}

/** A failure, in the place where it happened. */
export const ErrorState = ({
  sentence,
  onRetry,
  retryLabel = 'Try again',
  children,
}: ErrorStateProps) => {
  const [isRetrying, setIsRetrying] = useState(false)
  const retry = async (): Promise<void> => {
    setIsRetrying(true)
    await onRetry?.()
    setIsRetrying(false)
  }
  return (
    <div role="alert" className={classes.state} data-tone="negative">
      <p className={classes.sentence}>
        <AlertIcon /> <span>{sentence}</span>
      </p>
      <div className={classes.ways}>
        {onRetry && (
          <Button size="xs" variant="default" loading={isRetrying} onClick={() => void retry()}>
            {retryLabel}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}
