import type { Answer, Asked, Witness } from '../fault-proxy.ts'
import { ANALYSTS, type Analyst, wordsIn } from './words.ts'

/** The parts of a review that the record looks at. */
export interface HeldReview {
  title?: string | null
  socReviewForm?: Record<string, Record<string, unknown>>
}

/** A request about the review. Requests are in the order in which the service carried them out. */
export interface Arrival {
  /** When the service had carried it out, in milliseconds since 1970. */
  at: number
  by: Analyst
  method: string
  status: number
  body: string
  /** The state of the service after it. */
  held: HeldReview
  /** How old the page's last read was when the request left the page. */
  readAgeMs: number | undefined
  /**
   * The words that a write removed although the read before it does not show them. The other
   * analyst wrote them within one round trip, which no client can prevent.
   */
  writtenOver: readonly string[]
  /**
   * The words that a write adds although they are there, and the read before it does not show them.
   * The other analyst brought them back within one round trip.
   */
  addedTwice: readonly string[]
}

/** The last answer to a page's read, and its time. */
interface Read {
  held: HeldReview
  at: number
}

/**
 * The longest time from a read to the write that relies on it. After a longer time the page has
 * written without a fresh read, so that words which are lost by it are its fault.
 */
const ROUND_TRIP_MS = 2_000

const parse = (body: Buffer | string): unknown => {
  try {
    return JSON.parse(String(body)) as unknown
  } catch {
    return undefined
  }
}

const reviewIn = ({ status, body }: Answer): HeldReview | undefined => {
  if (status !== 200) return undefined
  const review = parse(body) as HeldReview | undefined
  return review?.socReviewForm && review
}

interface WrittenPath {
  section: string
  name: string
}

/** The values that a request writes, by path. */
const writtenBy = (body: string): (WrittenPath & { value: unknown })[] => {
  const { socForm = {} } = (parse(body) ?? {}) as { socForm?: Record<string, object> }
  return Object.entries(socForm).flatMap(([section, fields]) =>
    Object.entries(fields as Record<string, unknown>).map(([name, value]) => ({
      section,
      name,
      value,
    })),
  )
}

/**
 * Whether a value is added to a list, which removes nothing. Other values set a field or clear a
 * list.
 */
const isAddition = ({ value }: { value: unknown }): boolean =>
  Array.isArray(value) && value.length > 0

const wordsAt = ({ socReviewForm = {} }: HeldReview, { section, name }: WrittenPath): string[] =>
  wordsIn(socReviewForm[section]?.[name])

/** The words that a write removes although the page had not read them. */
export const unreadWords = (body: string, before: HeldReview, read: HeldReview): string[] =>
  writtenBy(body)
    .filter((path) => !isAddition(path))
    .flatMap((path) => {
      const seen = new Set(wordsAt(read, path))
      return wordsAt(before, path).filter((word) => !seen.has(word))
    })

/**
 * The words that a write adds to a list that already has them, unless the page had read them there.
 */
export const wordsAddedTwice = (body: string, before: HeldReview, read: HeldReview): string[] =>
  writtenBy(body)
    .filter(isAddition)
    .flatMap((path) => {
      const [there, seen] = [new Set(wordsAt(before, path)), new Set(wordsAt(read, path))]
      return wordsIn(path.value).filter((word) => there.has(word) && !seen.has(word))
    })

/**
 * Records the requests about a review that reach the service, in their order. The order shows which
 * losses could have been prevented.
 *
 * @param path the path of the review at the service
 */
export const createRecord = (path: string, first: HeldReview) => {
  const arrivals: Arrival[] = []
  const reads = new Map<Analyst, Read>()
  /** The read that each write relies on, by its sender and content. */
  const standsOn = new Map<string, { read: Read | undefined; ageMs: number | undefined }>()
  let held = first
  let last: Promise<unknown> = Promise.resolve()

  const isReview = (asked: Asked): boolean => asked.path === path || asked.path === `/api${path}`

  const take = async (
    by: Analyst,
    { method, body }: Asked,
    forward: () => Promise<Answer>,
  ): Promise<Answer> => {
    const before = held
    const answer = await forward()
    held = reviewIn(answer) ?? held
    const { read, ageMs } = standsOn.get(`${by} ${body}`) ?? {}
    const isFresh = read !== undefined && (ageMs ?? 0) <= ROUND_TRIP_MS
    const isWrite = method === 'PUT' && answer.status === 200
    arrivals.push({
      at: Date.now(),
      by,
      method,
      status: answer.status,
      body,
      held,
      readAgeMs: ageMs,
      writtenOver: isWrite && isFresh ? unreadWords(body, before, read.held) : [],
      addedTwice: isWrite && isFresh ? wordsAddedTwice(body, before, read.held) : [],
    })
    return answer
  }

  return {
    arrivals: arrivals as readonly Arrival[],
    /** The witness between an analyst's page and the gateway. */
    line: (by: Analyst): Witness => ({
      arrived: (asked) => {
        if (asked.method !== 'PUT' || !isReview(asked)) return
        const read = reads.get(by)
        standsOn.set(`${by} ${asked.body}`, { read, ageMs: read && Date.now() - read.at })
      },
      answered: (asked, answer) => {
        const review = isReview(asked) ? reviewIn(answer) : undefined
        if (review) reads.set(by, { held: review, at: Date.now() })
      },
    }),
    /**
     * The witness between the gateway and the service. It lets one request about the review through
     * at a time.
     */
    service: (by: Analyst): Witness => ({
      through: (asked, forward) => {
        if (!isReview(asked)) return forward()
        const done = last.then(() => take(by, asked, forward))
        last = done.catch(() => undefined)
        return done
      },
    }),
  }
}
export type ServiceRecord = ReturnType<typeof createRecord>

const LONGEST = 300

/** The requests in their order, one line each. */
export const linesOf = (arrivals: readonly Arrival[]): string[] => {
  const start = arrivals[0]?.at ?? 0
  const width = Math.max(...ANALYSTS.map(({ length }) => length))
  return arrivals.map(({ at, by, method, status, body, readAgeMs, writtenOver }) => {
    const isWrite = method === 'PUT'
    const age = isWrite && readAgeMs !== undefined ? `, read ${readAgeMs} ms before` : ''
    const over = writtenOver.length > 0 ? `, over ${writtenOver.join(' ')}` : ''
    const text = body.length > LONGEST ? `${body.slice(0, LONGEST)}…` : body
    return `${String(at - start).padStart(6)} ${by.padEnd(width)} ${method} ${status}${age}${over} ${text}`
  })
}
