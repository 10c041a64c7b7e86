import { isSameAt } from '../../domain/work/values.ts'
import { isUnsaved, type Work } from '../../domain/work/work.ts'
import { perform } from './acts.ts'
import { decide } from './analyst-acts.ts'
import { openPage, type Tab } from './page.ts'
import { tokensIn } from './service.ts'
import { drawStory, type Story, shorter } from './story.ts'
import { runAs } from './time.ts'
import { tokensOf } from './tokens.ts'
import { Violation, World } from './world.ts'

/** What broke, with the story and the events up to it. */
export interface Failure {
  law: string
  story: Story
  diary: readonly string[]
}

const LONGEST_DIARY = 60
const ROUNDS = 40
const ROUND_MS = 30_000

const isUnsavedRecord = (record: unknown): boolean => isUnsaved(record as Work)

/** What an analyst does without faults, until nothing is unsaved. */
const settle = (world: World, tab: Tab): void => {
  const { work, conflicts, left, isSaving } = tab.work.getState()
  if (isSaving) return
  if (conflicts.length > 0) {
    decide(world, tab, world.random.pick(['mine', 'theirs', 'both'] as const))
  } else if (isUnsaved(work))
    runAs(tab, () => {
      tab.work.save().catch(() => undefined)
    })
  else if (left[0]) {
    const [record] = left
    runAs(tab, () => {
      tab.work.takeOver(record).catch(() => undefined)
    })
  }
}

/** Without faults everything comes to an end: no browser keeps unsaved work. */
const settleAll = async (world: World): Promise<void> => {
  world.endFaults()
  world.note('A good day begins')
  for (let round = 0; round < ROUNDS; round++) {
    world.model.complete(false)
    for (const browser of world.browsers) if (browser.openTabs.size === 0) world.openTab(browser)
    for (const tab of world.tabs) {
      tab.isCompleted = false
      if (!tab.page) runAs(tab, () => openPage(tab))
    }
    await world.calendar.play(world.calendar.now() + ROUND_MS)
    world.check()
    const open = world.tabs.filter((tab) => {
      const { work, left, isSaving } = tab.work.getState()
      return isSaving || isUnsaved(work) || left.length > 0
    })
    if (open.length === 0) {
      // Closing a tab leaves its work for another tab.
      const [closable] = world.tabs.filter(({ browser }) => browser.openTabs.size > 1)
      const kept = world.browsers.some(({ stored }) => [...stored.values()].some(isUnsavedRecord))
      if (!kept) return
      if (!closable) {
        while (world.tabs[0]) world.kill(world.tabs[0])
        continue
      }
      world.kill(closable)
      continue
    }
    // Two people who always act at the same moment would go on forever. Real people do not.
    for (const tab of open) if (world.random.chance(0.7)) settle(world, tab)
  }
  world.fail(
    `Nothing leads out: ${world.tabs.map(openOf).join(' | ')}; kept: ${world.browsers.map(({ stored }) => [...stored.keys()].join()).join()}`,
  )
}

/** Describes what is still open in a tab. */
const openOf = ({ id, work }: Tab): string => {
  const { work: kept, conflicts, failure, left } = work.getState()
  const edited = Object.keys(kept.mine)
    .filter((path) => !isSameAt(path, kept.base[path], kept.mine[path]))
    .map(
      (path) => `${path}: ${JSON.stringify(kept.base[path])} -> ${JSON.stringify(kept.mine[path])}`,
    )
  const journal = kept.journal.map(({ open, outcome }) => `${open.join()} ${outcome}`)
  return `${id} ${edited.join(', ')}; journal ${journal.join()}; ${conflicts.length} conflicts, ${left.length} left, ${String(failure)}`
}

const checkEnd = (world: World): void => {
  const counts = new Map<string, number>()
  const all = [...tokensIn(world.model.form), ...tokensIn(world.model.title)]
  for (const token of all) counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const [token, count] of counts)
    if (count > 1 && !world.tokens.mayBeTwice(token))
      world.fail(`${token} is there ${count} times.`)
  const displaced = tokensOf(world.tabs.map(({ work }) => work.getState().displaced))
  for (const token of world.tokens.alive())
    if (!counts.has(token) && !displaced.has(token))
      world.fail(`${token} did not get to the service.`)
}

/** Plays a story. @returns the failure, if any */
export const play = async (story: Story): Promise<Failure | undefined> => {
  const world = new World(story)
  world.begin()
  try {
    for (const browser of world.browsers) world.openTab(browser)
    for (const act of story.acts) {
      await world.calendar.play(world.calendar.now() + act.wait)
      world.check()
      await perform(world, act)
      world.check()
    }
    await settleAll(world)
    checkEnd(world)
    return undefined
  } catch (error) {
    const law = error instanceof Violation ? error.message : String((error as Error).stack)
    return { law, story, diary: world.diary }
  } finally {
    world.end()
  }
}

/** Shortens a failing story as far as it still fails. */
export const shorten = async (failure: Failure): Promise<Failure> => {
  let shortest = failure
  for (let isShorter = true; isShorter; ) {
    isShorter = false
    for (const story of shorter(shortest.story)) {
      const next = await play(story)
      if (!next) continue
      shortest = next
      isShorter = true
      break
    }
  }
  return shortest
}

/** Plays the stories with these numbers. @returns the first failure, shortened */
export const playMany = async (
  seed: number,
  from: number,
  count: number,
): Promise<Failure | undefined> => {
  for (let number = from; number < from + count; number++) {
    const failure = await play(drawStory(seed, number))
    if (failure) return shorten(failure)
  }
  return undefined
}

/** A failure as text: what broke, how to repeat it, and the story. */
export const failureText = (seed: number, { law, story, diary }: Failure): string =>
  [
    law,
    `Play it again: SEED=${seed} RUN=${story.number} npm run laws`,
    `Ways of the service: ${Object.entries(story.ways)
      .filter(([, isSo]) => isSo)
      .map(([way]) => way)
      .join(', ')}; ${story.items} items in each list.`,
    ...(diary.length > LONGEST_DIARY ? [...diary.slice(0, LONGEST_DIARY), '…'] : diary),
  ].join('\n')
