import { createRandom, type Random } from '../../../mocks/seed/random.ts'
import type { StorageMood } from './browser.ts'
import { FAULTS, type Fault } from './network.ts'
import type { ServiceWays } from './service.ts'

/** One act. Its numbers from 0 to 1 choose among what exists at that time. */
export interface Act {
  kind: ActKind
  /** Milliseconds after the previous act. */
  wait: number
  who: number
  which: number
  how: number
}

/** What an analyst does in a tab, what happens to a browser, and what a colleague does in Drata. */
export const ACT_KINDS = [
  'type field',
  'extend field',
  'add item',
  'insert item',
  'edit item',
  'extend item',
  'tick item',
  'remove item',
  'move item',
  'add blank item',
  'choose reviewer',
  'save',
  'autosave',
  'leave page',
  'return to page',
  'reload',
  'close tab',
  'open tab',
  'discard',
  'undo discard',
  'decide',
  'decide later',
  'undo save',
  'leave save',
  'take over',
  'finish elsewhere',
  'finalize',
  'storage',
  'clock',
  'other user',
  'other version',
  'colleague adds',
  'colleague edits',
  'colleague removes',
  'colleague sets field',
  'colleague completes',
  'colleague reopens',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** How often each act occurs, relative to the others. Typing and saving are the most common. */
const WEIGHTS: Partial<Record<ActKind, number>> = {
  'type field': 4,
  'extend field': 3,
  'add item': 8,
  'insert item': 2,
  'edit item': 6,
  'extend item': 3,
  'remove item': 3,
  save: 14,
  autosave: 6,
  reload: 4,
  'leave page': 3,
  'return to page': 5,
  decide: 6,
  'colleague adds': 3,
  'colleague edits': 3,
  'open tab': 2,
}
const BAG = ACT_KINDS.flatMap((kind) => Array.from({ length: WEIGHTS[kind] ?? 1 }, () => kind))

/** A whole story: the acts and the faults. It runs the same way each time. */
export interface Story {
  number: number
  ways: ServiceWays
  acts: readonly Act[]
  /** The faults of the requests, in order. Requests beyond them succeed. */
  faults: readonly (Fault | null)[]
  /** How many items each list has at the start. */
  items: number
}

export const MOODS: readonly StorageMood[] = ['well', 'well', 'slow', 'full', 'blocked']

const drawAct = (random: Random): Act => ({
  kind: random.pick(BAG),
  wait: random.chance(0.5) ? random.int(0, 60) : random.int(60, 6_000),
  who: random.int(0, 999) / 1_000,
  which: random.int(0, 999) / 1_000,
  how: random.int(0, 999) / 1_000,
})

/** Draws the story with a number. The same number always gives the same story. */
export const drawStory = (seed: number, number: number): Story => {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) + Math.imul(number, 0x85ebca6b))
  const rate = random.pick([0, 0.1, 0.3, 0.6])
  return {
    number,
    ways: {
      trims: random.chance(0.4),
      normalizes: random.chance(0.4),
      refusesBlanks: random.chance(0.5),
      refusesWhenCompleted: random.chance(0.7),
      refusesUnknownFields: random.chance(0.2),
      answersWithoutForm: random.chance(0.2),
      numbersItems: random.chance(0.3),
    },
    acts: Array.from({ length: random.int(3, 24) }, () => drawAct(random)),
    faults: Array.from({ length: 60 }, () => (random.chance(rate) ? random.pick(FAULTS) : null)),
    items: random.int(0, 3),
  }
}

/** Variants of a story with some parts left out, for shrinking. */
export function* shorter(story: Story): Generator<Story> {
  for (let size = Math.max(1, story.acts.length >> 1); size >= 1; size = size >> 1)
    for (let from = 0; from < story.acts.length; from += size) {
      const acts = story.acts.filter((_, index) => index < from || index >= from + size)
      yield { ...story, acts }
    }
  if (story.faults.some((fault) => fault !== null)) yield { ...story, faults: [] }
  for (const [index, fault] of story.faults.entries())
    if (fault !== null)
      yield { ...story, faults: story.faults.map((kept, at) => (at === index ? null : kept)) }
  for (const [way, isSo] of Object.entries(story.ways))
    if (isSo) yield { ...story, ways: { ...story.ways, [way]: false } }
  if (story.items > 0) yield { ...story, items: story.items - 1 }
  for (const [index, act] of story.acts.entries())
    if (act.wait > 0)
      yield {
        ...story,
        acts: story.acts.map((kept, at) => (at === index ? { ...act, wait: 0 } : kept)),
      }
}
