import { Skeleton } from '@mantine/core'
import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { configQuery } from '../api/config.ts'
import { isRefusal } from '../api/transport/api-error.ts'
import { explainError } from '../api/transport/explain-error.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import classes from './shell.module.css'

const waysBack = (
  <>
    <Link to="/">Go to Reviews</Link>
    <Link to="/vendors">Go to Vendors</Link>
  </>
)

/** Shown while a page takes longer than a moment. */
export const PendingPage = () => (
  <div role="status" aria-label="Loading">
    <Skeleton height={28} width={280} mt={32} mb={24} />
    {Array.from({ length: 8 }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
      <Skeleton key={row} height={20} mb={16} width={row % 3 === 2 ? '70%' : '100%'} />
    ))}
  </div>
)

/** For addresses without a page. */
export const NotFoundPage = () => (
  <Page title="Page not found">
    <p>There is nothing at this address. Check it for typos, or start again from the list.</p>
    <p className={classes.ways}>{waysBack}</p>
  </Page>
)

/** For everything that a loader or a component of a route throws. */
export const RouteErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const { reset: resetQueries } = useQueryErrorResetBoundary()
  const { title, sentence, canRetry } = explainError(error)
  const isKeyRefused = isRefusal(error, 401)
  const { data: config } = useQuery({ ...configQuery, enabled: isKeyRefused })
  const lacksKey = config?.keyPresent === false

  const retry = async (): Promise<void> => {
    resetQueries()
    await router.invalidate()
    reset()
  }

  return (
    <Page title={lacksKey ? 'No API key' : title}>
      <ErrorState
        sentence={
          lacksKey
            ? 'The gateway was started without an API key: set DRATA_API_KEY in its environment and start it again.'
            : sentence
        }
        {...(canRetry && { onRetry: retry })}
      >
        {waysBack}
      </ErrorState>
    </Page>
  )
}
