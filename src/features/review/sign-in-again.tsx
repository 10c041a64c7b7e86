import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { configQuery } from '../../api/config.ts'
import { FRESH_SIGN_IN } from '../../domain/contract/gateway-headers.ts'
import { ErrorState } from '../../ui/error-state.tsx'

/**
 * For a decision that needs a newer sign-in: leads to it in a new tab. What was entered stays here,
 * and nothing is sent before the analyst decides again.
 */
export const SignInAgain = ({ requestId }: { requestId: string | null }) => {
  const queryClient = useQueryClient()
  const { pathname } = useLocation()
  // Somebody else may have signed in there, whose page this is not.
  useEffect(() => {
    const check = (): void => {
      if (document.visibilityState === 'visible')
        queryClient.query({ ...configQuery, staleTime: 0 }).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', check)
    return () => document.removeEventListener('visibilitychange', check)
  }, [queryClient])
  return (
    <ErrorState sentence="Sign in again to decide." requestId={requestId}>
      <p>
        <a
          href={`${FRESH_SIGN_IN}&to=${encodeURIComponent(pathname)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          Sign in again in a new tab
        </a>
        , then come back. What you entered stays here.
      </p>
    </ErrorState>
  )
}
