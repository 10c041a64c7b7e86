// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteSignedOut } from '../api/transport/connection.ts'
import { withPage } from '../testing/app-page.ts'
import { standInForBrowser } from '../testing/browser.ts'
import { App } from './app.tsx'

beforeEach(() => {
  standInForBrowser()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('checks without a click whether the connection is back', async () => {
  await withPage(<App demo={null} />, '/vendors', {}, async () => {
    const ended = (): boolean =>
      document.body.textContent?.includes('Your session has ended') ?? false
    await vi.waitFor(() => {
      // Repeated, because late answers from the page's start say the opposite.
      noteSignedOut('/')
      expect(ended()).toBe(true)
    })
    vi.advanceTimersByTime(10_000)
    await vi.waitFor(() => expect(ended()).toBe(false))
  })
})
