import fc from 'fast-check'
import { ARRIVAL_MS } from '../../api/once/arrival.ts'
import type { FormCarrier } from '../../api/transport/form-carrier.ts'
import type { RawAnswer } from '../../api/transport/read-answer.ts'
import {
  quickAnswer,
  quickPage,
  rawAnswer,
  rawPage,
  type Sent,
  SIGNED_OUT,
  serve,
} from '../answers.ts'

/**
 * A service that accepts files, with the network in front of it, for the law of uploads. Faults are
 * drawn in advance, request by request, so that a story can be repeated.
 */

/** What can happen to a request with files. */
const UPLOAD_FATES = [
  'fine',
  'lost before',
  'lost after',
  'late',
  '400',
  '413',
  '429',
  '500 before',
  '500 after',
  '502 late',
  '503 after',
  'unreadable after',
  'firewall before',
  'firewall after',
  'page late',
  'page before',
  'signed out before',
  'signed out after',
] as const

/** What can happen to a request for a list. */
const LIST_FATES = ['fine', 'lost', '500', '403', '429', 'page'] as const

/** How the service may change a name. */
const NAMINGS = [
  'as it is',
  'lower case',
  'blanks',
  'decomposed',
  'no extension',
  'sanitised',
  'garbled',
  'numbered',
  'nameless',
] as const
type Naming = (typeof NAMINGS)[number]

/** What happens to one request, and how long it takes. */
const uploadWeather = fc.record({
  fate: fc.oneof(
    { weight: 2, arbitrary: fc.constant('fine' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...UPLOAD_FATES) },
  ),
  takes: fc.integer({ min: 0, max: 3_000 }),
  /** How long after its end or abort a request can still arrive. */
  delay: fc.integer({ min: 1, max: ARRIVAL_MS - 1 }),
  /** Whether all of it had left when it was aborted. */
  hasLeft: fc.boolean(),
  retryAfter: fc.constantFrom(null, 1, 20),
  naming: fc.oneof(fc.constant('as it is' as const), fc.constantFrom(...NAMINGS)),
})
const listWeather = fc.record({
  fate: fc.oneof(
    { weight: 3, arbitrary: fc.constant('fine' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...LIST_FATES) },
  ),
  takes: fc.integer({ min: 0, max: 1_500 }),
})
type UploadWeather = typeof uploadWeather extends fc.Arbitrary<infer W> ? W : never
type ListWeather = typeof listWeather extends fc.Arbitrary<infer W> ? W : never

/** The faults of a story. Requests beyond them succeed. */
export const fileWeather = fc.record({
  uploads: fc.array(uploadWeather, { maxLength: 12 }),
  lists: fc.array(listWeather, { maxLength: 20 }),
})
export type FileWeather = typeof fileWeather extends fc.Arbitrary<infer W> ? W : never

const FINE_UPLOAD: UploadWeather = {
  fate: 'fine',
  takes: 1,
  delay: 1,
  hasLeft: false,
  retryAfter: null,
  naming: 'as it is',
}
const FINE_LIST: ListWeather = { fate: 'fine', takes: 1 }

const bytesAsLetters = (text: string): string =>
  String.fromCharCode(...new TextEncoder().encode(text))

interface Row {
  id: number
  name: string
  /** null for a vendor's own file. */
  reviewId: number | null
  /** Identifies the file; null for a colleague's. */
  token: number | null
}

const nameFor = (naming: Naming, name: string, rows: readonly Row[]): string => {
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? []
  const isTaken = rows.some((row) => row.name === name)
  return {
    'as it is': name,
    'lower case': name.toLowerCase(),
    blanks: ` ${name.replaceAll(' ', '\u00A0')} `,
    decomposed: name.normalize('NFD'),
    'no extension': stem,
    sanitised: name.replaceAll(/[^\w.]/g, '_'),
    garbled: bytesAsLetters(name),
    numbered: isTaken ? `${stem} (1)${extension}` : name,
    nameless: '',
  }[naming]
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** A world with one vendor, and its documents and questionnaires. */
export class FileWorld {
  readonly diary: string[] = []
  readonly #weather: { uploads: UploadWeather[]; lists: ListWeather[] }
  readonly #rows = new Map<string, Row[]>()
  #lastId = 0
  #isSignedIn = true

  constructor({ uploads, lists }: FileWeather) {
    this.#weather = { uploads: [...uploads], lists: [...lists] }
    serve((sent) => this.#list(sent))
  }

  /** Ends all faults. */
  endFaults(): void {
    this.#weather.uploads = []
    this.#weather.lists = []
  }

  signIn(): void {
    this.#isSignedIn = true
  }

  /** How often the service has a file. */
  countOf(token: number): number {
    return [...this.#rows.values()].flat().filter((row) => row.token === token).length
  }

  /** A colleague adds a file. */
  addForeign(pool: 'documents' | 'questionnaires', name: string): void {
    this.#add(pool, { name, reviewId: 2, token: null })
  }

  /** Replaces the browser's way of sending forms. */
  readonly carry: FormCarrier = async (address, form, { onProgress, signal }) => {
    const weather = this.#weather.uploads.shift() ?? FINE_UPLOAD
    const { fate, takes, delay, hasLeft } = weather
    const act = (): RawAnswer => this.#takeIn(address, form, weather)
    this.diary.push(`  POST ${address}: ${fate}`)
    onProgress?.({ sent: 1, total: 2 })
    const { promise: canceled, reject } = Promise.withResolvers<never>()
    let isCanceled = false
    signal?.addEventListener('abort', () => {
      if (isCanceled) return
      isCanceled = true
      if (hasLeft) setTimeout(act, delay)
      reject(signal.reason as Error)
    })
    await Promise.race([pause(takes), canceled])
    // From now on, an abort comes too late.
    isCanceled = true
    canceled.catch(() => undefined)
    if (fate.endsWith('late')) setTimeout(act, delay)
    const done = fate === 'fine' || fate.endsWith('after') ? act() : null
    if (fate === 'fine') return done
    if (fate.startsWith('signed out')) this.#isSignedIn = false
    if (fate === 'lost before' || fate === 'lost after' || fate === 'late') return null
    if (fate === 'signed out after' || fate.startsWith('page')) return rawPage(200)
    if (fate.startsWith('firewall')) return rawPage(403)
    if (fate === 'signed out before') return rawAnswer({}, 401, SIGNED_OUT)
    if (fate.startsWith('unreadable')) return rawAnswer('{', 201)
    const { retryAfter } = weather
    return rawAnswer(
      {},
      Number.parseInt(fate, 10),
      retryAfter === null ? {} : { 'retry-after': String(retryAfter) },
    )
  }

  #add(pool: string, row: Omit<Row, 'id'>): Row {
    const added = { ...row, id: ++this.#lastId }
    this.#rows.set(pool, [added, ...(this.#rows.get(pool) ?? [])])
    return added
  }

  #takeIn(address: string, form: FormData, { naming }: UploadWeather): RawAnswer {
    const isDocument = address.endsWith('/documents')
    const pool = isDocument ? 'documents' : 'questionnaires'
    const reviewId = Number(/security-reviews\/(\d+)/.exec(address)?.[1] ?? 0) || null
    const added = [...form.getAll('file'), ...form.getAll('files')].map((part) => {
      const { name, size } = part as File
      const rows = this.#rows.get(pool) ?? []
      this.diary.push(`  ${name} arrives (${naming})`)
      return this.#add(pool, { name: nameFor(naming, name, rows), reviewId, token: size })
    })
    const [first] = added
    return rawAnswer({ id: first?.id, name: first?.name, title: first?.name }, 201)
  }

  async #list({ url }: Sent): Promise<Response | Error> {
    const { fate, takes } = this.#weather.lists.shift() ?? FINE_LIST
    const reviewId = Number(/security-reviews\/(\d+)/.exec(url.pathname)?.[1] ?? 0) || null
    const pool = url.pathname.endsWith('/documents') ? 'documents' : 'questionnaires'
    const rows = (this.#rows.get(pool) ?? []).filter(
      (row) => reviewId === null || row.reviewId === reviewId,
    )
    this.diary.push(`  GET ${url.pathname}: ${this.#isSignedIn ? fate : '401'}`)
    const isSignedIn = this.#isSignedIn
    await pause(takes)
    if (!isSignedIn) return quickAnswer({}, 401, SIGNED_OUT)
    if (fate === 'lost') return new TypeError('Failed to fetch')
    if (fate === 'page') return quickPage(200)
    if (fate !== 'fine')
      return quickAnswer({ statusCode: Number(fate) }, Number(fate), { 'retry-after': '1' })
    const data = rows.map(({ id, name }) => ({ id, name, title: name }))
    return quickAnswer({ data, pagination: { cursor: null } })
  }
}
