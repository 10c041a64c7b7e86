import { createRandom, type Random } from '../../mocks/seed/random.ts'

/** A fault of one request. "after" means that the service has acted before. */
export type Fault =
  | { kind: 'late'; ms: number }
  /** The connection ends, and the request reaches the service some time later. */
  | { kind: 'arrives-late'; ms: number }
  | {
      kind: 'dripping' | 'dropped' | 'dropped-after' | 'broken-off' | 'cut' | 'page' | 'page-after'
    }
  | { kind: 'refused'; status: number; retryAfter?: number }
  | { kind: 'refused-after'; status: number }

/** Where a request meets a fault: between browser and gateway, or between gateway and service. */
export type Hop = 'line' | 'service'

/** The parts of a request that its fault depends on. */
export interface WeatherRequest {
  hop: Hop
  method: string
  /** Without its query. */
  path: string
}

/** The faults of one job. */
export interface Weather {
  /** @returns the fault of the next such request; undefined for none */
  draw: (asked: WeatherRequest) => Fault | undefined
  /** No faults from here on, until the weather turns bad again. */
  calm: () => void
  turnBad: () => void
  /** No faults until the job ends. */
  stayCalm: () => void
  /** The faults that were drawn, in order. */
  log: readonly string[]
}

/** The percentage of requests that meet a fault. */
const RATES: Record<Hop, number> = { line: 5, service: 9 }
/** The percentage of writes that meet a fault on a day that does not get better. */
const ENDLESS_WRITE_RATE = 50
/** A chunk of the app that cannot be loaded costs a reload, so this is rarer. */
const PART_RATE = 4

const STATUSES = [400, 401, 403, 404, 412, 413, 422, 429, 429, 500, 502, 503] as const

const late = (random: Random): Fault => ({ kind: 'late', ms: random.int(50, 300) })

/**
 * A proxy that asks for a sign-in is on the line. Errors of the service come from behind the
 * gateway.
 */
const FAULTS: Record<Hop, ((random: Random) => Fault)[]> = {
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

/** For writes only: a late read, which nobody waits for, is the same as a lost one. */
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

/** The random numbers of a job, or of a part of it. */
export const randomOf = (seed: number, job: number, what: string): Random =>
  createRandom(hashOf(`${seed}/${job}/${what}`))

const wordsOf = ({ kind, ...details }: Fault): string =>
  [kind, ...Object.entries(details).map(([name, value]) => `${name} ${value}`)].join(' ')

/**
 * Makes the weather of a job. The fault of a request depends on the seed, the job, the request, and
 * how often it was made before. It does not depend on the order in which the browser sends
 * requests, so that a job that runs alone meets the same faults.
 * @param isEndless whether the day does not get better, and most writes fail
 * @param who the analyst, where two work at once: each has different weather
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
    draw: ({ hop, method, path }) => {
      const isPart = path.startsWith('/assets/')
      // A build renames its chunks, which must not change the weather.
      const name = `${hop} ${method} ${path.replace(/-[\w-]{8}(?=\.\w+$)/, '')}`
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      const random = randomOf(seed, job, [who, name, count].filter(Boolean).join(' '))
      const isWrite = method !== 'GET'
      const rate = isPart ? PART_RATE : isEndless && isWrite ? ENDLESS_WRITE_RATE : RATES[hop]
      if (!isBad || !random.chance(rate / 100)) return undefined
      const kinds = isWrite ? [...FAULTS[hop], arrivesLate] : FAULTS[hop]
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
