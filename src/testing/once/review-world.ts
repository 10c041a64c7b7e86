import { AsyncLocalStorage } from 'node:async_hooks'
import type { FormCarrier } from '../../api/transport/form-carrier.ts'
import type { ReviewCreateRequest } from '../../domain/contract/requests.ts'
import { quickAnswer, quickPage, type Sent, serve } from '../answers.ts'
import { rowOf } from '../creations.ts'
import {
  type CreateWeather,
  FINE_CREATE,
  FINE_LIST,
  type ListWeather,
  type ReviewWeather,
} from './review-weather.ts'

interface Row {
  id: number
  vendorId: number
  /** Whether a colleague created it. */
  isForeign: boolean
  shown: Record<string, unknown>
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const worded = (
  request: ReviewCreateRequest,
  wording: CreateWeather['wording'],
): Record<string, unknown> =>
  ({
    'as it is': {},
    'another title': { title: `${request.title}, received` },
    'lower case': { title: `  ${request.title?.toLowerCase()}` },
    'another day': { reviewDeadlineAt: '2030-01-01T00:00:00Z' },
    'another type': { type: 'UPLOAD_REPORT' },
  })[wording]

/** A page's life. Promises of a dead page never settle. */
export class Life {
  #isOver = false
  readonly #ends: (() => void)[] = []
  get isOver(): boolean {
    return this.#isOver
  }
  end(): void {
    this.#isOver = true
    for (const end of this.#ends) end()
  }
  onEnd(end: () => void): void {
    this.#ends.push(end)
  }
  /** Awaits something while the page lives. */
  async guard<R>(act: () => Promise<R>): Promise<R> {
    if (this.#isOver) return new Promise(() => undefined)
    const outcome = act()
    return new Promise((resolve, reject) => {
      outcome.then(
        (value) => {
          if (!this.#isOver) resolve(value)
        },
        (error: unknown) => {
          if (!this.#isOver) reject(error)
        },
      )
    })
  }
}

/** A service with reviews, and the network in front of it, for the law of creations. */
export class ReviewWorld {
  readonly diary: string[] = []
  /** The page that the current request comes from. */
  readonly #pages = new AsyncLocalStorage<Life>()
  readonly #weather: { creates: CreateWeather[]; lists: ListWeather[] }
  #rows: Row[] = []

  constructor({ creates, lists }: ReviewWeather) {
    this.#weather = { creates: [...creates], lists: [...lists] }
    serve((sent) => (sent.method === 'GET' ? this.#list(sent) : this.#create(sent)))
  }

  /** Runs a request on behalf of a page. */
  from<R>(life: Life, ask: () => Promise<R>): Promise<R> {
    return life.guard(() => this.#pages.run(life, ask))
  }

  /** Ends all faults. */
  endFaults(): void {
    this.#weather.creates = []
    this.#weather.lists = []
  }

  /** A colleague adds a review. */
  addForeign(vendorId: number): void {
    this.#add(vendorId, true, { title: 'A colleague’s', type: 'SECURITY' })
  }

  /** How many reviews of a vendor the analyst's requests have created. */
  countOf(vendorId: number): number {
    return this.#rows.filter((row) => row.vendorId === vendorId && !row.isForeign).length
  }

  /** Whether a review exists that the analyst's requests created. */
  isOwn(vendorId: number, reviewId: number): boolean {
    return this.#rows.some(
      (row) => row.vendorId === vendorId && row.id === reviewId && !row.isForeign,
    )
  }

  /** Replaces the browser's way of sending forms. */
  readonly carry: FormCarrier = async (address, form, { onProgress, signal }) => {
    onProgress?.({ sent: 1, total: 2 })
    const body = Object.fromEntries([...form].filter(([name]) => name !== 'file'))
    const response = await this.#act(address, body as unknown as ReviewCreateRequest, signal)
    if (response instanceof Error) return null
    const { status, headers } = response
    return { status, header: (name) => headers.get(name), text: await response.text() }
  }

  #add(vendorId: number, isForeign: boolean, shown: Record<string, unknown>): Row {
    const row = { id: this.#rows.length + 1, vendorId, isForeign, shown }
    this.#rows.unshift({ ...row, shown: { ...shown, id: row.id } })
    return row
  }

  #create({ url, body }: Sent): Promise<Response | Error> {
    return this.#act(url.pathname, JSON.parse(body as string) as ReviewCreateRequest, undefined)
  }

  async #act(
    address: string,
    request: ReviewCreateRequest,
    signal: AbortSignal | undefined,
  ): Promise<Response | Error> {
    const { fate, takes, delay, hasLeft, retryAfter, wording } =
      this.#weather.creates.shift() ?? FINE_CREATE
    const vendorId = Number(/vendors\/(\d+)/.exec(address)?.[1])
    this.diary.push(`  POST for ${vendorId}: ${fate}`)
    const act = (): Response => {
      this.diary.push(`  a review of ${vendorId} arrives (${wording})`)
      const { id } = this.#add(vendorId, false, { ...rowOf(request, 0, worded(request, wording)) })
      return quickAnswer({ ...rowOf(request, id), socReviewForm: {} }, 201)
    }
    let isOver = false
    const cut = new Promise<never>((_, reject) => {
      const end = (): void => {
        if (isOver) return
        isOver = true
        if (hasLeft) setTimeout(act, delay)
        reject(signal?.reason as Error)
      }
      signal?.addEventListener('abort', end)
      this.#pages.getStore()?.onEnd(end)
    })
    cut.catch(() => undefined)
    await Promise.race([pause(takes), cut])
    isOver = true
    if (fate.endsWith('late')) setTimeout(act, delay)
    const answer = fate === 'fine' || fate.endsWith('after') ? act() : undefined
    if (fate === 'fine' && answer) return answer
    if (fate.startsWith('lost') || fate === 'late') return new TypeError('Failed to fetch')
    if (fate.startsWith('firewall')) return quickPage(403)
    if (fate.startsWith('page')) return quickPage(200)
    if (fate.startsWith('unreadable')) return quickAnswer('{', 201)
    const status = Number.parseInt(fate, 10)
    return quickAnswer({ statusCode: status }, status, { 'retry-after': String(retryAfter) })
  }

  async #list({ url }: Sent): Promise<Response | Error> {
    const { fate, takes } = this.#weather.lists.shift() ?? FINE_LIST
    const vendorId = Number(/vendors\/(\d+)/.exec(url.pathname)?.[1])
    const data = this.#rows.filter((row) => row.vendorId === vendorId).map(({ shown }) => shown)
    this.diary.push(`  GET of ${vendorId}: ${fate}`)
    await pause(takes)
    if (fate === 'lost') return new TypeError('Failed to fetch')
    if (fate === 'page') return quickPage(200)
    if (fate !== 'fine')
      return quickAnswer({ statusCode: Number(fate) }, Number(fate), { 'retry-after': '1' })
    return quickAnswer({ data, pagination: { cursor: null } })
  }
}
