import { createRandom, type Random } from '../../../mocks/seed/random.ts'
import type { StoredWork } from '../../api/saving/work-schema.ts'
import { socFormSchema } from '../../domain/contract/soc-form.ts'
import { toValues } from '../../domain/work/values.ts'
import { isUnfinished, isUnsaved } from '../../domain/work/work.ts'
import { type BrowserWithLocks, createBrowser } from './browser.ts'
import { createNetwork, type Sender } from './network.ts'
import { closePage, createTab, KEY, openPage, type Tab } from './page.ts'
import { ReviewModel, tokensIn } from './service.ts'
import type { Act, Story } from './story.ts'
import { type Calendar, createCalendar, currentActor, installWorldTime, runAs } from './time.ts'
import { createTokens, type Tokens, tokensOf } from './tokens.ts'

/** Describes how the law was broken. */
export class Violation extends Error {
  override readonly name = 'Violation'
}

/** Two analysts with a browser each, a colleague in Drata, and the network and service. */
export class World {
  readonly calendar: Calendar = createCalendar()
  readonly random: Random
  readonly tokens: Tokens = createTokens()
  readonly model: ReviewModel
  readonly browsers: BrowserWithLocks[]
  readonly tabs: Tab[] = []
  readonly diary: string[] = []
  skewMs = 0
  private excusedWrites = 0
  private requests = 0
  private tabNumber = 0
  private faultsLeft: Story['faults']
  private restoreTime: () => void = () => undefined

  constructor(story: Story) {
    this.faultsLeft = story.faults
    this.random = createRandom(story.number + 1)
    this.model = new ReviewModel(story.ways)
    this.browsers = ['ada', 'bob'].map((name) => createBrowser(name, this.calendar))
    for (const path of LIST_PATHS)
      this.model.edit(
        path,
        Array.from({ length: story.items }, () => newItem(path, `Item ${this.mint()}`)),
      )
    this.model.edit('cpaFirm.cpaFirm', `Firm ${this.mint()}`)
  }

  mint(): string {
    return this.tokens.mint(this.calendar.now())
  }

  note(what: string): void {
    this.diary.push(`${String(this.calendar.now()).padStart(6)} ${what}`)
  }

  fail(law: string): never {
    throw new Violation(law)
  }

  /** Replaces the browser and the network with the world. */
  begin(): void {
    this.restoreTime = installWorldTime(
      () => this.calendar,
      () => this.skewMs,
      () => this.random.int(0, 9_999) / 10_000,
    )
    const network = createNetwork({
      calendar: this.calendar,
      model: this.model,
      reviewId: KEY.reviewId,
      draw: () => ({
        fault: this.faultsLeft[this.requests++] ?? null,
        part: this.random.int(0, 100) / 100,
      }),
      excuses: {
        token: (token) => this.tokens.allowGone(token, 'written over between a read and a write'),
        writeToCompleted: () => {
          this.excusedWrites += 1
        },
      },
      note: (what) => this.note(what),
    })
    const fetch = globalThis.fetch
    globalThis.fetch = ((_address: string, init?: RequestInit) =>
      network(currentActor() as Sender, init)) as typeof globalThis.fetch
    const { restoreTime } = this
    this.restoreTime = () => {
      globalThis.fetch = fetch
      restoreTime()
    }
  }

  end(): void {
    this.restoreTime()
  }

  /** Ends all faults. */
  endFaults(): void {
    this.faultsLeft = []
    this.skewMs = 0
    for (const browser of this.browsers) browser.mood = 'well'
  }

  /** What a page shows after a fresh read. */
  shownNow() {
    const { title, socReviewForm } = this.model.answer(KEY.reviewId)
    return toValues(title, socFormSchema.parse(socReviewForm))
  }

  openTab(browser: BrowserWithLocks, id = `${browser.name}${++this.tabNumber}`): Tab {
    const tab = createTab(browser, id, this.shownNow())
    tab.isCompleted = this.model.status === 'COMPLETED'
    this.tabs.push(tab)
    runAs(tab, () => openPage(tab))
    return tab
  }

  /** Ends the tab at once, as in a crash. Anything it had time to keep must not be lost. */
  kill(tab: Tab): void {
    const { work } = tab
    const inMemory = tokensOf(
      tab.page?.form.values,
      work.getState().work.mine,
      work.getState().displaced,
    )
    tab.isDead = true
    tab.browser.openTabs.delete(tab.id)
    this.tabs.splice(this.tabs.indexOf(tab), 1)
    const isKept = !['full', 'blocked'].includes(tab.browser.mood)
    // If the browser kept nothing, a clear that was under way when the page died is forgotten.
    if (!isKept)
      for (const { clears, from } of work.getState().work.journal)
        for (const path of clears)
          for (const token of tokensIn(from[path]))
            this.tokens.allowGone(token, 'cleared by a page that died and was not kept')
    // A record that could not be deleted after its save brings saved words back.
    for (const key of tab.browser.outOfDate) {
      const record = tab.browser.stored.get(key) as Partial<StoredWork> | undefined
      for (const token of tokensIn(record?.mine)) this.tokens.allowTwice(token)
    }
    const elsewhere = this.reachable()
    for (const token of inMemory) {
      if (elsewhere.has(token) || this.tokens.isGone(token)) continue
      const age = this.calendar.now() - this.tokens.typedAt(token)
      const isSlow = tab.browser.mood === 'slow'
      if (isKept && work.getState().isKept && age > (isSlow ? 20_000 : 1_000))
        this.fail(`${token} was ${age} ms old, and a page that said it keeps it died with it.`)
      this.tokens.allowGone(token, 'died with a page before it could be kept')
    }
    tab.browser.release()
  }

  /** Every token that somebody can reach now. */
  reachable(): Set<string> {
    const found = tokensOf(this.model.form, this.model.title)
    const add = (thing: unknown): void => tokensIn(thing).forEach((token) => found.add(token))
    for (const { page, work } of this.tabs) {
      const { work: kept, conflicts, discarded, displaced } = work.getState()
      add([page?.form.values, kept.mine, conflicts, discarded?.mine, displaced])
    }
    for (const { stored } of this.browsers)
      for (const record of stored.values()) {
        const { mine, displaced } = record as { mine: unknown; displaced: unknown }
        add([mine, displaced])
      }
    return found
  }

  /** Runs an act of the analyst. Tokens that it removes from sight count as removed on purpose. */
  analystAct(tab: Tab, why: string, act: () => void, seen = this.seenBy): void {
    const before = seen(tab)
    runAs(tab, act)
    const after = seen(tab)
    for (const token of before) if (!after.has(token)) this.tokens.allowGone(token, why)
  }

  private readonly seenBy = ({ page, work }: Tab): Set<string> => {
    const { work: kept, conflicts, displaced } = work.getState()
    return tokensOf(page?.form.values, kept.mine, conflicts, displaced)
  }

  /** Checks the laws that hold at every moment. */
  check(): void {
    const found = this.reachable()
    for (const token of this.tokens.alive())
      if (!found.has(token)) this.fail(`${token} is nowhere any more, and nobody has removed it.`)
    if (this.model.writesToCompleted > this.excusedWrites)
      this.fail('A completed review was written to.')
    // During a save, its words are in the work and perhaps not yet in the service.
    if (this.isAnySaveOpen()) return
    const held = tokensOf(this.model.form, this.model.title)
    for (const { page, work } of this.tabs) {
      const { work: kept, isSaving } = work.getState()
      if (page === undefined || isSaving || isUnsaved(kept)) continue
      for (const token of tokensOf(kept.mine))
        if (!held.has(token) && !this.tokens.isGone(token))
          this.fail(`The page says "Saved", and ${token} is not in the service.`)
    }
  }

  isAnySaveOpen(): boolean {
    const stored = this.browsers.flatMap((browser) => [...browser.stored.values()])
    return (
      this.tabs.some(
        ({ work }) => work.getState().isSaving || isUnfinished(work.getState().work),
      ) || stored.some((record) => (record as { journal: unknown[] }).journal.length > 0)
    )
  }

  leavePage(tab: Tab): void {
    runAs(tab, () => closePage(tab))
  }
}

export const LIST_PATHS = [
  'findings.findings',
  'endUserControls.userControls',
  'servicesAndLocations.services',
  'servicesAndLocations.locations',
] as const
export type ListPath = (typeof LIST_PATHS)[number]

/** An item of a list with this text. */
export const newItem = (path: ListPath, text: string): Record<string, unknown> => {
  switch (path) {
    case 'findings.findings':
      return { description: text }
    case 'endUserControls.userControls':
      return { description: text, inPlace: false }
    case 'servicesAndLocations.services':
      return { name: text }
    case 'servicesAndLocations.locations':
      return { city: text, stateOrCountry: '' }
  }
}

/** The field of an item that holds its text. */
export const textField = (path: ListPath): string =>
  path === 'servicesAndLocations.services'
    ? 'name'
    : path === 'servicesAndLocations.locations'
      ? 'city'
      : 'description'

export type { Act }
