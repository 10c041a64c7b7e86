import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'
import type { ReviewRecord } from '../../mocks/service/records.ts'
import { LAUNCH_OPTIONS } from '../helpers/launch-options.ts'
import { buildFloor } from './build-floor.ts'
import { htmlPages } from './html-floor.ts'
import { builtPages } from './pages.ts'
import { openSite, type Site } from './site.ts'
import { createStandIn } from './stand-in.ts'
import { FIRST_ROW, visit } from './visit.ts'
import { asListed, createWorld, LIST_SIZES, type ListSize } from './world.ts'

/** The subjects that are measured: two floors, and the app in both modes. */
export type Subject = 'html' | 'minimal' | 'live' | 'demo'

/** Everything that trials run on. */
export interface Bench {
  browser: Browser
  /** All subjects have the same 300 reviews, except the demo, which has its seed's 160. */
  sites: Readonly<Record<Subject, Site>>
  /** Live mode with lists of other lengths. */
  lists: ReadonlyMap<ListSize, Site>
  /** The 300 reviews, as the list shows them. */
  reviews: readonly ReviewRecord[]
  close: () => Promise<void>
}

const built = (name: string) =>
  builtPages(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)))

/** Builds the minimal page, and opens every site and the browser. */
export const openBench = async (): Promise<Bench> => {
  await buildFloor()
  const [size] = LIST_SIZES
  const world = createWorld(size)
  const standIn = createStandIn(world)
  const live = built('live')
  const lists = new Map<ListSize, Site>()
  for (const other of LIST_SIZES.slice(1))
    lists.set(other, await openSite(live, createStandIn(createWorld(other))))
  const sites = {
    html: await openSite(htmlPages(world), standIn),
    minimal: await openSite(built('bench'), standIn),
    live: await openSite(live, standIn),
    demo: await openSite(built('demo'), standIn),
  }
  lists.set(size, sites.live)
  // All visits share the browser. Each gets a separate context, and with it a separate process.
  const browser = await chromium.launch(LAUNCH_OPTIONS)
  // Each site compresses and records what it is asked for first, so all are opened once unmeasured.
  for (const { url } of [...Object.values(sites), ...lists.values()])
    await visit(browser, url, 'fast', FIRST_ROW, async ({ arrive, rest }) => {
      await arrive('/')
      await rest()
    })
  return {
    browser,
    sites,
    lists,
    reviews: asListed(world),
    close: async () => {
      await browser.close()
      for (const site of [...Object.values(sites), ...lists.values()]) site.close()
    },
  }
}
