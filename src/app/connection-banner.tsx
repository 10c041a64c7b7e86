import { Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { configQuery, readOnlySentence } from '../api/config.ts'
import { connection } from '../api/transport/connection.ts'
import { formatInstant } from '../lib/dates.ts'
import { useStore } from '../ui/hooks/use-store.ts'
import { useIsOutdated } from './new-version.ts'

const HOUR_MS = 3_600_000
const CHECK_EVERY_MS = 10_000

const skewText = (skew: number): string => {
  const hours = Math.abs(skew) / HOUR_MS
  const amount =
    hours < 48 ? `${Math.max(1, Math.round(hours))} h` : `${Math.round(hours / 24)} days`
  return `${amount} ${skew > 0 ? 'behind' : 'ahead'}`
}

const Line = ({ children }: { children: ReactNode }) => (
  <Text px="var(--cs-gutter)" py={8} fz={13} c="var(--cs-warning)" bg="var(--cs-warning-surface)">
    {children}
  </Text>
)

/** Shows on every page why the service cannot be reached, and recovers when it can be again. */
export const ConnectionBanner = () => {
  const { signIn, keptSince, clockSkew } = useStore(connection())
  const isOutdated = useIsOutdated()
  const { data: config } = useQuery(configQuery)
  const readOnly = config && readOnlySentence(config)
  const queryClient = useQueryClient()
  const router = useRouter()
  const isCutOff = signIn !== null || keptSince !== null
  const wasCutOff = useRef(false)

  // Check automatically when the user returns from signing in, or the network is back.
  useEffect(() => {
    if (!isCutOff) return undefined
    const check = (): void => {
      if (document.visibilityState === 'visible')
        queryClient.query({ ...configQuery, staleTime: 0 }).catch(() => undefined)
    }
    window.addEventListener('online', check)
    document.addEventListener('visibilitychange', check)
    // The browser sends no event for a single lost answer, so check regularly.
    const timer = setInterval(check, CHECK_EVERY_MS)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', check)
      document.removeEventListener('visibilitychange', check)
    }
  }, [isCutOff, queryClient])

  useEffect(() => {
    if (wasCutOff.current && !isCutOff) {
      void queryClient.invalidateQueries()
      void router.invalidate()
    }
    wasCutOff.current = isCutOff
  }, [isCutOff, queryClient, router])

  return (
    <div role="status">
      {signIn !== null && (
        <Line>
          Your session has ended.{' '}
          <a style={{ color: 'inherit' }} href={signIn} target="_blank" rel="noopener noreferrer">
            Sign in again in a new tab
          </a>
          , then come back. What you typed stays on this page.
        </Line>
      )}
      {keptSince !== null && (
        <Line>
          No connection to Drata. This page shows what Drata held on{' '}
          {formatInstant(new Date(keptSince).toISOString())}; nothing can be saved until the
          connection is back.
        </Line>
      )}
      {readOnly !== undefined && <Line>{readOnly}</Line>}
      {isOutdated && (
        <Line>
          There is a new version of Countersign. It loads when you go to another page; save your
          work first.
        </Line>
      )}
      {clockSkew !== 0 && (
        <Line>
          This computer’s clock is about {skewText(clockSkew)}, so deadlines may be wrong. Correct
          the clock, then reload the page.
        </Line>
      )}
    </div>
  )
}
