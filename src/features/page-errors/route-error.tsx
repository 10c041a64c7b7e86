import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { useExplanation } from '../../api/use-explanation.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'

/** Links to the lists. */
export const waysBack = (
  <>
    <Link to="/">Go to Reviews</Link>
    <Link to="/vendors">Go to Vendors</Link>
  </>
)

/** For everything that a loader or a component of a route throws. */
export const RouteErrorPage = ({ error, reset }: ErrorComponentProps) => {
  const router = useRouter()
  const { reset: resetQueries } = useQueryErrorResetBoundary()
  const { title, sentence, canRetry, requestId } = useExplanation(error)

  const retry = async (): Promise<void> => {
    resetQueries()
    await router.invalidate()
    reset()
  }

  return (
    <Page title={title}>
      <ErrorState sentence={sentence} requestId={requestId} {...(canRetry && { onRetry: retry })}>
        {waysBack}
      </ErrorState>
    </Page>
  )
}
