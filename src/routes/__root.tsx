import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, retainSearchParams } from '@tanstack/react-router'
import * as z from 'zod/mini'

/** The demo's scenario stays in the address across pages. */
const rootSearch = z.object({ scenario: z.catch(z.optional(z.string()), undefined) })

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: rootSearch,
  search: { middlewares: [retainSearchParams(['scenario'])] },
})
