import { QueryClient } from '@tanstack/react-query'
import { service } from '../lib/services.ts'
import { QUERY_REPEATS } from './transport/repeat.ts'

/**
 * The one store of server state. Queries repeat a read that a busy service did not answer, and
 * nothing else; a mutation decides for itself what may be sent again.
 */
export const appQueryClient = service(
  () =>
    new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: 30_000,
          gcTime: 10 * 60_000,
          ...QUERY_REPEATS,
          // The browser's idea of being online is often wrong behind a VPN: ask and see.
          networkMode: 'always',
        },
        mutations: { retry: false, networkMode: 'always' },
      },
    }),
)
