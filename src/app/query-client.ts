import { QueryClient } from '@tanstack/react-query'

/**
 * The one store of server state. Repeating is decided by the transport, which knows what the
 * service said; a query that fails here has failed.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        retry: false,
        // The browser's idea of being online is often wrong behind a VPN: ask and see.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
