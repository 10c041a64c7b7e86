import type { ReactNode } from 'react'
import { service } from '../../../lib/services.ts'
import { createStore } from '../../../lib/store.ts'
import { useStore } from '../../../ui/hooks/use-store.ts'

/**
 * The corner of the app that shows uploads. It lies outside the pages, so uploads continue when the
 * page changes. It is empty until a page with a drop zone mounts the tray, so the first page does
 * not load the code of uploads.
 */
const corner = service(() => createStore<ReactNode>(null))

/** Puts the tray of uploads into the corner for good. */
export const mountTray = (tray: ReactNode): void => corner().setState(tray)

/** The corner itself, rendered once in the app, outside the pages. */
export const UploadCorner = () => useStore(corner())
