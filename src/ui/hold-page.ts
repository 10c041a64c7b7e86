import { createContext, type ReactNode } from 'react'

/**
 * What to render to have the user asked before the page is left, by the browser's back button, a
 * link, or a reload.
 * @param isHeld whether there is something to ask about now
 * @param mayLeave asks the user; not called for a reload, where only the browser can ask
 */
export type HoldPage = (isHeld: boolean, mayLeave: () => Promise<boolean>) => ReactNode

/** Provided by the app, which knows the router. */
export const HoldPageContext = createContext<HoldPage>(() => null)
