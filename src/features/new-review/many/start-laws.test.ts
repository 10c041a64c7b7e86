import { afterEach, expect, it, vi } from 'vitest'
import type { Creation } from '../../../api/once/reviews/creations.ts'
import type { KeptCreation } from '../../../api/once/reviews/kept-creations.ts'
import type { KeptRun, Run, RunJob } from '../../../api/once/reviews/kept-runs.ts'
import { formCarrier } from '../../../api/transport/form-carrier.ts'
import { noteOwner } from '../../../api/transport/owner.ts'
import { provide, resetServices } from '../../../lib/services.ts'
import { requestFor } from '../../../testing/creations.ts'
import { holds, LAW_LIMIT_MS } from '../../../testing/laws.ts'
import { emptyBrowser, type Shared, type Storage } from '../../../testing/once/fake-browser.ts'
import { openPage, type ReviewPage } from '../../../testing/once/review-page.ts'
import { JOBS, OF_FORM, OF_RUN, type Step, story } from '../../../testing/once/review-story.ts'
import { ReviewWorld } from '../../../testing/once/review-world.ts'
import { createStartQueue, isActive, type StartQueue } from './start-queue.ts'

afterEach(() => {
  resetServices()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** The form of a new review, for a vendor. */
interface Form {
  title: number
  canceler: AbortController
  /** undefined while it is running. */
  ending: Creation | undefined
}

/** One page of the browser, with the analyst's actions on it. */
interface Page extends ReviewPage {
  queue: StartQueue<RunJob> | undefined
  forms: Map<number, Form>
}

/** The analyst, with up to two tabs. */
class Analyst {
  readonly world: ReviewWorld
  /** The extra reviews of a vendor that the analyst asked for. */
  readonly anyway = new Map<number, number>()
  /** The vendors whose review the page reported as created. */
  readonly fulfilled = new Set<number>()
  isRunWanted = false
  /** The errors in what a form said, recorded when it said so. */
  readonly #formWrongs: [vendorId: number, wrong: string | undefined][] = []
  storage: Storage
  readonly #shared: Shared<KeptCreation, KeptRun> = emptyBrowser()
  readonly #tabs: Page[]

  constructor(world: ReviewWorld, storage: Storage) {
    this.world = world
    this.storage = storage
    this.#tabs = [this.#open(), this.#open()]
  }

  #open(): Page {
    const page = openPage(this.world, this.#shared, () => this.storage)
    return { ...page, queue: undefined, forms: new Map() }
  }

  get pages(): readonly Page[] {
    return this.#tabs
  }

  page(number: number): Page {
    const page = this.#tabs[number]
    if (!page) throw new Error('There are two tabs.')
    return page
  }

  allow(vendorId: number): void {
    this.anyway.set(vendorId, (this.anyway.get(vendorId) ?? 0) + 1)
  }

  crash(number: number): void {
    const page = this.page(number)
    page.life.end()
    // Whatever could not be stored is lost with the page.
    for (const vendorId of page.unkept) this.allow(vendorId)
    this.#tabs[number] = this.#open()
  }

  carryOut(page: Page, run: Run): void {
    const { creations } = page
    page.queue = createStartQueue({
      jobs: run.jobs,
      stateOf: ({ vendorId, title }) => {
        const id = run.done.get(vendorId)
        if (id === undefined) return undefined
        return { kind: 'done', review: id === null ? null : { id, title } }
      },
      start: async ({ vendorId, request }, createAnyway) => {
        await page.life.guard(async () => run.ready)
        return creations.create(vendorId, request, {
          apiVersion: 2,
          createAnyway,
          runId: run.id,
          onUnkept: run.giveUpKeeping,
        })
      },
      onRest: () => undefined,
    })
    page.queue.resume()
  }

  async goOn(number: number): Promise<void> {
    const page = this.page(number)
    if (page.queue) return
    for (const { id } of await page.runs.unfinished()) {
      const run = await page.runs.resume(id)
      if (run && !page.queue && !page.life.isOver) this.carryOut(page, run)
    }
  }

  press(number: number, vendorId: number, title: number, hasFile: boolean, createAnyway = false) {
    const page = this.page(number)
    const before = page.forms.get(vendorId)
    if (this.fulfilled.has(vendorId) || (before && !before.ending)) return
    // Two tabs may show the same form; another title is another wish.
    const isWishedElsewhere = this.pages.some(({ forms }) => {
      const form = forms.get(vendorId)
      return form && !form.ending && form.title !== title
    })
    if (isWishedElsewhere) return
    // Whatever could not be stored is visible only in its own tab.
    const isSeenElsewhere = this.pages.some(
      (other) => other !== page && other.unkept.has(vendorId) && other.forms.has(vendorId),
    )
    if (isSeenElsewhere) this.allow(vendorId)
    const form: Form = { title, canceler: new AbortController(), ending: undefined }
    page.forms.set(vendorId, form)
    const file = { file: new File(['x'], 'report.pdf'), documentType: undefined }
    void page.creations
      .create(vendorId, requestFor(`SOC 2 of ${vendorId}, ${title}`), {
        apiVersion: 2,
        createAnyway,
        ...(hasFile && { file }),
        signal: form.canceler.signal,
      })
      .then((ending) => {
        form.ending = ending
        if (ending.outcome === 'done') this.fulfilled.add(vendorId)
        const id = ending.outcome === 'done' ? ending.review.id : undefined
        this.#formWrongs.push([vendorId, this.wrongOf(vendorId, ending.outcome, id)])
      })
  }

  take(step: Step): void {
    if (step.does === 'set the clock') vi.setSystemTime(Date.now() + step.by)
    else if (step.does === 'a colleague creates') this.world.addForeign(step.vendorId)
    else if (step.does === 'the disk fills') {
      if (this.storage !== 'blocked') this.storage = 'full'
    } else if (step.does === 'crash') this.crash(step.tab)
    else if (step.does === 'start the run') this.startRun(step.tab)
    else if (step.does === 'press') this.press(step.tab, step.vendorId, step.title, step.hasFile)
    else if (step.does === 'answer') this.answer(step.way, step.tab, step.vendorId)
    else if (step.does === 'steer') this.steer(step.way, step.tab, step.vendorId)
    else void this.goOn(step.tab)
  }

  startRun(number: number): void {
    const page = this.page(number)
    if (this.isRunWanted || page.queue) return
    this.isRunWanted = true
    this.carryOut(page, page.runs.begin(JOBS))
  }

  answer(way: string, number: number, vendorId: number): void {
    const page = this.page(number)
    const form = page.forms.get(vendorId)
    if (way === 'cancel') form?.canceler.abort(new Error('Canceled'))
    if (form?.ending?.outcome !== 'unsure') return
    const { candidates } = form.ending
    if (way === 'create anyway' && !this.fulfilled.has(vendorId)) {
      this.allow(vendorId)
      this.press(number, vendorId, 0, false, true)
    }
    const own = candidates.find(({ id }) => this.world.isOwn(vendorId, id))
    if (way !== 'open it' || !own) return
    this.fulfilled.add(vendorId)
    void page.creations.accept(vendorId, own.id)
  }

  steer(way: string, number: number, vendorId: number): void {
    const { queue } = this.page(number)
    const item = queue?.getState().items.find(({ job }) => job.vendorId === vendorId)
    if (way === 'startAnyway' && item?.state.kind === 'unsure') this.allow(vendorId)
    if (way === 'stop') void queue?.stop()
    else queue?.[way as 'resume' | 'retryFailed' | 'retry' | 'startAnyway'](vendorId)
  }

  /** The error in what a page says about a vendor's review, if any. */
  wrongOf(vendorId: number, outcome: string, reviewId: number | undefined): string | undefined {
    const count = this.world.countOf(vendorId)
    const allowed = this.anyway.get(vendorId) ?? 0
    if (outcome === 'absent' && count > allowed) return 'is said not to be there, and is'
    if (outcome === 'skipped' && count > 0) return 'is skipped, and is there'
    if (outcome !== 'done' || reviewId === undefined) return undefined
    return this.world.isOwn(vendorId, reviewId) ? undefined : 'is said to be there, and is not'
  }

  wrongs(): string[] {
    const said = [...this.#formWrongs]
    for (const { queue } of this.pages)
      for (const { job, state } of queue?.getState().items ?? []) {
        const id = state.kind === 'done' ? state.review?.id : undefined
        said.push([job.vendorId, this.wrongOf(job.vendorId, state.kind, id)])
      }
    const doubled = [...OF_RUN, ...OF_FORM].flatMap((vendorId): [number, string][] => {
      const count = this.world.countOf(vendorId)
      return count > 1 + (this.anyway.get(vendorId) ?? 0) ? [[vendorId, `is there ${count}×`]] : []
    })
    return [...said, ...doubled].flatMap(([id, wrong]) =>
      wrong ? [`The review of ${id} ${wrong}.`] : [],
    )
  }
}

it(
  'each review is created once, or the page lets the analyst see that it may not be',
  async () => {
    await holds(story, async ({ weather, storage, steps }) => {
      noteOwner({ company: 'acme', user: 'ada' })
      const world = new ReviewWorld(weather)
      provide(formCarrier, world.carry)
      const analyst = new Analyst(world, storage)
      const check = (): void => {
        const wrongs = analyst.wrongs()
        if (wrongs.length > 0) expect.fail(`${world.diary.join('\n')}\n${wrongs.join('\n')}`)
      }
      const wait = async (milliseconds: number): Promise<void> => {
        await vi.advanceTimersByTimeAsync(milliseconds)
        check()
      }
      for (const [taken, milliseconds] of steps) {
        world.diary.push(JSON.stringify(taken))
        analyst.take(taken)
        await wait(milliseconds)
      }

      world.diary.push('The weather turns fine, and both pages are loaded anew.')
      world.endFaults()
      analyst.crash(0)
      analyst.crash(1)
      const [page] = analyst.pages
      for (let times = 0; times < 4; times++) {
        void analyst.goOn(0)
        for (const vendorId of OF_FORM)
          if (page?.forms.has(vendorId) || times === 0) analyst.press(0, vendorId, 0, false)
        page?.queue?.resume()
        page?.queue?.retryFailed()
        await wait(600_000)
      }
      for (const vendorId of OF_FORM)
        expect(page?.forms.get(vendorId)?.ending?.outcome ?? 'done').not.toBe('absent')
      const { items, phase } = page?.queue?.getState() ?? { items: [], phase: null }
      if (phase) expect(isActive(phase)).toBe(false)
      for (const { job, state } of items)
        expect([job.vendorId, state.kind]).not.toEqual([job.vendorId, 'waiting'])
      const isKept = page?.unkept.size === 0 && analyst.storage === 'fine' && storage === 'fine'
      if (analyst.isRunWanted && isKept)
        for (const vendorId of OF_RUN.slice(0, 3)) {
          const item = items.find(({ job }) => job.vendorId === vendorId)
          const isSeen =
            item === undefined ? world.countOf(vendorId) > 0 : item.state.kind !== 'absent'
          expect([vendorId, isSeen]).toEqual([vendorId, true])
        }
    })
  },
  LAW_LIMIT_MS,
)
