/** What a page hears of itself while it is measured. Times are milliseconds. */
export interface Vitals {
  /** Since the page's beginning. */
  firstPaint: number
  largestPaint: number
  /** What long tasks took beyond 50 ms each. */
  blocking: number
  /** The sum of layout shifts that no input explains. */
  shift: number
  /** Of each keystroke: from the key to the end of the frame that shows it. */
  keys: number[]
  /** Of each frame since {@link Vitals.countFrames}. */
  frames: number[]
  countFrames: () => void
  /** Resolves when nothing has happened for so many milliseconds. */
  quiet: (ms: number) => Promise<void>
}

/** TypeScript's DOM library does not know it. */
interface LayoutShift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
}

declare global {
  interface Window {
    vitals: Vitals
  }
}

/** Runs in each document before anything else does, so it can use nothing from outside. */
export const installVitals = (): void => {
  let lastActivity = performance.now()
  const vitals: Vitals = {
    firstPaint: 0,
    largestPaint: 0,
    blocking: 0,
    shift: 0,
    keys: [],
    frames: [],
    countFrames: () => {
      vitals.frames = []
      let before = performance.now()
      const count = (): void => {
        const at = performance.now()
        vitals.frames.push(at - before)
        before = at
        requestAnimationFrame(count)
      }
      requestAnimationFrame(count)
    },
    quiet: (ms) =>
      new Promise((resolve) => {
        const timer = setInterval(() => {
          if (performance.now() - lastActivity < ms) return
          clearInterval(timer)
          resolve()
        }, 50)
      }),
  }
  window.vitals = vitals

  const stir = (): void => {
    lastActivity = performance.now()
  }
  new MutationObserver(stir).observe(document, { childList: true, subtree: true })

  const observe = (type: string, hear: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => {
      stir()
      for (const entry of list.getEntries()) hear(entry)
    }).observe({ type, buffered: true })

  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') vitals.firstPaint = startTime
  })
  observe('largest-contentful-paint', ({ startTime }) => {
    vitals.largestPaint = startTime
  })
  observe('longtask', ({ duration }) => {
    vitals.blocking += duration - 50
  })
  observe('resource', () => undefined)
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as LayoutShift
    if (!hadRecentInput) vitals.shift += value
  })

  // The browser's own Event Timing is of no use here: without a screen it dates keys of a whole
  // burst to the end of the burst. A message that is sent while a frame is being made arrives when
  // it has been painted.
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => vitals.keys.push(performance.now() - timeStamp))
      port1.start()
      requestAnimationFrame(() => port2.postMessage(null))
    },
    { capture: true },
  )
}
