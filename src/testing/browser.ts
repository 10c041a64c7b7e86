import { vi } from 'vitest'

/** The minimum of what browsers have, pages need, and jsdom lacks, such as a layout. */
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
