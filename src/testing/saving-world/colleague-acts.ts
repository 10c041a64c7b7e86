import { FIELDS, type Items, listOf, pick, reword, textIn, wordsOf } from './new-words.ts'
import { tokensIn } from './service.ts'
import type { Act } from './story.ts'
import { newItem, type World } from './world.ts'

/** A colleague's edit in the service's own pages. Replaced text counts as removed on purpose. */
const colleague = (world: World, path: string, value: unknown): void => {
  const before = tokensIn(world.model.at(path))
  world.model.edit(path, value)
  const after = new Set(tokensIn(world.model.at(path)))
  for (const token of before)
    if (!after.has(token)) world.tokens.allowGone(token, 'removed by a colleague')
}

export const COLLEAGUE: Partial<Record<Act['kind'], (world: World, act: Act) => void>> = {
  'colleague adds': (world, act) => {
    const path = listOf(act)
    colleague(world, path, [...(world.model.at(path) as Items), newItem(path, wordsOf(world, act))])
  },
  'colleague edits': (world, act) => {
    const path = listOf(act)
    const items = world.model.at(path) as Items
    const index = Math.floor(act.how * items.length)
    colleague(world, path, reword(world, act, act.how < 0.5)(items, index, path))
  },
  'colleague removes': (world, act) => {
    const path = listOf(act)
    const items = world.model.at(path) as Items
    colleague(
      world,
      path,
      act.how < 0.2 ? [] : items.toSpliced(Math.floor(act.how * items.length), 1),
    )
  },
  'colleague sets field': (world, act) => {
    const path = pick(FIELDS, act.which) ?? 'title'
    const before = act.how < 0.5 ? `${textIn(world.model.at(path))} ` : ''
    colleague(world, path, `${before}${wordsOf(world, act)}`)
  },
  'colleague completes': (world) => world.model.complete(true),
  'colleague reopens': (world) => world.model.complete(false),
}
