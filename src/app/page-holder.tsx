import { useBlocker } from '@tanstack/react-router'

interface PageHolderProps {
  isHeld: boolean
  mayLeave: () => Promise<boolean>
}

/** Asks before the page is left, through the router. */
export const PageHolder = ({ isHeld, mayLeave }: PageHolderProps) => {
  useBlocker({
    disabled: !isHeld,
    // A change of the address alone leaves everything on the page as it is.
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname && !(await mayLeave()),
    enableBeforeUnload: true,
  })
  return null
}
