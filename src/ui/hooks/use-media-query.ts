import { useCallback, useSyncExternalStore } from 'react'

/** @returns whether the media query matches now, kept up to date */
export const useMediaQuery = (query: string): boolean =>
  useSyncExternalStore(
    useCallback(
      (onChange) => {
        const list = window.matchMedia(query)
        list.addEventListener('change', onChange)
        return () => list.removeEventListener('change', onChange)
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  )

/** Up to this width, lists put a row on two lines and the section list becomes a bar. */
export const NARROW = '(max-width: 720px)'
