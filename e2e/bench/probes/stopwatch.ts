/** Elements that the stopwatch waits for. */
export interface Sight {
  selector: string
  /** The whole text of the element. */
  text?: string
  /** The number of elements that there must be. */
  atLeast?: number
  /** The start of the time: the next click, key or choice, or the navigation. */
  since?: 'action' | 'navigation'
}

/** Measures in the page how long elements take to show. */
export interface Stopwatch {
  watch: (sight: Sight) => void
  /** Milliseconds until the sight was painted; null until then. */
  read: () => number | null
}

declare global {
  interface Window {
    stopwatch: Stopwatch
  }
}

/**
 * Runs in each document before anything else, so it can use nothing from outside. Its state is kept
 * over documents, since a static page answers a click with another document.
 *
 * @param first what the first document of a page is timed by
 */
export const installStopwatch = (first: Sight): void => {
  if (!location.protocol.startsWith('http')) return
  const store = sessionStorage
  const [SIGHT, BEGUN, SEEN] = ['stopwatch.sight', 'stopwatch.begun', 'stopwatch.seen']
  const momentOf = (name: string): number | null => Number(store.getItem(name)) || null

  const isInSight = ({ selector, text, atLeast = 1 }: Sight): boolean => {
    const found = [...document.querySelectorAll(selector)]
    return (
      found.filter(({ textContent }) => text === undefined || textContent === text).length >=
      atLeast
    )
  }

  const look = (sight: Sight): void => {
    const check = (): void => {
      if (!isInSight(sight)) return
      observer.disconnect()
      // A message that is sent while a frame is being made arrives once the frame is painted.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () =>
        store.setItem(SEEN, String(performance.timeOrigin + performance.now())),
      )
      port1.start()
      requestAnimationFrame(() => port2.postMessage(null))
    }
    const observer = new MutationObserver(check)
    observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['data-state'],
    })
    check()
  }

  const begin = ({ timeStamp }: Event): void => {
    if (momentOf(BEGUN) === null) store.setItem(BEGUN, String(performance.timeOrigin + timeStamp))
  }
  for (const type of ['click', 'keydown', 'change'])
    document.addEventListener(type, begin, { capture: true })

  window.stopwatch = {
    watch: (sight) => {
      store.removeItem(SEEN)
      if (sight.since === 'navigation') store.setItem(BEGUN, String(performance.timeOrigin))
      else store.removeItem(BEGUN)
      store.setItem(SIGHT, JSON.stringify(sight))
      look(sight)
    },
    read: () => {
      const [begun, seen] = [momentOf(BEGUN), momentOf(SEEN)]
      return begun === null || seen === null ? null : seen - begun
    },
  }

  const awaited = store.getItem(SIGHT)
  if (awaited === null) window.stopwatch.watch({ ...first, since: 'navigation' })
  else if (momentOf(SEEN) === null) look(JSON.parse(awaited) as Sight)
}
