import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Link, useLocation, useRouter } from '@tanstack/react-router'
import { configQuery } from '../../api/config.ts'
import { isRefusal } from '../../api/transport/api-error.ts'
import { explainError } from '../../api/transport/explain-error.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'

const LISTS = [
  ['/', 'Reviews'],
  ['/vendors', 'Vendors'],
] as const

/** Links to the lists, except to the one that is open. */
export const WaysBack = () => {
  const path = useLocation({ select: ({ pathname }) => pathname })
  return LISTS.filter(([to]) => to !== path).map(([to, name]) => (
    <Link key={to} to={to}>
      Go to {name}
    </Link>
  ))
}

/**
 * Explains what a loader or a component of a route threw.
 * @returns the name of the error, and a notice with the ways on
 */
const useRouteError = ({ error, reset }: ErrorComponentProps) => {
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

  return {
    title: lacksKey ? 'No API key' : title,
    sentence: lacksKey
      ? 'The gateway was started without an API key: set DRATA_API_KEY in its environment and start it again.'
      : sentence,
    ...(canRetry && { onRetry: retry }),
    children: <WaysBack />,
  }
}

/** For a page whose heading is not known, since it is what could not be read. */
export const RouteErrorPage = (props: ErrorComponentProps) => {
  const { title, ...state } = useRouteError(props)
  return (
    <Page title={title}>
      <ErrorState {...state} />
    </Page>
  )
}

/** For a page that has a heading and filters of its own, which stay. */
export const RouteError = (props: ErrorComponentProps) => <ErrorState {...useRouteError(props)} />
