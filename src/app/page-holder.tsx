import { useBlocker } from '@tanstack/react-router'
import type { HoldPage } from '../ui/hold-page.ts'

const PageHolder = ({ mayLeave }: { mayLeave: () => Promise<boolean> }) => {
  useBlocker({
    // A change of the address alone leaves everything on the page as it is.
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await mayLeave()),
    enableBeforeUnload: true,
  })
  return null
}

/** Asks before the page is left, through the router. */
export const holdPage: HoldPage = (mayLeave) => <PageHolder mayLeave={mayLeave} />
