import { type ReactNode, useSyncExternalStore } from 'react'

/**
 * The corner of the app where uploads show. It stands above the pages, so that they go on whatever
 * page one is on, and it holds nothing until a page that takes files brings them in: the code of
 * uploads is no part of the first page.
 */
let shown: ReactNode = null
const listeners = new Set<() => void>()

/** Shows something in the corner, from now on. */
export const showInCorner = (content: ReactNode): void => {
  if (shown === content) return
  shown = content
  for (const listener of listeners) listener()
}

const subscribe = (onChange: () => void): (() => void) => {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Stands once in the app, outside the pages. */
export const UploadCorner = () => useSyncExternalStore(subscribe, () => shown)
