import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { RouteErrorPage } from '../features/page-errors/route-error.tsx'
import { parseSearch, stringifySearch } from '../lib/search-params.ts'
import { routeTree } from '../routeTree.gen.ts'
import { PageSkeleton } from '../ui/layout/page-skeleton.tsx'
import { NotFoundPage } from './fallback-pages.tsx'
import { Shell } from './shell.tsx'

/** A review, whose address also says what is open on it. A change of that alone moves nothing. */
const KEEPS_PLACE = /^\/vendors\/\d+\/security-reviews\/\d+$/

/**
 * Decides whether the page is scrolled after a change of the address. `resetScroll: false` would not do:
 * the router forgets it where two changes follow each other at once.
 */
const createScrollRule = () => {
  let shown: string | null = null
  return ({ location: { pathname } }: { location: { pathname: string } }): boolean => {
    const before = shown
    shown = pathname
    // The first page may be read, and scrolled, before the router calls it complete.
    if (before === null) return window.scrollY === 0
    return pathname !== before || !KEEPS_PLACE.test(pathname)
  }
}

/** Creates the router. Its loaders fill the given query client. */
export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // react-query decides what is fresh, not the router.
    defaultPreloadStaleTime: 0,
    // Longer than the loader of a list takes at most (api/prime-list.ts): a list that is filtered anew
    // must never give way to a skeleton, which would take the focus with it.
    defaultPendingMs: 1_000,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: RouteErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: createScrollRule(),
    InnerWrap: Shell,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
