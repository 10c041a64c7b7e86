import { vi } from 'vitest'

/** What a browser has, jsdom lacks, and the pages ask for: no layout, so the least that will do. */
export const standInForBrowser = (): void => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
  vi.stubGlobal('scrollTo', () => undefined)
  Element.prototype.scrollIntoView = () => undefined
  Element.prototype.scrollTo = () => undefined
  Reflect.set(document, 'fonts', new EventTarget())
  // The lists mount the rows that fit into the window.
  vi.stubGlobal('innerHeight', 800)
  vi.stubGlobal('innerWidth', 1280)
}
