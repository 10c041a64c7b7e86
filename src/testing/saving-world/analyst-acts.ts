import { type Choice, choicesOf } from '../../domain/work/decide.ts'
import { isUnfinished, isUnsaved } from '../../domain/work/work.ts'
import { FIELDS, type Items, listOf, pick, reword, textIn, wordsOf } from './new-words.ts'
import { openPage, type Tab } from './page.ts'
import type { Act } from './story.ts'
import { runAs } from './time.ts'
import { tokensOf } from './tokens.ts'
import { type ListPath, newItem, type World } from './world.ts'

const CHOICES: readonly Choice[] = ['mine', 'theirs', 'both']

const nameOf = (path: string): string => (path === 'title' ? 'title' : `form.${path}`)

const valueIn = (tab: Tab, path: string): unknown =>
  nameOf(path)
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], tab.page?.form.values)

/** Types a value into the form. The replaced text counts as removed on purpose. */
const type = (world: World, tab: Tab, path: string, value: unknown): void =>
  world.analystAct(
    tab,
    'typed over',
    () => tab.page?.form.setValue(nameOf(path) as 'title', value as never),
    // Only the form counts here: the work gets the change after a pause.
    ({ page }) => tokensOf(page?.form.values),
  )

const editItem = (
  world: World,
  tab: Tab,
  act: Act,
  change: (items: Items, index: number, path: ListPath) => Items,
): void => {
  const path = listOf(act)
  const items = structuredClone(valueIn(tab, path)) as Items
  if (items.length === 0) return
  type(world, tab, path, change(items, Math.floor(act.how * items.length), path))
}

/** Presses a button, and checks how its action ends. */
const press = (world: World, tab: Tab, name: string, run: () => Promise<string | void>): void => {
  runAs(tab, () => {
    run().then(
      (result) => {
        world.note(`${tab.id}: ${name} ends: ${result ?? 'done'}`)
        if (result === 'saved') expectSaved(world, tab)
      },
      (error: unknown) => world.note(`${tab.id}: ${name} fails: ${String(error)}`),
    )
  })
}

/** "Saved" may only be shown if the service holds it. */
const expectSaved = (world: World, tab: Tab): void => {
  const { work } = tab.work.getState()
  if (isUnsaved(work) || world.isAnySaveOpen()) return
  const held = tokensOf(world.model.form, world.model.title)
  for (const token of tokensOf(work.mine))
    if (!held.has(token) && !world.tokens.isGone(token))
      world.fail(`A save ended well, and ${token} is not in the service.`)
}

/** Decides all conflicts. "Both" may keep the words of the starting text twice. */
export const decide = (world: World, tab: Tab, choice: Choice): void => {
  const { conflicts } = tab.work.getState()
  if (conflicts.length === 0) return
  // If both people keep their version of a text, the words in both versions are there twice.
  if (choice !== 'theirs')
    conflicts.flatMap(({ mine }) => [...tokensOf(mine)]).forEach(world.tokens.allowTwice)
  const their = conflicts.filter(
    (conflict) =>
      choice === 'theirs' || (choice === 'both' && choicesOf(conflict).includes('both')),
  )
  const kept = tokensOf(
    choice === 'theirs' ? [] : tab.work.getState().work.mine,
    their.map(({ theirs }) => theirs),
  )
  for (const token of tokensOf(conflicts))
    if (!kept.has(token)) world.tokens.allowGone(token, 'decided')
  press(world, tab, `decide ${choice}`, () => tab.work.decide(() => choice))
}

/** The page's rule: a completed review cannot be saved. */
const mayEdit = (tab: Tab): boolean => tab.page !== undefined && !tab.isCompleted

/** The acts of an analyst in a tab. */
export const ANALYST: Partial<Record<Act['kind'], (world: World, tab: Tab, act: Act) => void>> = {
  'type field': (world, tab, act) => {
    if (mayEdit(tab)) type(world, tab, pick(FIELDS, act.which) ?? 'title', wordsOf(world, act))
  },
  'extend field': (world, tab, act) => {
    if (!mayEdit(tab)) return
    const path = pick(FIELDS, act.which) ?? 'title'
    type(world, tab, path, `${textIn(valueIn(tab, path))} ${wordsOf(world, act)}`)
  },
  'add item': (world, tab, act) => {
    if (!mayEdit(tab)) return
    const path = listOf(act)
    type(world, tab, path, [...(valueIn(tab, path) as Items), newItem(path, wordsOf(world, act))])
  },
  'insert item': (world, tab, act) => {
    if (!mayEdit(tab)) return
    const path = listOf(act)
    const items = [...(valueIn(tab, path) as Items)]
    items.splice(Math.floor(act.how * items.length), 0, newItem(path, wordsOf(world, act)))
    type(world, tab, path, items)
  },
  'edit item': (world, tab, act) => {
    if (mayEdit(tab)) editItem(world, tab, act, reword(world, act, false))
  },
  'extend item': (world, tab, act) => {
    if (mayEdit(tab)) editItem(world, tab, act, reword(world, act, true))
  },
  'tick item': (world, tab, act) => {
    if (!mayEdit(tab)) return
    const path = 'endUserControls.userControls'
    const items = structuredClone(valueIn(tab, path)) as Items
    const item = items[Math.floor(act.how * items.length)]
    if (item)
      type(
        world,
        tab,
        path,
        items.map((other) =>
          other === item ? { ...item, inPlace: item.inPlace !== true } : other,
        ),
      )
  },
  'remove item': (world, tab, act) => {
    if (mayEdit(tab)) editItem(world, tab, act, (items, index) => items.toSpliced(index, 1))
  },
  'move item': (world, tab, act) => {
    if (mayEdit(tab))
      editItem(world, tab, act, (items, index) => {
        const [item] = items.splice(index, 1)
        return item ? [item, ...items] : items
      })
  },
  'add blank item': (world, tab, act) => {
    if (!mayEdit(tab)) return
    const path = listOf(act)
    type(world, tab, path, [
      ...(valueIn(tab, path) as Items),
      newItem(path, act.how < 0.5 ? '' : ' '),
    ])
  },
  'choose reviewer': (_, tab, act) => {
    if (!mayEdit(tab)) return
    const id = 1 + Math.floor(act.how * 3)
    runAs(tab, () => {
      tab.page?.form.setValue('form.reviewerInformation.reviewer', `User ${id}`)
      tab.page?.form.setValue('form.reviewerInformation.reviewerUserId', id)
    })
  },
  save: (world, tab) => {
    if (mayEdit(tab)) press(world, tab, 'save', () => tab.work.save())
  },
  autosave: (world, tab) => {
    if (mayEdit(tab)) press(world, tab, 'autosave', () => tab.work.save({ isAuto: true }))
  },
  'leave page': (world, tab) => {
    if (tab.page) world.leavePage(tab)
  },
  'return to page': (_, tab) => {
    if (!tab.page) runAs(tab, () => openPage(tab))
  },
  reload: (world, tab) => {
    world.kill(tab)
    world.openTab(tab.browser, tab.id)
  },
  'close tab': (world, tab) => world.kill(tab),
  discard: (world, tab) => {
    if (mayEdit(tab)) world.analystAct(tab, 'discarded', () => tab.work.discard(tab.shown))
  },
  'undo discard': (_, tab) => {
    if (mayEdit(tab)) runAs(tab, () => tab.work.undoDiscard())
  },
  decide: (world, tab, act) => {
    if (mayEdit(tab)) decide(world, tab, pick(CHOICES, act.how) ?? 'both')
  },
  'decide later': (_, tab) => runAs(tab, () => tab.work.decideLater()),
  'undo save': (world, tab) => {
    if (!mayEdit(tab) || !isUnfinished(tab.work.getState().work)) return
    if (tab.work.getState().isSaving) return
    world.analystAct(tab, 'undone', () =>
      press(world, tab, 'undo', () => tab.work.undoSave((name) => Number(name.slice(5)))),
    )
  },
  'leave save': (world, tab) => {
    if (!mayEdit(tab) || !isUnfinished(tab.work.getState().work)) return
    if (tab.work.getState().isSaving) return
    const before = tokensOf(tab.work.getState().work.mine, tab.page?.form.values)
    press(world, tab, 'leave', async () => {
      await tab.work.leaveSave()
      // What was left behind is gone on purpose, although it can be restored for a while.
      for (const token of before) world.tokens.allowGone(token, 'left')
    })
  },
  'take over': (world, tab) => {
    const [record] = tab.work.getState().left
    if (tab.page && record && !tab.work.getState().isSaving)
      press(world, tab, 'take over', () => tab.work.takeOver(record))
  },
  'finish elsewhere': (world, tab) => {
    const record = tab.work.getState().elsewhere.find(({ work }) => isUnfinished(work))
    if (mayEdit(tab) && record)
      press(world, tab, 'finish elsewhere', () => tab.work.finishElsewhere(record))
  },
  finalize: (world, tab) => {
    if (!mayEdit(tab)) return
    press(world, tab, 'finalize', async () => {
      const { work } = tab.work.getState()
      const result = isUnsaved(work) ? await tab.work.save() : 'saved'
      if (result !== 'saved' || isUnsaved(tab.work.getState().work)) return result
      world.model.complete(true)
      tab.isCompleted = true
      return 'finalized'
    })
  },
}
