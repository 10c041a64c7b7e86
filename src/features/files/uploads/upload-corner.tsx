import { type ReactNode, useSyncExternalStore } from 'react'

/**
 * The corner of the app where uploads show. It stands above the pages, so uploads go on when the
 * page changes. It is empty until a page that takes files mounts the tray: the first page does not
 * load the code of uploads.
 */
let shown: ReactNode = null
const listeners = new Set<() => void>()

/** Puts the tray of uploads into the corner, where it stays. */
export const mountTray = (tray: ReactNode): void => {
  if (shown === tray) return
  shown = tray
  for (const listener of listeners) listener()
}

const subscribe = (onChange: () => void): (() => void) => {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

/** Stands once in the app, outside the pages. */
export const UploadCorner = () => useSyncExternalStore(subscribe, () => shown)
