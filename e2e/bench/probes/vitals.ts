/** The measurements that a page takes of itself. Times are milliseconds. */
export interface Vitals {
  /** From the beginning of the page. */
  firstPaint: number
  largestPaint: number
  /** The time of long tasks beyond 50 ms each. */
  blocking: number
  /** The sum of the layout shifts that no input explains. */
  shift: number
  /** For each keystroke: from the key to the end of the frame that shows it. */
  keys: number[]
  /** For each frame since {@link Vitals.countFrames}. */
  frames: number[]
  countFrames: () => void
  /** Resolves when nothing has happened for this many milliseconds. */
  quiet: (ms: number) => Promise<void>
}

/** TypeScript's DOM library lacks this type. */
interface LayoutShift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
}

declare global {
  interface Window {
    vitals: Vitals
  }
}

/** Runs in each document before anything else, so it can use nothing from outside. */
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

  // The browser's Event Timing does not help: without a screen it dates all keys of a burst to the
  // end of the burst. A message that is sent while a frame is being made arrives once the frame is
  // painted.
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
