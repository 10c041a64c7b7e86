import type { Creation } from '../../../api/once/reviews/creations.ts'
import { createThrottle } from '../../../api/once/throttle.ts'
import { createStore, type Readable } from '../../../lib/store.ts'
import { canRetry, type StartState, type Verdict, verdictOf, verdictOfBug } from './start-state.ts'

/** What the queue is doing. */
export type QueuePhase =
  | { kind: 'running' }
  /** The service limits requests; it goes on at that moment (milliseconds of `performance.now()`). */
  | { kind: 'limited'; until: number }
  /** It was stopped, and the request under way is waited for. */
  | { kind: 'stopping' }
  /** With the error where nobody stopped it, but the next would have failed the same way. */
  | { kind: 'stopped'; error?: unknown }
  | { kind: 'finished' }

/** A review to be started. */
export interface StartJob {
  vendorId: number
  /** It stays among the results, but nothing is sent for it. */
  isSkipped: boolean
}

export interface StartItem<J extends StartJob> {
  job: J
  state: StartState
}

export interface QueueSnapshot<J extends StartJob> {
  items: readonly StartItem<J>[]
  phase: QueuePhase
}

/** Starts reviews one after the other; subscribers are called on every change. */
export interface StartQueue<J extends StartJob> extends Readable<QueueSnapshot<J>> {
  /** Begins, or goes on after a stop. What is unclear is not sent again. */
  resume: () => void
  /** Lets the request under way finish. @returns when it has */
  stop: () => Promise<void>
  /** Puts a review in line again, where trying again is safe. */
  retry: (vendorId: number) => void
  /** Puts everything that failed in line again. */
  retryFailed: () => void
  /** Puts what may already exist in line again, to be created all the same. */
  startAnyway: (vendorId: number) => void
}

interface StartQueueOptions<J extends StartJob> {
  jobs: readonly J[]
  /** What an earlier page has made of a job; undefined where it is still to be done. */
  stateOf?: (job: J) => StartState | undefined
  /**
   * Creates one review.
   * @param createAnyway the analyst knows that it may exist already
   */
  start: (job: J, createAnyway: boolean) => Promise<Creation>
  /** Called each time that nothing is left to do, or the queue has stopped. */
  onRest: () => void
}

/** Whether requests are sent, or will be without anyone asking for them. */
export const isActive = ({ kind }: QueuePhase): boolean =>
  kind === 'running' || kind === 'limited' || kind === 'stopping'

/**
 * Makes a queue, which rests until it is resumed. One request is under way at a time, so that the
 * service is not pressed and a stop leaves at most one open. A review of which it is not certain
 * that it was not created is never sent again unless the analyst asks (contract, point 14).
 */
export const createStartQueue = <J extends StartJob>(
  options: StartQueueOptions<J>,
): StartQueue<J> => {
  const { jobs, stateOf, start, onRest } = options
  const { getState, setState, subscribe } = createStore<QueueSnapshot<J>>({
    items: jobs.map((job) => ({
      job,
      state: stateOf?.(job) ?? { kind: job.isSkipped ? 'skipped' : 'waiting' },
    })),
    phase: { kind: 'stopped' },
  })
  /** Vendors whose review is wanted although it may exist already. */
  const wantedAnyway = new Set<number>()
  const throttle = createThrottle(() => {
    if (getState().phase.kind === 'limited' && throttle.until() === null) resume()
  })
  let underWay: Promise<void> | undefined

  const change = (part: Partial<QueueSnapshot<J>>): void => setState({ ...getState(), ...part })
  const setItems = (isMeant: (item: StartItem<J>) => boolean, state: StartState): void =>
    change({
      items: getState().items.map((item) => (isMeant(item) ? { ...item, state } : item)),
    })
  const rest = (phase: QueuePhase): void => {
    change({ phase })
    onRest()
  }

  const attempt = async (job: J): Promise<Verdict> => {
    const isWantedAnyway = wantedAnyway.delete(job.vendorId)
    try {
      const creation = await start(job, isWantedAnyway)
      // Nothing came of it, so what the analyst asked for still holds.
      if (isWantedAnyway && creation.outcome === 'absent') wantedAnyway.add(job.vendorId)
      return verdictOf(creation)
    } catch (error) {
      return verdictOfBug(error)
    }
  }

  const applyVerdict = (job: J, { state, limit, stop: reason }: Verdict): void => {
    underWay = undefined
    setItems((item) => item.job === job, state)
    if (limit) throttle.hold(limit)
    if (reason) rest({ kind: 'stopped', error: reason.error })
    else if (getState().phase.kind === 'stopping') rest({ kind: 'stopped' })
    else goOn()
  }

  const goOn = (): void => {
    if (underWay) return
    const next = getState().items.find(({ state }) => state.kind === 'waiting')
    if (!next) {
      rest({ kind: 'finished' })
      return
    }
    const until = throttle.until()
    if (until !== null) {
      change({ phase: { kind: 'limited', until } })
      return
    }
    const { job } = next
    underWay = attempt(job).then((verdict) => applyVerdict(job, verdict))
    setItems((item) => item.job === job, { kind: 'starting' })
  }

  const resume = (): void => {
    change({ phase: { kind: 'running' } })
    goOn()
  }

  const stop = async (): Promise<void> => {
    if (underWay) change({ phase: { kind: 'stopping' } })
    else if (isActive(getState().phase)) rest({ kind: 'stopped' })
    await underWay
  }

  /** Begins at once where nothing else is left to do; where others wait for "Resume", waits as well. */
  const requeue = (isMeant: (item: StartItem<J>) => boolean, isAnyway = false): void => {
    const meant = getState().items.filter(isMeant)
    if (meant.length === 0) return
    if (isAnyway) for (const { job } of meant) wantedAnyway.add(job.vendorId)
    const othersWait = getState().items.some(({ state }) => state.kind === 'waiting')
    setItems(isMeant, { kind: 'waiting' })
    if (!isActive(getState().phase) && !othersWait) resume()
  }

  return {
    getState,
    subscribe,
    resume,
    stop,
    retry: (vendorId) => requeue(({ job, state }) => job.vendorId === vendorId && canRetry(state)),
    retryFailed: () => requeue(({ state }) => state.kind === 'absent'),
    startAnyway: (vendorId) =>
      requeue(({ job, state }) => job.vendorId === vendorId && state.kind === 'unsure', true),
  }
}
