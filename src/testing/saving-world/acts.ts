import type { Choice } from '../../domain/work/decide.ts'
import { isUnfinished, isUnsaved } from '../../domain/work/work.ts'
import { openPage, type Tab } from './page.ts'
import { tokensIn } from './service.ts'
import { type Act, MOODS } from './story.ts'
import { as } from './time.ts'
import { tokensOf } from './tokens.ts'
import { LIST_PATHS, type ListPath, newItem, textField, type World } from './world.ts'

type Items = Record<string, unknown>[]
const FIELDS = ['title', 'cpaFirm.cpaFirm', 'reportOpinion.followUpActivity'] as const
const CHOICES: readonly Choice[] = ['mine', 'theirs', 'both']

const pick = <T>(from: readonly T[], part: number): T | undefined =>
  from[Math.floor(part * from.length)]

/** A new text, in letters that services change. */
const wordsOf = (world: World, { how }: Act): string => {
  const token = world.mint()
  return (
    pick([`Text ${token}`, `  ${token} `, `e\u0301 ${token}`, `${token}\r\nline`, token], how) ??
    token
  )
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const nameOf = (path: string): string => (path === 'title' ? 'title' : `form.${path}`)

const valueIn = (tab: Tab, path: string): unknown =>
  nameOf(path)
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], tab.page?.form.values)

/** Puts a value into the form, as a person does: what it replaces is removed on purpose. */
const type = (world: World, tab: Tab, path: string, value: unknown): void =>
  world.ownAct(
    tab,
    'typed over',
    () => tab.page?.form.setValue(nameOf(path) as 'title', value as never),
    // The form is what is looked at; the work hears of it after the pause.
    ({ page }) => tokensOf(page?.form.values),
  )

const listOf = (act: Act): ListPath => pick(LIST_PATHS, act.which) ?? 'findings.findings'

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

const reword =
  (world: World, act: Act, isKept: boolean) =>
  (items: Items, index: number, path: ListPath): Items =>
    items.map((item, at) => {
      const field = textField(path)
      const before = isKept ? `${textIn(item[field])} ` : ''
      return at === index ? { ...item, [field]: `${before}${wordsOf(world, act)}` } : item
    })

/** Waits for what a press sets off; its end is looked at. */
const press = (world: World, tab: Tab, name: string, run: () => Promise<string | void>): void => {
  as(tab, () => {
    run().then(
      (result) => {
        world.note(`${tab.id}: ${name} ends: ${result ?? 'done'}`)
        if (result === 'saved') expectSaved(world, tab)
      },
      (error: unknown) => world.note(`${tab.id}: ${name} fails: ${String(error)}`),
    )
  })
}

/** "Saved" is said only where the service holds it. */
const expectSaved = (world: World, tab: Tab): void => {
  const { work } = tab.work.getState()
  if (isUnsaved(work) || world.isAnySaveOpen()) return
  const held = tokensOf(world.model.form, world.model.title)
  for (const token of tokensOf(work.mine))
    if (!held.has(token) && !world.tokens.isGone(token))
      world.fail(`A save ended well, and ${token} is not in the service.`)
}

/** Decides all conflicts. Both versions of a text may hold the words that they started from. */
export const decide = (world: World, tab: Tab, choice: Choice): void => {
  const { conflicts } = tab.work.getState()
  if (conflicts.length === 0) return
  // Two who each keep their version of a text keep the words that both versions have.
  if (choice !== 'theirs')
    conflicts.flatMap(({ mine }) => [...tokensOf(mine)]).forEach(world.tokens.allowTwice)
  const their = conflicts.filter(({ rows }) => choice === 'theirs' || (choice === 'both' && rows))
  const kept = tokensOf(
    choice === 'theirs' ? [] : tab.work.getState().work.mine,
    their.map(({ theirs }) => theirs),
  )
  for (const token of tokensOf(conflicts)) if (!kept.has(token)) world.tokens.let(token, 'decided')
  press(world, tab, `decide ${choice}`, () => tab.work.decide(() => choice))
}

/** The page's own rule: a completed review cannot be saved. */
const mayEdit = (tab: Tab): boolean => tab.page !== undefined && !tab.isCompleted

/** What an analyst does in a tab. */
const ANALYST: Partial<Record<Act['kind'], (world: World, tab: Tab, act: Act) => void>> = {
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
    as(tab, () => {
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
    if (!tab.page) as(tab, () => openPage(tab))
  },
  reload: (world, tab) => {
    world.kill(tab)
    world.openTab(tab.browser, tab.id)
  },
  'close tab': (world, tab) => world.kill(tab),
  discard: (world, tab) => {
    if (mayEdit(tab)) world.ownAct(tab, 'discarded', () => tab.work.discard(tab.shown))
  },
  'undo discard': (_, tab) => {
    if (mayEdit(tab)) as(tab, () => tab.work.undoDiscard())
  },
  decide: (world, tab, act) => {
    if (mayEdit(tab)) decide(world, tab, pick(CHOICES, act.how) ?? 'both')
  },
  'decide later': (_, tab) => as(tab, () => tab.work.decideLater()),
  'undo save': (world, tab) => {
    if (!mayEdit(tab) || !isUnfinished(tab.work.getState().work)) return
    if (tab.work.getState().isSaving) return
    world.ownAct(tab, 'undone', () =>
      press(world, tab, 'undo', () => tab.work.undoSave((name) => Number(name.slice(5)))),
    )
  },
  'leave save': (world, tab) => {
    if (!mayEdit(tab) || !isUnfinished(tab.work.getState().work)) return
    if (tab.work.getState().isSaving) return
    const before = tokensOf(tab.work.getState().work.mine, tab.page?.form.values)
    press(world, tab, 'leave', async () => {
      await tab.work.leaveSave()
      // What is left behind is so on purpose; it can be brought back for a while.
      for (const token of before) world.tokens.let(token, 'left')
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

/** What a colleague does in the service's own pages: what is replaced is removed on purpose. */
const colleague = (world: World, path: string, value: unknown): void => {
  const before = tokensIn(world.model.at(path))
  world.model.edit(path, value)
  const after = new Set(tokensIn(world.model.at(path)))
  for (const token of before)
    if (!after.has(token)) world.tokens.let(token, 'removed by a colleague')
}

const COLLEAGUE: Partial<Record<Act['kind'], (world: World, act: Act) => void>> = {
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

const MOMENT_MS = 8_000

/** What happens to a browser. */
const BROWSER: Partial<Record<Act['kind'], (world: World, tab: Tab, act: Act) => Promise<void>>> = {
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

/** Lets the world go on until something that it does has ended. */
const inWorld = async <R>(world: World, tab: Tab, run: () => Promise<R>): Promise<R> => {
  const running = as(tab, run)
  await world.calendar.play(world.calendar.now() + MOMENT_MS)
  return running
}

const listOfStore = (world: World, tab: Tab) =>
  inWorld(world, tab, async () => {
    const store = tab.browser.storeFor(tab.id)
    return [...(await store.list()), ...(await store.foreign())]
  })

/** Does one thing of a story. */
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
