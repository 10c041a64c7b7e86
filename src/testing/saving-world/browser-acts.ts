import { isUnsaved } from '../../domain/work/work.ts'
import { pick } from './new-words.ts'
import type { Tab } from './page.ts'
import { type Act, MOODS } from './story.ts'
import { runAs } from './time.ts'
import { tokensOf } from './tokens.ts'
import type { World } from './world.ts'

const MOMENT_MS = 8_000

/** The acts that concern a browser. */
export const BROWSER: Partial<
  Record<Act['kind'], (world: World, tab: Tab, act: Act) => Promise<void>>
> = {
  'open tab': async (world, tab) => {
    if (tab.browser.openTabs.size < 3) world.openTab(tab.browser)
  },
  storage: async (_, { browser }, act) => {
    browser.mood = pick(MOODS, act.how) ?? 'well'
  },
  clock: async (world, _, act) => {
    world.skewMs = Math.round((act.how - 0.5) * 2 * 40 * 86_400_000)
  },
  'other user': async (world, { browser }) => {
    const { owner } = browser
    for (const tab of world.tabs.filter((other) => other.browser === browser)) world.kill(tab)
    browser.owner = 'test/acme/eve'
    const stranger = world.openTab(browser)
    await world.calendar.play(world.calendar.now() + MOMENT_MS)
    const { work, left, elsewhere } = stranger.work.getState()
    const offered = [...left, ...elsewhere, ...(await listOfStore(world, stranger))]
    if (isUnsaved(work) || offered.length > 0) world.fail("Somebody is offered another's words.")
    world.kill(stranger)
    browser.owner = owner
    world.openTab(browser)
  },
  'other version': async (world, { browser }) => {
    for (const tab of world.tabs.filter((other) => other.browser === browser)) world.kill(tab)
    if (browser.mood === 'blocked') browser.mood = 'well'
    const kept = new Map(browser.stored)
    const words = tokensOf(
      ...[...kept.values()].map((record) => (record as { mine: unknown }).mine),
    )
    browser.stored = new Map(
      [...kept].map(([key, record]) => [
        key.replace(/^1 /, '2 '),
        { ...(record as object), version: 2 },
      ]),
    )
    const older = world.openTab(browser)
    const records = await inWorld(world, older, () => browser.storeFor(older.id).foreign())
    const offered = tokensOf(records)
    const held = tokensOf(...[...kept.values()].map((record) => (record as { base: unknown }).base))
    for (const token of words)
      if (!offered.has(token) && !held.has(token) && !world.tokens.isGone(token))
        world.fail(`${token} of a newer version is not offered.`)
    world.kill(older)
    for (const [key, record] of browser.stored)
      if (key.startsWith('2 ')) {
        browser.stored.delete(key)
        browser.stored.set(key.replace(/^2 /, '1 '), { ...(record as object), version: 1 })
      }
    world.openTab(browser)
  },
}

/** Runs the world until an action has ended. */
const inWorld = async <R>(world: World, tab: Tab, run: () => Promise<R>): Promise<R> => {
  const running = runAs(tab, run)
  await world.calendar.play(world.calendar.now() + MOMENT_MS)
  return running
}

const listOfStore = (world: World, tab: Tab) =>
  inWorld(world, tab, async () => {
    const store = tab.browser.storeFor(tab.id)
    return [...(await store.list()), ...(await store.foreign())]
  })
