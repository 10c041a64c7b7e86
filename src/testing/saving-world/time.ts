import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * The time of a simulated world. Only events from its calendar happen, one after the other, so that
 * a story runs the same way each time.
 */
export interface Calendar {
  /** Milliseconds since the world began. */
  now: () => number
  /** Schedules an event for the current actor. @returns a function that cancels it */
  at: (delayMs: number, event: () => void) => () => void
  /** Runs all events until none is left, or the time is up. */
  play: (untilMs: number) => Promise<void>
}

/** An actor whose events end with it: a crashed tab gets no more events. */
export interface Mortal {
  isDead: boolean
}

const actor = new AsyncLocalStorage<Mortal>()

/** Runs something as an actor. What it schedules later ends with the actor. */
export const runAs = <R>(mortal: Mortal, run: () => R): R => actor.run(mortal, run)

/** The current actor. */
export const currentActor = (): Mortal | undefined => actor.getStore()

interface Entry {
  at: number
  order: number
  event: () => void
  of: Mortal | undefined
}

/** Lets pending promises settle between two events. */
const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediateReal(resolve)
  })
const setImmediateReal = setImmediate

export const createCalendar = (): Calendar => {
  let now = 0
  let order = 0
  const entries: Entry[] = []

  const isBefore = (one: Entry, other: Entry): boolean =>
    one.at < other.at || (one.at === other.at && one.order < other.order)
  const next = (): Entry | undefined => {
    const [first] = entries
    if (!first) return undefined
    const best = entries.reduce((found, entry) => (isBefore(entry, found) ? entry : found), first)
    entries.splice(entries.indexOf(best), 1)
    return best
  }

  return {
    now: () => now,
    at: (delayMs, event) => {
      const entry = { at: now + Math.max(0, delayMs), order: order++, event, of: actor.getStore() }
      entries.push(entry)
      return () => {
        const index = entries.indexOf(entry)
        if (index >= 0) entries.splice(index, 1)
      }
    },
    play: async (untilMs) => {
      await settle()
      for (let entry = next(); entry; entry = next()) {
        if (entry.at > untilMs) {
          entries.push(entry)
          now = untilMs
          return
        }
        now = Math.max(now, entry.at)
        const { of, event } = entry
        if (of?.isDead) continue
        if (of) actor.run(of, event)
        else event()
        await settle()
      }
      now = Math.max(now, untilMs)
    },
  }
}

/** Resolves after some of the world's time. */
export const after = (calendar: Calendar, ms: number): Promise<void> =>
  new Promise((resolve) => {
    calendar.at(ms, resolve)
  })

/** Replaces the machine's clock with the world's. @returns a function that restores it */
export const installWorldTime = (
  calendar: () => Calendar,
  skewMs: () => number,
  random: () => number,
): (() => void) => {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: Date.now,
    performanceNow: performance.now.bind(performance),
    random: Math.random,
  }
  const ends = new Map<number, () => void>()
  let last = 0
  Object.assign(globalThis, {
    setTimeout: (event: () => void, ms = 0) => {
      const id = ++last
      ends.set(
        id,
        calendar().at(ms, () => {
          ends.delete(id)
          event()
        }),
      )
      return id
    },
    clearTimeout: (id: number) => {
      ends.get(id)?.()
      ends.delete(id)
    },
  })
  Date.now = () => Date.UTC(2026, 10, 22) + calendar().now() + skewMs()
  performance.now = () => calendar().now()
  Math.random = random
  return () => {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout })
    Date.now = real.now
    performance.now = real.performanceNow
    Math.random = real.random
  }
}
