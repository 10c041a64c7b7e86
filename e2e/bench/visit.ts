import type { Browser, CDPSession, Page } from '@playwright/test'
import { installStopwatch, type Sight } from './probes/stopwatch.ts'
import { installVitals } from './probes/vitals.ts'

/** The machine and network that a visit simulates. */
export type Profile = 'fast' | 'slow'
export const PROFILES = ['fast', 'slow'] as const

/**
 * A slow laptop behind a VPN: a quarter of this processor, 1.6 Mbit/s, and 150 ms for an answer.
 */
const SLOW_NETWORK = { offline: false, latency: 150, throughput: 1_600_000 / 8 }
const SLOW_PROCESSOR = 4
/**
 * A page is at rest when nothing has happened for this long, which is longer than a slow answer.
 */
const REST_MS = { fast: 300, slow: 700 }
/** Rare, since each check takes time from the page. */
const POLLING_MS = 50
const LIMIT_MS = 120_000

/** The first row of a list, in the app and on the floors. */
export const FIRST_ROW: Sight = { selector: '[role="cell"] a, td a' }

/** A page in a browser that has never seen it. */
export interface Visit {
  page: Page
  /** Waits until the first thing that this visit is timed by is painted. @returns milliseconds */
  arrive: (path: string) => Promise<number>
  /** Times how long an action takes to show. @returns milliseconds from the event to the paint */
  time: (sight: Sight, action: () => Promise<unknown>) => Promise<number>
  /** Resolves when the page is at rest. */
  rest: () => Promise<void>
  /**
   * The memory of the page's scripts, in MB, and the number of nodes. Garbage is collected before,
   * unless options say otherwise.
   */
  memory: (options?: { withGarbage: boolean }) => Promise<{ heap: number; nodes: number }>
}

const slowDown = async (cdp: CDPSession): Promise<void> => {
  const { throughput, ...network } = SLOW_NETWORK
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    ...network,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_PROCESSOR })
}

const metricsOf = async (cdp: CDPSession): Promise<Map<string, number>> => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/**
 * Opens a new page, runs the steps on it, and closes it.
 * @param first what the first document is timed by
 */
export const visit = async <T>(
  browser: Browser,
  url: string,
  profile: Profile,
  first: Sight,
  steps: (visit: Visit) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 720 } })
  try {
    await context.addInitScript(installVitals)
    await context.addInitScript(installStopwatch, first)
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    if (profile === 'slow') await slowDown(cdp)
    const seenAfter = async (): Promise<number> => {
      const isSeen = () => window.stopwatch.read() !== null
      await page.waitForFunction(isSeen, undefined, { polling: POLLING_MS, timeout: LIMIT_MS })
      return (await page.evaluate(() => window.stopwatch.read())) ?? Number.NaN
    }
    return await steps({
      page,
      arrive: async (path) => {
        await page.goto(path, { waitUntil: 'commit' })
        return seenAfter()
      },
      time: async (sight, action) => {
        await page.evaluate((awaited) => window.stopwatch.watch(awaited), sight)
        await action()
        return seenAfter()
      },
      rest: () => page.evaluate((ms) => window.vitals.quiet(ms), REST_MS[profile]),
      memory: async ({ withGarbage } = { withGarbage: false }) => {
        if (!withGarbage) await cdp.send('HeapProfiler.collectGarbage')
        const metrics = await metricsOf(cdp)
        return {
          heap: (metrics.get('JSHeapUsedSize') ?? Number.NaN) / 1e6,
          nodes: metrics.get('Nodes') ?? Number.NaN,
        }
      },
    })
  } finally {
    await context.close()
  }
}
