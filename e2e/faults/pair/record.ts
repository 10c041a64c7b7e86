import type { Answer, Asked, Witness } from '../fault-proxy.ts'
import { ANALYSTS, type Analyst, wordsIn } from './words.ts'

/** A review as the service answers it, as far as it is looked into. */
export interface HeldReview {
  title?: string | null
  socReviewForm?: Record<string, Record<string, unknown>>
}

/** A request about the review, in the order in which the service did them. */
export interface Arrival {
  /** When the service had done it, in milliseconds since 1970. */
  at: number
  by: Analyst
  method: string
  status: number
  body: string
  /** What the service held from then on. */
  held: HeldReview
  /** How long before it left the page its last read had reached the page. */
  readAgeMs: number | undefined
  /**
   * The words that a write removed although the read that it stands on does not show them: the other
   * analyst wrote them within one round trip, which no client can prevent.
   */
  writtenOver: readonly string[]
  /**
   * The words that a write adds although they are there, and the read that it stands on does not show
   * them: the other analyst brought them back within one round trip.
   */
  addedTwice: readonly string[]
}

/** What a page has been answered, and when. */
interface Read {
  held: HeldReview
  at: number
}

/**
 * How long a save may take from a read to the write that stands on it. A longer time is no longer one
 * round trip: then the page has written without a fresh look, and what is lost by it is its fault.
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

/** What a request writes, path by path. */
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

/** Whether it adds to a list, which removes nothing; else it sets a field or clears a list. */
const isAddition = ({ value }: { value: unknown }): boolean =>
  Array.isArray(value) && value.length > 0

const wordsAt = ({ socReviewForm = {} }: HeldReview, { section, name }: WrittenPath): string[] =>
  wordsIn(socReviewForm[section]?.[name])

/** The words that a write removes and that the page had not read. */
export const unreadWords = (body: string, before: HeldReview, read: HeldReview): string[] =>
  writtenBy(body)
    .filter((path) => !isAddition(path))
    .flatMap((path) => {
      const seen = new Set(wordsAt(read, path))
      return wordsAt(before, path).filter((word) => !seen.has(word))
    })

/** The words that a write adds to a list that has them, and that the page had not read there. */
export const wordsAddedTwice = (body: string, before: HeldReview, read: HeldReview): string[] =>
  writtenBy(body)
    .filter(isAddition)
    .flatMap((path) => {
      const [there, seen] = [new Set(wordsAt(before, path)), new Set(wordsAt(read, path))]
      return wordsIn(path.value).filter((word) => there.has(word) && !seen.has(word))
    })

/**
 * Writes down what reaches the service of one review, request by request: the order in which it
 * happened, which decides over what could have been prevented.
 *
 * @param path the review's, at the service
 */
export const createRecord = (path: string, first: HeldReview) => {
  const arrivals: Arrival[] = []
  const reads = new Map<Analyst, Read>()
  /** What each write stands on, by who sent it and what it says. */
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
    /** Between an analyst's page and the gateway. */
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
    /** Between the gateway and the service, which does one request about the review at a time. */
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

/** The order of the requests, a line each. */
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
