import './app/styles.ts'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { ApiError } from './api/transport/api-error.ts'
import { formCarrier } from './api/transport/form-carrier.ts'
import { App } from './app/app.tsx'
import type { Demo } from './app/demo.ts'
import { styleNonce } from './app/nonce.ts'
import { refuseMarkup } from './app/trusted-types.ts'
import { provide } from './lib/services.ts'
import { followTranslation } from './lib/translated-text.ts'

// Without this, zod compiles schemas with Function(), which a strict CSP forbids.
z.config({ jitless: true })
refuseMarkup()
// For the style element that locks scrolling behind a dialog.
setNonce(styleNonce())

const boot = async (): Promise<void> => {
  let demo: Demo | null = null
  if (import.meta.env.MODE === 'demo') {
    const started = await (await import('../mocks/browser.ts')).start()
    provide(formCarrier, started.carryForm)
    demo = started
  }
  const element = document.getElementById('root')
  if (!element) return
  followTranslation(document.body)
  createRoot(element, {
    // The page shows errors of the service; the console is for our own.
    onCaughtError: (error) => {
      // oxlint-disable-next-line no-console -- the one place where our own errors are reported
      if (!(error instanceof ApiError)) console.error(error)
    },
  }).render(<App demo={demo} />)
}

void boot()
