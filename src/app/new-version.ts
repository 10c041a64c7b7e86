import type { AnyRouter } from '@tanstack/react-router'
import { service } from '../lib/services.ts'
import { createStore } from '../lib/store.ts'
import { useStore } from '../ui/hooks/use-store.ts'

/**
 * A new version may be deployed while a page is open. Parts of the old version that were not loaded
 * yet are then gone.
 */
const isOutdated = service(() => createStore(false))

const markIfReachable = async (): Promise<void> => {
  // Without a connection, parts cannot be loaded either, and a reload would lose the page.
  const { ok } = await fetch('/', { cache: 'no-store', redirect: 'manual' })
  if (ok) isOutdated().setState(true)
}

/**
 * Loads the new version with the next change of page, once a part is missing. A user with unsaved
 * work has been asked by then.
 */
export const followNewVersions = (router: AnyRouter): void => {
  window.addEventListener('vite:preloadError', () => {
    markIfReachable().catch(() => undefined)
  })
  router.subscribe('onBeforeNavigate', ({ pathChanged, toLocation }) => {
    if (isOutdated().getState() && pathChanged) window.location.assign(toLocation.href)
  })
}

/** @returns whether this page has noticed that a newer version is deployed */
export const useIsOutdated = (): boolean => useStore(isOutdated())
