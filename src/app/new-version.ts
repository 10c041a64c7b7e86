import type { AnyRouter } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'

/**
 * A new version may be deployed while a page is open, and then the parts of the old one that were
 * not loaded yet are gone.
 */
let isOutdated = false
const listeners = new Set<() => void>()

const markIfReachable = async (): Promise<void> => {
  // Without a connection parts cannot be loaded either, and a reload would lose the page.
  const { ok } = await fetch('/', { cache: 'no-store', redirect: 'manual' })
  if (!ok || isOutdated) return
  isOutdated = true
  for (const listener of listeners) listener()
}

/**
 * Loads the new version at the next change of page, once a part is missing. Whoever has unsaved work
 * has been asked by then, and stays on the page until they leave it.
 */
export const followNewVersions = (router: AnyRouter): void => {
  window.addEventListener('vite:preloadError', () => {
    markIfReachable().catch(() => undefined)
  })
  router.subscribe('onBeforeNavigate', ({ pathChanged, toLocation }) => {
    if (isOutdated && pathChanged) window.location.assign(toLocation.href)
  })
}

const subscribe = (onChange: () => void): (() => void) => {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** @returns whether a newer version than this page's is deployed, as far as one has noticed */
export const useIsOutdated = (): boolean => useSyncExternalStore(subscribe, () => isOutdated)
