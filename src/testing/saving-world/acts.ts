import { ANALYST } from './analyst-acts.ts'
import { BROWSER } from './browser-acts.ts'
import { COLLEAGUE } from './colleague-acts.ts'
import { pick } from './new-words.ts'
import type { Act } from './story.ts'
import type { World } from './world.ts'

/** Performs one act of a story. */
export const perform = async (world: World, act: Act): Promise<void> => {
  const tab = pick(world.tabs, act.who)
  world.note(`${tab?.id ?? 'nobody'}: ${act.kind}`)
  COLLEAGUE[act.kind]?.(world, act)
  if (!tab) {
    const browser = pick(world.browsers, act.which)
    if (browser) world.openTab(browser)
    return
  }
  ANALYST[act.kind]?.(world, tab, act)
  await BROWSER[act.kind]?.(world, tab, act)
}
