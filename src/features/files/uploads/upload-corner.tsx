import type { ReactNode } from 'react'
import { service } from '../../../lib/services.ts'
import { createStore } from '../../../lib/store.ts'
import { useStore } from '../../../ui/use-store.ts'

/**
 * The corner of the app where uploads show. It stands above the pages, so uploads go on when the
 * page changes. It is empty until a page that takes files mounts the tray: the first page does not
 * load the code of uploads.
 */
const corner = service(() => createStore<ReactNode>(null))

/** Puts the tray of uploads into the corner, where it stays. */
export const mountTray = (tray: ReactNode): void => corner().setState(tray)

/** Stands once in the app, outside the pages. */
export const UploadCorner = () => useStore(corner())
