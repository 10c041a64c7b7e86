import { createRandom, type Random } from '../../mocks/seed/random.ts'

/** Something that goes wrong with one request; "after" means that the service has acted by then. */
export type Fault =
  | { kind: 'late'; ms: number }
  /** The connection ends, and the request reaches the service some time later. */
  | { kind: 'arrives-late'; ms: number }
  | {
      kind: 'dripping' | 'dropped' | 'dropped-after' | 'broken-off' | 'cut' | 'page' | 'page-after'
    }
  | { kind: 'refused'; status: number; retryAfter?: number }
  | { kind: 'refused-after'; status: number }

/** Where a request is met: between browser and gateway, or between gateway and service. */
export type Place = 'line' | 'service'

/** The part of a request that the weather depends on. */
export interface Asked {
  place: Place
  method: string
  /** Without its query. */
  path: string
}

/** How one job's day goes. */
export interface Weather {
  /** @returns what goes wrong with the next such request, if anything does */
  draw: (asked: Asked) => Fault | undefined
  /** Nothing goes wrong from here on, until it turns bad again. */
  calm: () => void
  turnBad: () => void
  /** Nothing goes wrong any more until the job ends. */
  stayCalm: () => void
  /** What was drawn, in the order in which it happened. */
  log: readonly string[]
}

/** How many requests of a hundred something goes wrong with. */
const RATES: Record<Place, number> = { line: 5, service: 9 }
/** The same of a write's, on a day that does not get better. */
const ENDLESS_WRITE_RATE = 50
/** A part of the app that cannot be loaded costs a reload, so it is rarer. */
const PART_RATE = 4

const STATUSES = [400, 401, 403, 404, 412, 413, 422, 429, 429, 500, 502, 503] as const

const late = (random: Random): Fault => ({ kind: 'late', ms: random.int(50, 300) })

/** Proxies that ask one to sign in stand on the line; what the service says comes from behind it. */
const FAULTS: Record<Place, ((random: Random) => Fault)[]> = {
  line: [
    late,
    () => ({ kind: 'dripping' }),
    () => ({ kind: 'dropped' }),
    () => ({ kind: 'dropped-after' }),
    () => ({ kind: 'broken-off' }),
    () => ({ kind: 'page' }),
  ],
  service: [
    late,
    (random) => {
      const status = random.pick(STATUSES)
      const isBusy = status === 429 || status === 503
      return { kind: 'refused', status, ...(isBusy && { retryAfter: Number(random.chance(0.2)) }) }
    },
    (random) => ({ kind: 'refused', status: random.pick(STATUSES) }),
    (random) => ({ kind: 'refused-after', status: random.pick([500, 503]) }),
    () => ({ kind: 'dropped' }),
    () => ({ kind: 'dropped-after' }),
    () => ({ kind: 'broken-off' }),
    () => ({ kind: 'cut' }),
    () => ({ kind: 'page-after' }),
  ],
}

/** Of a write, that is: a read that nobody waits for is as good as lost. */
const arrivesLate = (random: Random): Fault => ({
  kind: 'arrives-late',
  ms: random.int(100, 1_500),
})

const PART_FAULTS: Fault[] = [{ kind: 'dropped' }, { kind: 'refused', status: 404 }]

/** A number that stands for a text (FNV-1a). */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** The chance that belongs to a job, or to something in it. */
export const randomOf = (seed: number, job: number, what: string): Random =>
  createRandom(hashOf(`${seed}/${job}/${what}`))

const wordsOf = ({ kind, ...details }: Fault): string =>
  [kind, ...Object.entries(details).map(([name, value]) => `${name} ${value}`)].join(' ')

/**
 * The weather of a job. What a request meets hangs on the seed, the job, the request and how often
 * it was made before, not on the order in which the browser happens to send several: so a job meets
 * the same faults when it is run alone.
 * @param isEndless whether it is a day that does not get better, and on which most writes fail
 * @param who whose weather it is, where two work at once: each has their own
 */
export const createWeather = (
  seed: number,
  job: number,
  isEndless: boolean,
  who?: string,
): Weather => {
  const counts = new Map<string, number>()
  const log: string[] = []
  let isBad = true
  let isOver = false
  return {
    draw: ({ place, method, path }) => {
      const isPart = path.startsWith('/assets/')
      // Builds name their parts anew, which should change no weather.
      const name = `${place} ${method} ${path.replace(/-[\w-]{8}(?=\.\w+$)/, '')}`
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      const random = randomOf(seed, job, [who, name, count].filter(Boolean).join(' '))
      const isWrite = method !== 'GET'
      const rate = isPart ? PART_RATE : isEndless && isWrite ? ENDLESS_WRITE_RATE : RATES[place]
      if (!isBad || !random.chance(rate / 100)) return undefined
      const kinds = isWrite ? [...FAULTS[place], arrivesLate] : FAULTS[place]
      const fault = isPart ? random.pick(PART_FAULTS) : random.pick(kinds)(random)
      log.push(`${name} (${count}): ${wordsOf(fault)}`)
      return fault
    },
    calm: () => {
      isBad = false
    },
    turnBad: () => {
      isBad = !isOver
    },
    stayCalm: () => {
      isBad = false
      isOver = true
    },
    log,
  }
}
