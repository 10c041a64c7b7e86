import type { Creation } from '../../../api/once/reviews/creations.ts'
import { createThrottle } from '../../../api/once/throttle.ts'
import { createStore, type Readable } from '../../../lib/store.ts'
import { canRetry, type StartState, type Verdict, verdictOf, verdictOfBug } from './start-state.ts'

/** The phase of the queue. */
export type QueuePhase =
  | { kind: 'running' }
  /** The service limits requests; the queue continues at `until` (in `performance.now()`). */
  | { kind: 'limited'; until: number }
  /** The user stopped it, and the current request is still running. */
  | { kind: 'stopping' }
  /**
   * Stopped; with the error if the queue stopped because the next request would fail the same way.
   */
  | { kind: 'stopped'; error?: unknown }
  | { kind: 'finished' }

/** A review to be started. */
export interface StartJob {
  vendorId: number
  /** It is listed among the results, but no request is sent for it. */
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

/** Starts reviews one after the other. Subscribers are called on every change. */
export interface StartQueue<J extends StartJob> extends Readable<QueueSnapshot<J>> {
  /** Starts, or continues after a stop. Unclear reviews are not sent again. */
  resume: () => void
  /** Stops after the current request. @returns when that has finished */
  stop: () => Promise<void>
  /** Puts a review back in line if a retry is safe. */
  retry: (vendorId: number) => void
  /** Puts all failed reviews back in line. */
  retryFailed: () => void
  /** Puts a review that may already exist back in line, to be created anyway. */
  startAnyway: (vendorId: number) => void
}

interface StartQueueOptions<J extends StartJob> {
  jobs: readonly J[]
  /** The state in which an earlier page left a job; undefined if it is still to do. */
  stateOf?: (job: J) => StartState | undefined
  /**
   * Creates one review.
   * @param createAnyway the analyst knows that it may already exist
   */
  start: (job: J, createAnyway: boolean) => Promise<Creation>
  /** Called each time the queue has finished or stopped. */
  onRest: () => void
}

/** Whether the queue is sending requests or will do so without a user's action. */
export const isActive = ({ kind }: QueuePhase): boolean =>
  kind === 'running' || kind === 'limited' || kind === 'stopping'

/**
 * Makes a queue, which rests until it is resumed. It sends one request at a time, to go easy on the
 * service and to leave at most one open when it stops. A review that may have been created is never
 * sent again unless the analyst asks for it (contract, point 14).
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
  /** Vendors whose review the analyst wants although it may already exist. */
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
      // Nothing was created, so the analyst's request still holds.
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

  /**
   * Starts immediately if nothing else is in line; otherwise waits for "Resume" with the others.
   */
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
